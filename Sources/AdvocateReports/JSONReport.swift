public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation

/// Judged actions as one JSON document.
public enum JSONReport {
  /// The version of the document's form; it changes when a key changes its meaning or goes.
  public static let schemaVersion = 1

  /// The document about some actions, all judged by the charter called `charter`; nil where they
  /// were judged by several.
  ///
  /// - Parameters:
  ///   - charter: what the charter is called.
  ///   - judged: the actions with what their open answers and small changes could do.
  ///   - explain: how much is told of each.
  public static func document(
    charter: String?, _ judged: [(judgement: Judgement, outlook: Outlook?)],
    explain: ExplainLevel = .full
  ) -> JSONValue {
    let actions = judged.map { action($0.judgement, outlook: $0.outlook, explain: explain) }
    return .object(head(charter) + [.init("actions", .array(actions))])
  }

  /// The same document as text in pieces, so that no more than one action is held at a time: what
  /// stands before the actions, between two, and behind them.
  public static func frame(
    charter: String?
  ) -> (opening: String, separator: String, closing: String) {
    var opening = JSONValue.object(head(charter)).pretty
    opening.removeLast(2)
    return (opening + ",\n  \"actions\": [\n    ", ",\n    ", "\n  ]\n}\n")
  }

  static func head(_ charter: String?) -> [JSONValue.Member] {
    [.init("schema", .integer(schemaVersion)), .init("charter", .optional(charter))]
  }

  /// One judged action, as it stands in the document and, alone on its line, in JSON lines.
  ///
  /// - Parameters:
  ///   - judgement: what the action came to.
  ///   - outlook: the questions and changes to tell of; without it both are left empty.
  ///   - explain: how much is told.
  ///   - points: what each rule brings, where that is to be told.
  public static func action(
    _ judgement: Judgement, outlook: Outlook? = nil, explain: ExplainLevel = .full,
    points: JSONValue? = nil
  ) -> JSONValue {
    let tally = judgement.tally
    var members: [JSONValue.Member] = [
      .init("action", .string(judgement.action.name))
    ]
    if let group = judgement.group { members.append(.init("group", .string(group))) }
    members.append(.init("verdict", .string(word(judgement.verdict, judgement.charter))))
    let explained = explain != .none
    if explained { members += prospect(judgement) }
    members.append(.init("score", tally.score.map { .number($0.number) } ?? .null))
    if explained { members += range(judgement) }
    members += [
      .init("for", Self.points(tally.forHalves)),
      .init("against", Self.points(tally.againstHalves)), .init("inPlay", .integer(tally.inPlay)),
    ]
    if let points { members.append(.init("points", points)) }
    if judgement.group != nil {
      members.append(.init("groups", .array(judgement.eachGroup.map(group))))
    }
    members +=
      explained ? reasons(judgement, outlook, explain: explain) : unread(judgement)
    return .object(members)
  }

  /// The lines of the action that were left out, which even the shortest account tells of.
  static func unread(_ judgement: Judgement) -> [JSONValue.Member] {
    guard !judgement.action.dropped.isEmpty else { return [] }
    let unread = Notice.all(judgement).filter { $0.code == .lineLeftOut }
    return [.init("notices", .array(unread.map(notice)))]
  }

  /// An action that could not be judged, among those that were.
  static func notJudged(
    _ name: String, _ problem: String, file: String, line: Int, column: Int?
  ) -> JSONValue {
    let column = column.map { [JSONValue.Member("column", .integer($0))] } ?? []
    return .object([
      .init("action", .string(name)), .init("verdict", .null), .init("problem", .string(problem)),
      .init(
        "location",
        .object([.init("file", .string(file)), .init("line", .integer(line))] + column)),
    ])
  }

  // MARK: Parts of an action

  /// What an action is to one group of customers.
  private static func group(_ judgement: Judgement) -> JSONValue {
    let charter = judgement.charter
    let vetoes = judgement.speakers.filter { judgement.sayings[$0] == .veto }
    return .object(
      [
        .init("group", .optional(judgement.group)),
        .init("verdict", .string(word(judgement.verdict, charter))),
      ] + prospect(judgement)
        + [.init("score", judgement.tally.score.map { .number($0.number) } ?? .null)]
        + range(judgement) + [
          .init("for", points(judgement.tally.forHalves)),
          .init("against", points(judgement.tally.againstHalves)),
          .init("inPlay", .integer(judgement.tally.inPlay)),
          .init("vetoes", .array(vetoes.map { .string(charter.rules[$0].name) })),
          .init(
            "facts",
            .array(
              judgement.action.statements.map { .string(charter.text(of: $0)) })),
        ])
  }

  static func prospect(_ judgement: Judgement) -> [JSONValue.Member] {
    let charter = judgement.charter
    let reachable = judgement.uncertainty.reachable.map { JSONValue.string(word($0, charter)) }
    return [
      .init("settled", .bool(judgement.uncertainty.isSettled)),
      .init("reachable", .array(reachable)),
    ]
  }

  static func range(_ judgement: Judgement) -> [JSONValue.Member] {
    let range = judgement.uncertainty.range.map { range in
      JSONValue.object([
        .init("low", .number(range.lowerBound.number)),
        .init("high", .number(range.upperBound.number)),
      ])
    }
    return [
      .init("range", range ?? .null), .init("exact", .bool(judgement.uncertainty.isExact)),
    ]
  }

  private static func reasons(
    _ judgement: Judgement, _ outlook: Outlook?, explain: ExplainLevel
  ) -> [JSONValue.Member] {
    let charter = judgement.charter
    let vetoes = judgement.speakers.filter { judgement.sayings[$0] == .veto }
    let open = Set(judgement.uncertainty.openRules)
    let shown = judgement.program.usedRules.filter {
      explain == .full || judgement.sayings[$0].speaks
    }
    let agreement = judgement.agreement
    return [
      .init("ofTotal", .integer(charter.totalWeight)),
      .init("unheard", .integer(judgement.uncertainty.unheard)),
      .init("share", share(judgement)),
      .init("vetoes", .array(vetoes.map { .string(charter.rules[$0].name) })),
      .init("rules", .array(shown.map { rule($0, judgement, isOpen: open.contains($0)) })),
      .init("next", .optional(outlook?.questions.first.map { charter.facts[$0.fact].name })),
      .init("agreement", agreement.map(share) ?? .null),
      .init("firmness", .string(judgement.firmness(agreement).rawValue)),
      .init("flips", .array((outlook?.flips?.nearest ?? []).map { flip($0, judgement) })),
      .init("filled", .array(judgement.filled.map { .string(charter.facts[$0].name) })),
      .init("notices", .array(Notice.all(judgement).map(notice))),
      .init("location", location(judgement)),
    ]
  }

  static func share(_ judgement: Judgement) -> JSONValue {
    let uncertainty = judgement.uncertainty
    guard uncertainty.shares.count == uncertainty.reachable.count else { return .null }
    return .object(
      zip(uncertainty.reachable, uncertainty.shares).map { verdict, share in
        .init(word(verdict, judgement.charter), millionths(Int((share * 1_000_000).rounded())))
      })
  }

  static func share(_ agreement: Agreement) -> JSONValue {
    // 1 is written only where it is so, and 0 never is.
    let whole = Int((agreement.share * 1_000_000).rounded())
    return millionths(agreement.isUnanimous ? whole : min(max(whole, 1), 999_999))
  }

  /// Shares are floating point already; the sixth decimal is all that is written.
  static func millionths(_ count: Int) -> JSONValue {
    .number(Number(count).divided(by: Number(1_000_000)) ?? Number(0))
  }

  private static func rule(_ place: Int, _ judgement: Judgement, isOpen: Bool) -> JSONValue {
    let rule = judgement.charter.rules[place]
    return .object([
      .init("rule", .string(rule.name)),
      .init("says", .string(judgement.sayings[place].words)),
      .init("open", .bool(isOpen)),
      .init("points", points(judgement.halfPoints(ofRule: place))),
      .init(
        "tipping", judgement.tippingWeight(ofRule: place).map { .number($0.weight) } ?? .null),
      .init("facts", .array(rule.facts.map { fact($0, judgement) })),
      .init("because", .optional(rule.reason)),
      .init("source", .optional(rule.source)),
    ])
  }

  private static func fact(_ place: Int, _ judgement: Judgement) -> JSONValue {
    .object([
      .init("fact", .string(judgement.charter.facts[place].name)),
      .init("value", .optional(judgement.saidValue(ofFact: place))),
      .init("evidence", .optional(judgement.action.statement(of: place)?.evidence)),
    ])
  }

  static func flip(_ flip: Flip, _ judgement: Judgement) -> JSONValue {
    let changes = flip.changes.map { change -> JSONValue in
      let charter = judgement.charter
      let from = judgement.saidValue(ofFact: change.fact)
      return .object([
        .init("fact", .string(charter.facts[change.fact].name)), .init("from", .optional(from)),
        .init("value", .string(charter.text(of: change.to, ofFact: change.fact))),
      ])
    }
    return .object([
      .init("to", .string(word(flip.verdict, judgement.charter))),
      .init("changes", .array(changes)), .init("silences", .bool(flip.onlySilences)),
    ])
  }

  private static func notice(_ notice: Notice) -> JSONValue {
    .object([.init("code", .string(notice.code.rawValue)), .init("text", .string(notice.text))])
  }

  private static func location(_ judgement: Judgement) -> JSONValue {
    let location = judgement.action.location
    guard location.file != nil || location.line > 0 else { return .null }
    return .object([
      .init("file", .optional(location.file)),
      .init("line", location.line > 0 ? .integer(location.line) : .null),
    ])
  }

  // MARK: Words and numbers

  static func word(_ verdict: Verdict, _ charter: Charter) -> String {
    verdict == .silent ? "silent" : verdict.name(in: charter)
  }

  static func points(_ halves: Int) -> JSONValue {
    .number(Number(halves).divided(by: Number(2)) ?? Number(0))
  }
}

extension Judgement {
  /// What a fact holds, as a line would say it after `is`; nil where it is open.
  fileprivate func saidValue(ofFact fact: Int) -> String? {
    if let statement = action.statement(of: fact) {
      if case .unsaid = statement.content { return nil }
      return String(charter.text(of: statement.content, ofFact: fact).dropFirst(3))
    }
    if case .value(let value) = world[fact] { return charter.text(of: value, ofFact: fact) }
    return uncertainty.unsaidFacts.contains(fact) || !(charter.facts[fact].kind?.isSaid ?? true)
      ? nil : "untouched"
  }
}
