import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Whether actions pass.
extension BatchWorker {
  /// Whether the action called `name`, which is the same to all customers, is refused; `place` is
  /// that of its outcome.
  func isRefused(_ name: String, _ place: Int) -> Bool {
    let outcome = tails[place]
    return isRefused([name], byWord: outcome.isRefused, outcome)
  }

  /// Whether the action judged in `judgement` is refused, for whichever group of customers.
  func isRefused(_ judgement: Judgement, _ place: Int) -> Bool {
    let each = judgement.eachGroup
    // An earlier run may have named it by the group that was worst off then.
    let names =
      [judgement.action.name] + (judgement.group == nil ? [] : each.map(\.title))
    return isRefused(names, byWord: each.contains { plan.gates.refuses($0) }, tails[place])
  }

  private func isRefused(
    _ names: [String], byWord isRefused: Bool, _ outcome: BatchTails.Outcome
  ) -> Bool {
    guard let baseline = plan.gates.baseline else { return isRefused }
    let isGated = plan.gates.hasWord
    guard let place = meet(names, in: baseline) else {
      piece.newActions.note(names[0])
      return isGated && isRefused
    }
    let before = baseline.entries[place]
    guard let code = before.code else { return isGated && isRefused }
    if isGated, !isRefused { return false }
    return plan.isWorse(outcome, than: before, of: code)
  }

  /// Records that an action of an earlier run came again and could not be judged.
  func meetUnjudged(_ name: String) {
    if let baseline = plan.gates.baseline { _ = meet([name], in: baseline) }
  }

  /// The place of what came out before of an action with one of these names: the first time the
  /// first of that name, then the next, and the last for all others.
  private func meet(_ names: [String], in baseline: BatchBaseline) -> Int? {
    let own = names.lazy.compactMap { baseline.place(of: $0) }.first
    // A table names only the group that was worst off, which may be no group any more.
    guard let first = own ?? (names.count > 1 ? baseline.place(ofAnyGroupOf: names[0]) : nil)
    else { return nil }
    var place = first
    if baseline.hasDoubles {
      place = turns[first].map { baseline.place(after: $0) ?? $0 } ?? first
      turns[first] = place
    }
    met[place] = true
    return place
  }
}

extension BatchPlan {
  /// Whether an outcome is worse than the one before, whose code was `earlier`.
  fileprivate func isWorse(
    _ outcome: BatchTails.Outcome, than before: BatchBaseline.Before, of earlier: Int
  ) -> Bool {
    let silent = program.charter.bands.count
    let vetoed = silent + 1
    let isPlain = [outcome.code, earlier].allSatisfy { $0 != silent }
    if outcome.code != earlier, isPlain || [outcome.code, earlier].contains(vetoed) {
      return outcome.code > earlier
    }
    // Where no rule speaks there is no score, and that counts as 50, as in `worse than`.
    let middle = Number(50)
    guard let now = outcome.code == silent ? middle : outcome.written,
      let then = earlier == silent ? middle : before.score
    else { return false }
    return now < then
  }
}

/// Some actions, of which the first are named.
public struct NamedActions: Sendable, Equatable {
  /// How many there are.
  public private(set) var count = 0
  /// The first names.
  public private(set) var names: [String] = []

  /// How many are named.
  public static let most = 3

  /// Creates a list of none.
  public init() {}

  mutating func note(_ name: @autoclosure () -> String) {
    count += 1
    if names.count < Self.most { names.append(name()) }
  }

  /// The names in words, with how many there are beside them.
  public var list: String {
    let shown = names.map { HarmlessText.of($0) }.joined(separator: ", ")
    let rest = count - names.count
    return rest == 0 ? shown : "\(shown) and \(rest) more"
  }

  /// Adds those that come behind.
  mutating func add(_ others: NamedActions) {
    count += others.count
    names += others.names.prefix(Self.most - names.count)
  }
}
