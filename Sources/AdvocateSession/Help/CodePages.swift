import AdvocateAnalysis
import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateReports
import AdvocateSyntax

/// The pages that `explain` shows, one for each kind of finding.
///
/// The numbers and names belong to the stages that find things; here are only the words.
public enum CodePages {
  /// Every kind of finding that has a page, by number.
  public static let ids: [DiagnosticID] =
    (SyntaxError.allIDs + CharterError.allIDs + CharterRemark.allIDs + FileError.allIDs
    + BatchError.allIDs + CharterFinding.allIDs).sorted()

  /// Every page, by number.
  public static let all: [CodePage] = {
    let texts = Dictionary(
      (lineTexts + nameTexts + valueTexts + testTexts + declarationTexts + expectationTexts
        + remarkTexts + fileTexts + tableTexts + checkTexts)
        .map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    return ids.compactMap { id in texts[id.number].map { CodePage(id: id, $0) } }
  }()

  private static let byNumber = Dictionary(
    all.map { ($0.id.number, $0) }, uniquingKeysWith: { first, _ in first })

  /// The page of the kind of finding with this number.
  public static func page(for number: Int) -> CodePage? { byNumber[number] }

  /// The page that `typed` names: a number, or a name with hyphens or blanks.
  public static func find(_ typed: String) -> CodePage? {
    if let number = Int(typed) { return page(for: number) }
    let name = hyphenated(typed)
    return all.first { $0.id.name == name }
  }

  /// The name of the page that a misspelt name is near to.
  public static func nearest(to typed: String) -> String? {
    NearestName.find(hyphenated(typed), among: all.lazy.map(\.id.name))
  }

  /// The kinds of findings among `ids` that have no page.
  public static func missing(among ids: [DiagnosticID]) -> [DiagnosticID] {
    ids.filter { byNumber[$0.number]?.id != $0 }
  }

  private static func hyphenated(_ typed: String) -> String {
    typed.lowercased().split(separator: " ").joined(separator: "-")
  }
}
