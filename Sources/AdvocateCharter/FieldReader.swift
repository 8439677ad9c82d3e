public import AdvocateDiagnostics
import AdvocateSyntax

/// Reads what stands in a cell of a table as what a line of an action would say behind `is`.
///
/// A cell is read as that line, by the same reader, so that a table can say whatever a script can
/// and nothing else.
public struct FieldReader: Sendable {
  private let workspace: Workspace

  /// The charter whose facts the cells tell of.
  public var charter: Charter { workspace.charter }

  /// Creates a reader by the charter of `workspace`.
  public init(_ workspace: Workspace) {
    var own = Workspace(charter: workspace.charter, usedAs: workspace.charter.name)
    own.actions = []
    self.workspace = own
  }

  /// A workspace with the same charter, and nothing else.
  public var emptyWorkspace: Workspace { workspace }

  /// The place of the fact that is called `name`, whatever its capitals; nil where there is none.
  public func fact(_ name: String) -> Int? { workspace.factPlace(name) }

  /// A fact whose name is near to `name`, where there is one.
  public func nearFact(_ name: String) -> String? {
    NearestName.find(name, among: charter.facts.map(\.name))
  }

  /// Whether `name`, which no fact has, seems to be meant for one: it is one with slips of the
  /// fingers, with `because` behind it, or with more words around it.
  public func isNearFact(_ name: String) -> Bool {
    var folded = name.lowercased()
    if folded.hasSuffix(" because") { folded.removeLast(8) }
    if charter.facts.contains(where: { NearestName.areNear(folded, $0.name) }) { return true }
    let words = Self.parted(folded)
    return charter.facts.contains { words.contains(Self.parted($0.name.lowercased())) }
  }

  /// The words of `text`, with a blank before and behind each.
  private static func parted(_ text: String) -> String {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return " " + words.joined(separator: " ") + " "
  }

  /// What `field` says of the fact at `fact`; nil where it is blank, and says nothing.
  ///
  /// - Parameters:
  ///   - field: what stands in the cell; `a..b` is a range from a to b, but not in a text.
  ///   - fact: the fact, by its place in the charter.
  ///   - location: where the cell stands.
  ///   - fate: what becomes of it when it cannot be read, and where it stands, in a sentence.
  public func statement(
    _ field: String, ofFact fact: Int, at location: SourceLocation, fate: StyledText
  ) -> Result<Statement?, DiagnosticBox> {
    let words = field.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return .success(nil) }
    let isText = charter.facts[fact].kind == .text
    let text = "\(charter.facts[fact].name) is \(isText ? words : Self.spelled(words))"
    let line = SourceLine(file: location.file, number: location.line, text: text)
    switch LineParser.read(text, subject: .action).result {
    case .success(.statement(let syntax)):
      switch workspace.statement(syntax, line) {
      case .success(let statement): return .success(statement)
      case .failure(let box): return .failure(Self.placed(box.diagnostic, line, fate))
      }
    case .failure(let error):
      return .failure(Self.placed(error.diagnostic(on: line, fate: .typed), line, fate))
    case .success:
      let wrong = CharterError.unknown(
        .fact, Phrase(words, SourceSpan(0, text.utf8.count)), near: nil)
      return .failure(Self.placed(wrong.diagnostic(on: line, fate: .typed), line, fate))
    }
  }

  /// A range written with two points as a script writes it.
  private static func spelled(_ words: String) -> String {
    guard let points = words.firstRange(of: "..") else { return words }
    let (low, high) = (String(words[..<points.lowerBound]), String(words[points.upperBound...]))
    guard !low.trimmed.isEmpty, !high.trimmed.isEmpty, !high.hasPrefix("."),
      !words.contains(" because ")
    else { return words }
    return "between \(low.trimmed) and \(high.trimmed)"
  }

  private static func placed(
    _ diagnostic: Diagnostic, _ line: SourceLine, _ fate: StyledText
  ) -> DiagnosticBox {
    var diagnostic = diagnostic
    diagnostic.line = line
    diagnostic.sentences = diagnostic.sentences.map {
      $0 == LineFate.typed.sentence ? fate : $0
    }
    return DiagnosticBox(diagnostic)
  }
}
