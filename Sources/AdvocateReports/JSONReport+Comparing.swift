public import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// Answers about several actions, about changes and about weights.
extension JSONReport {
  /// The actions in the order in which they serve the customers.
  ///
  /// `place` counts from 1 and is null for those that are vetoed whatever the open answers are.
  public static func document(_ ranking: Ranking) -> JSONValue {
    let rows = ranking.judgements.enumerated().map { place, judgement in
      JSONValue.object(
        [.init("place", place < ranking.inRace ? .integer(place + 1) : .null)]
          + outcome(judgement)
          + [.init("against", points(judgement.tally.againstHalves))])
    }
    return .object(head(ranking.judgements.first?.charter.name) + [.init("ranking", .array(rows))])
  }

  /// Several actions rule by rule, who is at least as good on every rule, and what weights decide.
  public static func document(_ comparison: Comparison) -> JSONValue {
    let judgements = comparison.judgements
    let charter = judgements.first?.charter ?? Charter(name: "")
    let rules = (comparison.speakers + comparison.neutral).map { rule in
      JSONValue.object([
        .init("rule", .string(charter.rules[rule].name)),
        .init("weight", .integer(charter.rules[rule].weight)),
        .init("says", .array(judgements.map { .string($0.sayings[rule].words) })),
        .init("points", .array(judgements.map { points($0.halfPoints(ofRule: rule)) })),
      ])
    }
    let shares = comparison.weightings
    var weightings: [JSONValue.Member] = [
      .init("first", .array(shares.first.map { share($0) })), .init("level", share(shares.level)),
      .init("rules", .integer(shares.rules)),
    ]
    switch shares.method {
    case .exact: weightings.append(.init("exact", .bool(true)))
    case .sampled(let count, let seed):
      weightings += [
        .init("exact", .bool(false)), .init("drawn", .integer(count)),
        .init("seed", .string(String(seed))), .init("error", share(WeightingShares.error)),
      ]
    }
    return .object(
      head(charter.name) + [
        .init(
          "actions",
          .array(
            judgements.map { judgement in
              .object(outcome(judgement) + sums(judgement))
            })),
        .init("rules", .array(rules)), .init("pairs", .array(pairs(comparison))),
        .init("weightings", .object(weightings)),
      ])
  }

  /// How each action stands to each later one in every completion that they share.
  private static func pairs(_ comparison: Comparison) -> [JSONValue] {
    comparison.judgements.indices.flatMap { one in
      comparison.judgements.indices.dropFirst(one + 1).map { other in
        .object([
          .init("first", .string(comparison.judgements[one].action.name)),
          .init("second", .string(comparison.judgements[other].action.name)),
          .init("firstBetterOn", .integer(comparison.betterRules(one, than: other))),
          .init("secondBetterOn", .integer(comparison.betterRules(other, than: one))),
          .init("firstDominates", word(comparison.dominance[one][other])),
          .init("secondDominates", word(comparison.dominance[other][one])),
        ])
      }
    }
  }

  /// True, false, or null where it could not be worked out.
  private static func word(_ dominance: Dominance) -> JSONValue {
    switch dominance {
    case .dominates: .bool(true)
    case .notKnown: .null
    default: .bool(false)
    }
  }

  /// The smallest changes that lead to a verdict, the best first; null where there is no need.
  public static func document(_ judgement: Judgement, _ flips: Flips?) -> JSONValue {
    let charter = judgement.charter
    var members = head(charter.name) + outcome(judgement)
    members.append(.init("wanted", flips.map { .string(word($0.wanted, charter)) } ?? .null))
    if let flips {
      members += [
        .init("flips", .array(flips.best.map { flip($0, judgement) })),
        .init("complete", .bool(!flips.isCutShort)), .init("possible", .bool(flips.isPossible)),
        .init("obstacles", .array(flips.obstacles.map { .string(charter.rules[$0].name) })),
      ]
    }
    return .object(members)
  }

  /// How much the verdict as told leans on the weights.
  ///
  /// `freely`: over all weightings whatsoever, instead of those from 1 to 5.
  public static func weights(_ judgement: Judgement, freely: Bool) -> JSONValue {
    let charter = judgement.charter
    var members = head(charter.name) + outcome(judgement)
    members.append(.init("agreement", judgement.agreement.map(share) ?? .null))
    guard !freely else {
      let free = judgement.freeAgreement
      members.append(.init("freeAgreement", free.map { share($0.agreement) } ?? .null))
      let shares = (free?.shares ?? []).enumerated().map { band, part in
        JSONValue.Member(charter.bands[band].name, share(part))
      }
      return .object(members + [.init("freeShare", .object(shares))])
    }
    let rules = judgement.weighedRules.map { rule in
      let tipping = judgement.tippingWeight(ofRule: rule)
      return JSONValue.object([
        .init("rule", .string(charter.rules[rule].name)),
        .init("weight", .integer(charter.rules[rule].weight)),
        .init("tipping", tipping.map { .number($0.weight) } ?? .null),
        .init("to", tipping.map { .string(word($0.verdict, charter)) } ?? .null),
      ])
    }
    return .object(
      members + [
        .init("firmness", .string(judgement.firmness.rawValue)), .init("rules", .array(rules)),
      ])
  }

  /// What changes when one charter takes the place of another.
  public static func document(_ difference: CharterDifference) -> JSONValue {
    func change(_ change: CharterDifference.Change) -> JSONValue {
      .object([
        .init("action", .string(change.before.action.name)),
        .init("before", .object(outcome(change.before).filter { $0.name != "action" })),
        .init("after", .object(outcome(change.after).filter { $0.name != "action" })),
        .init("losesVeto", .bool(change.losesVeto)), .init("gainsVeto", .bool(change.gainsVeto)),
      ])
    }
    var members: [JSONValue.Member] = [
      .init("schema", .integer(schemaVersion)), .init("before", .string(difference.before.name)),
      .init("after", .string(difference.after.name)), .init("judged", .integer(difference.judged)),
      .init("changes", .array(difference.changes.map(change))),
      .init("misfits", .array(difference.misfits.map { .string($0.before.action.name) })),
    ]
    switch difference.answer {
    case .same: members.append(.init("equivalent", .bool(true)))
    case .witness(let found):
      let old = lines(found.before)
      let new = lines(found.after).filter { !old.contains($0) }
      members += [
        .init("equivalent", .bool(false)), .init("witness", change(found)),
        .init("lines", .array((old + new).map { .string($0) })),
      ]
    case .noneFound(let tried, let seed):
      members += [
        .init("equivalent", .null), .init("tried", .integer(tried)),
        .init("seed", .string(String(seed))),
      ]
    case .notComparable(let facts):
      members += [
        .init("equivalent", .null), .init("notComparable", .array(facts.map { .string($0) })),
      ]
    }
    return .object(members)
  }

  private static func lines(_ judgement: Judgement) -> [String] {
    judgement.action.statements.map { judgement.charter.text(of: $0) }
  }

  // MARK: Pieces

  /// An action's name, its verdict and score as told, and what is still open.
  private static func outcome(_ judgement: Judgement) -> [JSONValue.Member] {
    [.init("action", .string(judgement.action.name))]
      + (judgement.group.map { [.init("group", .string($0))] } ?? [])
      + [.init("verdict", .string(word(judgement.verdict, judgement.charter)))]
      + prospect(judgement)
      + [.init("score", judgement.tally.score.map { .number($0.number) } ?? .null)]
      + range(judgement) + unread(judgement)
  }

  private static func sums(_ judgement: Judgement) -> [JSONValue.Member] {
    let tally = judgement.tally
    return [
      .init("for", points(tally.forHalves)), .init("against", points(tally.againstHalves)),
      .init("inPlay", .integer(tally.inPlay)),
    ]
  }

  /// A share between 0 and 1 with six decimals.
  private static func share(_ value: Double) -> JSONValue {
    millionths(Int((value * 1_000_000).rounded()))
  }
}
