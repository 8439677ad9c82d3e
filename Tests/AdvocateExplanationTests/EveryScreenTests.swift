import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateExplanationSamples
import Testing

/// What holds of all screens, tried on many actions.
@Suite struct EveryScreenTests {
  private func screens(_ judgement: Judgement, width: Int) -> [[StyledText]] {
    let charter = judgement.charter
    return [
      VerdictScreen.render(judgement, width: width),
      VerdictScreen.render(judgement, width: width, depth: .short),
      VerdictScreen.render(judgement, width: width, depth: .sentence),
      AccountScreen.render(judgement, width: width),
      AccountScreen.render(judgement, width: width, everything: true),
      WhatIfScreen.render(
        now: judgement, then: BruteForce.judge(SampleActions.oneStep, by: charter),
        changed: Array(charter.facts.indices), width: width),
      WeighScreen.rules(judgement, width: width),
      WeighScreen.freely(judgement, width: width),
      CatalogueScreens.actions([judgement], width: width),
      CatalogueScreens.rules(charter, width: width),
      CatalogueScreens.facts(charter, width: width),
      CatalogueScreens.charterSummary(charter, width: width),
    ]
      + charter.rules.indices.flatMap {
        [
          RuleScreen.render(judgement, rule: $0, width: width),
          CatalogueScreens.rule(charter, $0, width: width),
        ]
      } + charter.facts.indices.map { CatalogueScreens.fact(charter, $0, width: width) }
      + charter.facts.indices.flatMap { questions($0, judgement, width: width) }
  }

  private func questions(_ fact: Int, _ judgement: Judgement, width: Int) -> [[StyledText]] {
    let effects = Judge(judgement.program).effects(ofAnswering: fact, in: judgement)
    return [
      InterviewScreen.opening(atMost: fact, width: width),
      InterviewScreen.question(
        fact, heading: .number(3, of: 12), judgement: judgement, width: width),
      InterviewScreen.question(
        fact, heading: .again, judgement: judgement, effects: effects, width: width),
      InterviewScreen.reason(fact, judgement: judgement, effects: effects, width: width),
    ]
  }

  /// Names and texts that try to steer the terminal, to flood it, or to take two columns a letter.
  private static let nasty: Judgement = {
    let evil = "\u{1B}[31mred\u{202E}dlog\u{7}\u{85}"
    var charter = SampleCharter.charter
    charter.name += evil
    charter.lenses[0] += evil
    charter.declaredBands = [
      Band(name: "fine\(evil)", from: 9000), Band(name: "木木\u{202E}", from: 2750),
      Band(name: String(repeating: "verylong", count: 12), from: 0),
    ]
    for place in charter.rules.indices {
      charter.rules[place].name += evil
      charter.rules[place].reason = evil + String(repeating: "木", count: 60)
      charter.rules[place].notes = [evil]
    }
    for place in charter.facts.indices {
      charter.facts[place].name += evil
      charter.facts[place].question = evil
    }
    charter.rules[6].reason = nil
    var action = SampleActions.openPhone
    action.name = evil + String(repeating: "x", count: 90)
    for place in action.statements.indices { action.statements[place].evidence = evil }
    action.statements[0].content = .value(.text(evil + String(repeating: "long ", count: 900)))
    action.notes = [evil]
    action.dropped = [DroppedLine(line: SourceLine(file: evil, number: 3, text: evil), fact: nil)]
    return BruteForce.judge(action, by: charter)
  }()

  private static let all =
    [
      SampleActions.phone, SampleActions.openPhone, SampleActions.oneStep,
      SampleActions.countdown, SampleActions.paint,
    ].map { BruteForce.judge($0) } + [nasty]

  @Test(arguments: [120, 80, 60, 59, 40, 20]) func noLineIsWiderThanAsked(width: Int) {
    for judgement in Self.all {
      for line in screens(judgement, width: width).joined() {
        #expect(TextWidth.of(line.plain) <= width, "\(line.plain)")
      }
    }
  }

  @Test(arguments: [80, 40]) func noControlCharacterPasses(width: Int) {
    for line in screens(Self.nasty, width: width).joined() {
      #expect(!line.plain.unicodeScalars.contains(where: HarmlessText.isHarmful), "\(line.plain)")
    }
    let verdict = VerdictScreen.render(Self.nasty, width: width).shown
    #expect(verdict.contains("<U+001B>"))
    #expect(verdict.contains("<U+202E>"))
  }

  @Test func noScreenPraisesGuessesOrShouts() {
    let banned = ["!", " I ", "robabl", "ikely", "onfiden", " risk", "(s)", " 0 rules", " 1 rules"]
    for judgement in Self.all.dropLast() {
      for width in [80, 40] {
        let text = screens(judgement, width: width).map(\.shown).joined()
        for word in banned { #expect(!text.contains(word), "\(word)") }
      }
    }
  }

  @Test func everySignHasAnASCIIForm() {
    let style = OutputStyle(isASCII: true)
    for judgement in Self.all.dropLast() {
      for line in screens(judgement, width: 80).joined() {
        let questions = line.plain.count { $0 == "?" }
        #expect(style.render(line).count { $0 == "?" } == questions, "\(line.plain)")
      }
    }
  }

  // MARK: Adding up

  /// A fixed sequence of numbers that look random.
  private struct Sequence {
    var state: UInt64 = 20_261_121
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  private func someAction(_ sequence: inout Sequence) -> Action {
    var action = Action(name: "Some action", location: SourceLocation())
    action.restIsUntouched = true
    for (fact, declaration) in SampleCharter.charter.facts.enumerated() {
      guard declaration.kind?.isSaid == true, sequence.below(3) > 0 else { continue }
      let value: Value =
        switch declaration.kind {
        case .scale(let levels), .oneOf(let levels): .level(sequence.below(levels.count))
        case .anyOf: .levels([0b001, 0b010, 0b100, 0b110][sequence.below(4)])
        case .text: .text("a job")
        default: .number(Number([-5, 0, 10, 90_000, 600_000][sequence.below(5)]))
        }
      let negative = if case .number(let number) = value { number.sign < 0 } else { false }
      if negative, case .number = declaration.kind { continue }
      action.statements.append(
        Statement(fact: fact, content: .value(value), evidence: nil, location: SourceLocation()))
    }
    return action
  }

  /// The points of `line` in halves, where it is a row of points.
  private func row(_ line: String) -> (label: String, halves: Int, weight: Int)? {
    let words = line.split(separator: " ")
    guard words.count > 3, words[2] == "of", line.first != " ",
      ["for", "against", "veto", "neither"].contains(String(words[0])), let weight = Int(words[3])
    else { return nil }
    let parts = words[1].split(separator: ".")
    guard let whole = Int(parts[0]) else { return nil }
    return (String(words[0]), 2 * whole + (parts.count > 1 ? 1 : 0), weight)
  }

  @Test func allPointsAddUp() {
    var sequence = Sequence()
    var sums = 0
    for _ in 0..<300 {
      let judgement = BruteForce.judge(someAction(&sequence))
      for screen in [
        VerdictScreen.render(judgement, width: 80), VerdictScreen.render(judgement, width: 40),
        VerdictScreen.render(judgement, width: 80, depth: .short),
        AccountScreen.render(judgement, width: 80),
      ] {
        let lines = screen.map(\.plain)
        let rows = lines.compactMap(row)
        let forHalves = rows.filter { $0.label == "for" }.reduce(0) { $0 + $1.halves }
        let againstHalves = rows.filter { $0.label == "against" || $0.label == "veto" }
          .reduce(0) { $0 + $1.halves }
        let inPlay = rows.reduce(0) { $0 + $1.weight }
        #expect(judgement.tally.inPlay == inPlay, "\(lines.joined(separator: "\n"))")
        guard let sum = lines.first(where: { $0.contains(" in play") && $0.contains(" for, ") })
        else { continue }
        sums += 1
        let printed =
          "\(ScoreText.points(halves: forHalves)) for,"
          + " \(ScoreText.points(halves: againstHalves)) against, of \(inPlay) in play"
        #expect(sum.contains(printed), "\(lines.joined(separator: "\n"))")
      }
    }
    #expect(sums > 1000)
  }
}
