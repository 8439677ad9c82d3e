public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// The charter, all verdicts by it, and what it says that no plan shows, on one page.
  public static func portrait(_ judgements: [Judgement]) -> View {
    guard let charter = judgements.first?.charter else { return View("portrait") }
    var view = View("portrait")
    let used = charter.rules.indices.filter { charter.rules[$0].isUsed }
    view.say(
      """
      \(bold: charter.name), \(Words.count(used.count, "rule")), and \
      \(Words.count(judgements.count, "plan")) by it:
      """)
    view.parts.append(.table(verdicts(judgements, charter)))
    view.sayLenses(judgements, charter)
    view.sayShown(judgements, used, charter)
    view.sayEvidence(judgements)
    return view
  }

  private static func verdicts(_ judgements: [Judgement], _ charter: Charter) -> Table {
    let order = charter.bands.indices.map { Verdict.band($0) } + [.silent, .vetoed]
    let rows = order.compactMap { verdict -> [Table.Cell]? in
      let plans = judgements.filter { $0.verdict == verdict }.map(\.title)
      if plans.isEmpty, verdict == .silent || verdict == .vetoed { return nil }
      return [
        .init(verdict.styledName(in: charter)),
        .init(StyledText(String(plans.count)), .count(plans.count)),
        .init(
          StyledText(
            plans.isEmpty ? "·" : Words.some(plans, 3, noun: "plan", hint: "rank names")),
          .list(plans.map { .text($0) })),
      ]
    }
    return Table(
      "verdicts",
      columns: [
        .init("verdict", "verdict"), .init("count", "", isRight: true), .init("plans", "plans"),
      ],
      rows: rows)
  }

  /// The lens that carries us and the one that accuses us.
  private mutating func sayLenses(_ judgements: [Judgement], _ charter: Charter) {
    var sums = [(pro: Int, against: Int)](repeating: (0, 0), count: charter.lenses.count)
    for judgement in judgements {
      for rule in judgement.speakers {
        guard let lens = charter.rules[rule].lens else { continue }
        let halves = judgement.halfPoints(ofRule: rule)
        sums[lens].pro += max(0, halves)
        sums[lens].against += max(0, -halves)
      }
    }
    func best(_ halves: ((pro: Int, against: Int)) -> Int) -> String? {
      let top = sums.map(halves).max() ?? 0
      guard top > 0, let lens = sums.firstIndex(where: { halves($0) == top }) else { return nil }
      return "\(charter.lenses[lens]) (\(ScoreText.points(halves: top)) points)"
    }
    guard !charter.lenses.isEmpty else { return }
    say(
      StyledText(
        "Over all plans most speaks for us in \(best(\.pro) ?? "no lens"), most against us in "
          + "\(best(\.against) ?? "no lens")."))
    parts.append(
      .data(
        Table(
          "lenses",
          columns: [
            .init("lens", "lens"), .init("for", "for", isRight: true),
            .init("against", "against", isRight: true),
          ],
          rows: charter.lenses.indices.map { lens in
            [
              .init(StyledText(charter.lenses[lens])),
              .init(
                StyledText(ScoreText.points(halves: sums[lens].pro)),
                .points(halves: sums[lens].pro)),
              .init(
                StyledText(ScoreText.points(halves: sums[lens].against)),
                .points(halves: sums[lens].against)),
            ]
          })))
  }

  /// Which heavy rules no plan lives up to: those it breaks, and those it leaves unmentioned.
  private mutating func sayShown(
    _ judgements: [Judgement], _ used: [Int], _ charter: Charter
  ) {
    func plans(_ rule: Int, _ isSide: (Int) -> Bool) -> Int {
      judgements.count { isSide($0.sayings[rule].halves) && $0.sayings[rule].speaks }
    }
    let heavy = used.filter { charter.rules[$0].weight >= 4 }
    let shown = used.filter { plans($0) { $0 > 0 } > 0 }
    let broken = used.filter { rule in !shown.contains(rule) && plans(rule) { $0 < 0 } > 0 }
    let silent = heavy.filter { !shown.contains($0) && !broken.contains($0) }
    record("shown", .count(shown.count))
    record("broken", .list(broken.map { .text(charter.rules[$0].name) }))
    record("heavyAndSilent", .list(silent.map { .text(charter.rules[$0].name) }))
    func names(_ rules: [Int], isWhole: Bool) -> String {
      let sorted = rules.sorted {
        let (one, other) = (charter.rules[$0].weight, charter.rules[$1].weight)
        return one == other ? $0 < $1 : one > other
      }
      return Words.some(
        sorted.map { charter.rules[$0].name }, isWhole ? sorted.count : 4, noun: "rule",
        hint: "look portrait as markdown names")
    }
    let count =
      shown.isEmpty
      ? "no rule speaks for a plan."
      : "\(shown.count) of \(Words.count(used.count, "rule")) "
        + "\(Words.verb(shown.count, "speaks", "speak")) for some plan."
    say("\(bold: "Said and shown"): \(count)")
    if !broken.isEmpty {
      func text(isWhole: Bool) -> StyledText {
        """
        \(bold: "Said, not shown"): broken by some plan and kept by none: \
        \(names(broken, isWhole: isWhole)).
        """
      }
      say(text(isWhole: false), full: text(isWhole: true))
    }
    if !silent.isEmpty {
      func text(isWhole: Bool) -> StyledText {
        """
        \(bold: "Said, never tried"): of weight 4 or 5 and touched by no plan: \
        \(names(silent, isWhole: isWhole)).
        """
      }
      say(text(isWhole: false), full: text(isWhole: true))
    }
    parts.append(
      .data(
        Table(
          "rules",
          columns: [
            .init("rule", "rule"), .init("for", "plans for", isRight: true),
            .init("against", "plans against", isRight: true),
          ],
          rows: used.map { rule in
            let (pro, against) = (plans(rule) { $0 > 0 }, plans(rule) { $0 < 0 })
            return [
              .init(StyledText(charter.rules[rule].name)),
              .init(StyledText(String(pro)), .count(pro)),
              .init(StyledText(String(against)), .count(against)),
            ]
          })))
  }

  /// How much of what is said rests on evidence.
  private mutating func sayEvidence(_ judgements: [Judgement]) {
    let statements = judgements.flatMap { judgement in
      judgement.action.statements.filter { statement in
        statement.content != .unsaid && statement.content != .untouched
          && judgement.program.isRead[statement.fact]
      }
    }
    let known = statements.count { $0.evidence != nil }
    record("factsSaid", .count(statements.count))
    record("factsWithEvidence", .count(known))
    guard !statements.isEmpty else { return }
    say(
      StyledText(
        "Of \(Words.count(statements.count, "fact")) told about these plans, "
          + "\(known == 0 ? "none" : String(known)) \(Words.verb(known, "says", "say")) how it is "
          + "known; the rest is our guess."))
  }
}
