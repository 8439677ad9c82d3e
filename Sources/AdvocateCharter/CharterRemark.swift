public import AdvocateDiagnostics

/// What is worth knowing of lines that were read.
public enum CharterRemark: Sendable, Equatable {
  /// Lines that waited for another to be mended were left out.
  case waitingDropped(count: Int)
  /// A rule without a `when` line.
  case ruleWithoutLine(String)
  /// A rule without a reason.
  case ruleWithoutReason(String)
  /// A rule without a weight.
  case ruleWithoutWeight(String)
  /// A fact without a kind.
  case factWithoutKind(String)
  /// A fact of an action that two lines of it say.
  case saidTwice(fact: String, before: String, now: String)
  /// An action that a file declares a second time.
  case returned(String)
  /// What a file that was used for its charter holds beside it.
  case onlyCharterTaken(file: String, actions: Int)
  /// Actions whose lines do not fit the charter that is in force now.
  case linesDoNotFit(count: Int, actions: Int)

  /// The kind of finding.
  public var id: DiagnosticID {
    switch self {
    case .waitingDropped: DiagnosticID(70, "waiting-left-out")
    case .ruleWithoutLine: DiagnosticID(71, "rule-without-line")
    case .ruleWithoutReason: DiagnosticID(72, "rule-without-reason")
    case .ruleWithoutWeight: DiagnosticID(73, "rule-without-weight")
    case .factWithoutKind: DiagnosticID(74, "kind-missing")
    case .saidTwice: DiagnosticID(75, "said-twice")
    case .returned: DiagnosticID(76, "action-again")
    case .onlyCharterTaken: DiagnosticID(77, "only-charter-taken")
    case .linesDoNotFit: DiagnosticID(78, "lines-do-not-fit")
    }
  }

  private var severity: Severity {
    switch self {
    case .ruleWithoutWeight, .returned, .onlyCharterTaken: .remark
    case .linesDoNotFit: .error
    default: .warning
    }
  }

  /// The finding on `line`.
  public func diagnostic(on line: SourceLine?) -> Diagnostic {
    Diagnostic(id: id, severity: severity, line: line, sentences: sentences(line))
  }

  private func sentences(_ line: SourceLine?) -> [StyledText] {
    switch self {
    case .waitingDropped(let count):
      // At the prompt the failed line is out of sight by now, so it is named.
      [
        """
        \(count == 1 ? "The line" : "The \(count) lines") that waited for \
        "\(Self.start(of: line))" \(count == 1 ? "was" : "were") left out.
        """
      ]
    case .ruleWithoutLine(let name):
      [
        """
        \(bold: name) never speaks: it has no line with for when, against when or veto when. \
        It is kept, and will say nothing.
        """
      ]
    case .ruleWithoutReason(let name):
      [
        """
        \(bold: name) has no reason, so a verdict could not explain itself. It is not used until \
        it has one.
        """, "Add: because (why a customer would care).",
      ]
    case .ruleWithoutWeight(let name): ["\(bold: name) has no weight line, so it counts 1."]
    case .factWithoutKind(let name):
      [
        """
        \(bold: name) has no kind, so nothing can be said of it. Add: scale, one of, yes-no, \
        money ...
        """
      ]
    case .saidTwice(let fact, let before, let now):
      ["\(bold: fact) stands twice in this action: \(before), and now \(now). The later counts."]
    case .returned(let name):
      ["\(bold: name) was there before; these lines are added to it."]
    case .onlyCharterTaken(let file, let actions):
      [
        """
        \(bold: file) holds \(actions == 1 ? "1 action" : "\(actions) actions"), too: the \
        charter alone is taken.
        """
      ]
    case .linesDoNotFit(let count, let actions):
      [
        """
        \(count == 1 ? "1 line" : "\(count) lines") of \
        \(actions == 1 ? "1 action" : "\(actions) actions") \
        \(count == 1 ? "does" : "do") not fit this charter, so \
        \(actions == 1 ? "that action is" : "those actions are") marked incomplete.
        """
      ]
    }
  }

  private static func start(of line: SourceLine?) -> String {
    let text = line?.text.trimmed ?? ""
    return text.count > 60 ? text.prefix(57) + "..." : text
  }

  /// Every kind of finding of this sort.
  public static let allIDs: [DiagnosticID] = {
    let all: [CharterRemark] = [
      .waitingDropped(count: 0), .ruleWithoutLine(""), .ruleWithoutReason(""),
      .ruleWithoutWeight(""), .factWithoutKind(""), .saidTwice(fact: "", before: "", now: ""),
      .returned(""), .onlyCharterTaken(file: "", actions: 0),
      .linesDoNotFit(count: 0, actions: 0),
    ]
    return all.map(\.id)
  }()
}
