public import AdvocateAnalysis
public import AdvocateCharter
public import AdvocateDiagnostics
public import AdvocateEvaluation

extension View {
  /// Two cases that one fact and one rule set apart, ready to be typed.
  ///
  /// - Parameters:
  ///   - twins: the two.
  ///   - charter: what they were judged by.
  ///   - seed: what chose them.
  public static func twins(_ twins: Twins, _ charter: Charter, seed: Int) -> View {
    let words = TwinWords(twins, charter)
    var view = View("twins")
    view.say(
      """
      \(bold: words.rule), seed \(String(seed)): two cases that differ in the last line but one.
      """
    )
    for place in 0...1 {
      let twin = place == 0 ? twins.first : twins.second
      view.parts.append(.heading(words.verdict(place).plain))
      var lines = ["action \(twin.action.action.name)"]
      lines += (words.shared + [words.own[place]]).map { "  " + $0 }
      view.parts.append(.lines(lines + ["  the rest is untouched"]))
    }
    view.parts.append(.heading("Why"))
    view.say(words.reason)
    view.say(words.without)
    view.record("rule", .text(words.rule))
    view.record("seed", .count(seed))
    view.parts.append(.data(words.table))
    return view
  }

  /// Rounds of twins as questions, and after them the answers with their reasons.
  ///
  /// - Parameters:
  ///   - rounds: the twins, each with whether the verdicts of both are asked for rather than which
  ///     of the two is worse.
  ///   - charter: what they were judged by.
  ///   - seed: what chose them.
  public static func quiz(
    _ rounds: [(twins: Twins, asksVerdicts: Bool)], _ charter: Charter, seed: Int
  ) -> View {
    var view = View("quiz")
    view.record("seed", .count(seed))
    view.say(
      """
      Each question shows two cases that differ in one line. What no line says is not touched.
      """)
    for (number, round) in rounds.enumerated() {
      let words = TwinWords(round.twins, charter)
      view.parts.append(.heading("Question \(number + 1)"))
      if !words.shared.isEmpty {
        view.say("Both: \(words.shared.joined(separator: "; "))")
      }
      view.parts.append(
        .list(words.own.enumerated().map { StyledText("Case \($0 + 1): \($1)") }))
      view.say(
        round.asksVerdicts
          ? """
          What verdict does each get? It is one of: \
          \(TwinWords.verdicts(of: charter).joined(separator: ", ")).
          """ : "Which of the two is worse for the customer?")
    }
    view.parts.append(.heading("Answers"))
    for (number, round) in rounds.enumerated() {
      let words = TwinWords(round.twins, charter)
      let worse = round.asksVerdicts ? nil : round.twins.worse.map { "Case \($0) is worse. " }
      view.say(
        StyledText("Question \(number + 1): \(worse ?? "")", .bold) + words.verdict(0) + " "
          + words.verdict(1) + " " + words.reason)
    }
    view.parts.append(.data(table(rounds, charter)))
    return view
  }

  private static func table(
    _ rounds: [(twins: Twins, asksVerdicts: Bool)], _ charter: Charter
  ) -> Table {
    let columns: [Table.Column] = [
      .init("question", "question", isRight: true), .init("rule", "rule"),
      .init("one", "case 1"), .init("two", "case 2"), .init("worse", "worse", isRight: true),
    ]
    return Table(
      "rounds", columns: columns,
      rows: rounds.enumerated().map { number, round in
        let words = TwinWords(round.twins, charter)
        let worse = round.twins.worse
        return [
          .init(StyledText(String(number + 1)), .count(number + 1)),
          .init(StyledText(words.rule)),
          .init(StyledText(words.name(of: round.twins.first.verdict))),
          .init(StyledText(words.name(of: round.twins.second.verdict))),
          .init(
            StyledText(worse.map(String.init) ?? "neither"), worse.map { .count($0) } ?? .absent),
        ]
      })
  }
}

/// What is said of twins.
public struct TwinWords {
  let twins: Twins
  let charter: Charter
  /// The lines that both say.
  public let shared: [String]
  /// The line that differs, of each.
  public let own: [String]

  /// Puts `twins` into words.
  ///
  /// - Parameters:
  ///   - twins: the two cases.
  ///   - charter: what they were judged by.
  public init(_ twins: Twins, _ charter: Charter) {
    (self.twins, self.charter) = (twins, charter)
    shared = twins.sharedLines(in: charter)
    own = twins.ownLines(in: charter)
  }

  /// The verdicts that a case can get, as they are typed.
  public static func verdicts(of charter: Charter) -> [String] {
    charter.bands.map(\.name) + ["vetoed", "silent"]
  }

  /// The place of `verdict` among all that a case can get.
  public static func place(of verdict: Verdict, in charter: Charter) -> Int {
    switch verdict {
    case .band(let place): place
    case .vetoed: charter.bands.count
    case .silent: charter.bands.count + 1
    }
  }

  var rule: String { charter.rules[twins.rule].name }

  func name(of verdict: Verdict) -> String {
    Self.verdicts(of: charter)[Self.place(of: verdict, in: charter)]
  }

  /// The verdict on one of the two, and what the rule says of it.
  public func verdict(_ place: Int) -> StyledText {
    let twin = place == 0 ? twins.first : twins.second
    let score = twin.verdict == .vetoed ? nil : twin.score
    let figure = score.map { ", " + ScoreText.whole($0, bands: charter.bands) } ?? ""
    let saying =
      switch twin.saying {
      case .for: "the rule speaks for it"
      case .leansFor: "the rule leans for it"
      case .neutral: "the rule says neither"
      case .leansAgainst: "the rule leans against it"
      case .against: "the rule speaks against it"
      case .veto: "the rule vetoes it"
      case .notInPlay: "the rule is not in play"
      }
    return "Case \(String(place + 1)) is \(bold: name(of: twin.verdict))\(figure): \(saying)."
  }

  /// Why the rule tells the two apart.
  public var reason: StyledText {
    let because = charter.rules[twins.rule].reason.map { ", because \($0)" } ?? ""
    return "\(bold: rule) tells them apart\(because)."
  }

  /// What both would be without the rule.
  var without: StyledText {
    twins.verdictWithout == .silent
      ? "Without that rule no other would speak of either."
      : "Without that rule both would be \(name(of: twins.verdictWithout))."
  }

  var table: View.Table {
    let columns: [View.Table.Column] = [
      .init("case", "case", isRight: true), .init("lines", "lines"),
      .init("verdict", "verdict"), .init("says", "the rule says"),
    ]
    return View.Table(
      "cases", columns: columns,
      rows: [twins.first, twins.second].enumerated().map { place, twin in
        let lines = shared + [own[place]]
        return [
          .init(StyledText(String(place + 1)), .count(place + 1)),
          .init(StyledText(lines.joined(separator: "; ")), .list(lines.map { .text($0) })),
          .init(StyledText(name(of: twin.verdict))), .init(StyledText(twin.saying.words)),
        ]
      })
  }
}
