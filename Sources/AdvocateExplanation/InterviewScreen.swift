public import AdvocateAnalysis
public import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateEvaluation

/// The questions of an interview, and what hangs on them.
public enum InterviewScreen {
  /// What stands before a question.
  public enum Heading: Sendable, Equatable {
    /// Its number, and how many there are at most, where that is known.
    case number(Int, of: Int?)
    /// The question was left open, and decides.
    case again

    var text: String {
      switch self {
      case .number(let number, let total?): "\(number) of \(total)"
      case .number(let number, nil): "Question \(number)"
      case .again: "Again"
      }
    }
  }

  /// How to answer, before the first question.
  public static func opening(atMost count: Int?, width: Int) -> [StyledText] {
    let number = count.map { $0 == 1 ? "1 question. " : "\($0) questions at most. " } ?? ""
    return TextLayout.wrap(
      """
      \(bold: number)A number or a word answers; Enter means: not known; u means: \
      untouched, the plan does not change it. How it is known may follow, as in: \
      4 because twelve of them told us
      """, width: width)
      + TextLayout.wrap(
        """
        Also: back, why this question, stop. No score is shown meanwhile, so that nobody answers \
        towards one.
        """, width: width)
  }

  /// A question with its answers.
  ///
  /// - Parameters:
  ///   - fact: the fact that it asks for, by its place in the charter.
  ///   - heading: what stands before it.
  ///   - judgement: what is known so far; a stretch that was said of the fact stands below.
  ///   - effects: what each answer leaves possible; empty leaves it out.
  ///   - width: the columns that lines may take.
  public static func question(
    _ fact: Int, heading: Heading, judgement: Judgement, effects: [AnswerEffect] = [], width: Int
  ) -> [StyledText] {
    let text = QuestionText(fact, judgement, width: width)
    return text.question(heading) + text.answers() + text.said() + text.sentence(effects)
  }

  /// What hangs on a question: the rules that wait for it, and where each answer could lead.
  ///
  /// - Parameters:
  ///   - fact: the fact that it asks for, by its place in the charter.
  ///   - judgement: what is known so far.
  ///   - effects: what each answer leaves possible.
  ///   - width: the columns that lines may take.
  public static func reason(
    _ fact: Int, judgement: Judgement, effects: [AnswerEffect], width: Int
  ) -> [StyledText] {
    let text = QuestionText(fact, judgement, width: width)
    return text.rules() + text.table(effects) + text.notes()
  }
}

/// The lines of one question.
struct QuestionText {
  let place: Int
  let judgement: Judgement
  let width: Int

  init(_ fact: Int, _ judgement: Judgement, width: Int) {
    place = fact
    self.judgement = judgement
    self.width = max(width, 20)
  }

  private var charter: Charter { judgement.charter }
  private var fact: FactDeclaration { charter.facts[place] }
  private var isWide: Bool { width >= 60 }

  // MARK: - The question

  func question(_ heading: InterviewScreen.Heading) -> [StyledText] {
    let head = StyledText(heading.text, .bold) + "  "
    var text = StyledText(fact.question ?? fact.name, .bold)
    if case .anyOf = fact.kind { text += "   several: 2, 4" }
    return TextLayout.wrap(
      text, width: width, first: head, indent: isWide ? TextWidth.of(head.plain) : 2)
  }

  /// The answers: levels with a meaning in a column, bare ones in a row, else what can be typed.
  func answers() -> [StyledText] {
    guard !fact.levels.isEmpty else {
      return hint.map { TextLayout.wrap(StyledText($0), width: width, first: "  ", indent: 2) }
        ?? []
    }
    return fact.meanings.isEmpty ? row() : column()
  }

  private var labels: [String] {
    fact.levels.enumerated().map { place, level in
      fact.hasNumberedLevels ? "\(place + 1) \(level)" : level
    }
  }

  private func row() -> [StyledText] {
    let labels = labels.map { HarmlessText.of($0) }
    let longest = labels.map { TextWidth.of($0) }.max() ?? 0
    let single = labels.joined(separator: "   ")
    if TextWidth.of(single) + 2 <= width { return [StyledText("  " + single)] }
    let count = max(1, (width - 2) / (longest + 3))
    return stride(from: 0, to: labels.count, by: count).flatMap { start in
      let part = labels[start..<min(start + count, labels.count)]
      let cells = part.enumerated().map { place, label in
        place == part.count - 1 ? label : TextLayout.padRight(label, to: longest + 3)
      }
      return TextLayout.wrap(
        StyledText(cells.joined()), width: width, first: "  ", indent: 4)
    }
  }

  /// In narrow windows, which often are low ones as well, the meaning follows its level.
  private func column() -> [StyledText] {
    let longest = labels.map { TextWidth.of(HarmlessText.of($0)) }.max() ?? 0
    let start = 2 + longest + 3
    return labels.enumerated().flatMap { place, label -> [StyledText] in
      let head = TextLayout.wrap(StyledText(label), width: width, first: "  ", indent: 4)
      guard let meaning = fact.meanings[place] else { return head }
      guard isWide, head.count == 1, start <= width / 2 else {
        return TextLayout.wrap(
          StyledText("\(label): \(meaning)"), width: width, first: "  ", indent: 4)
      }
      return TextLayout.wrap(
        StyledText(meaning), width: width, first: TextLayout.pad(head[0], to: start), indent: start)
    }
  }

  private var hint: String? {
    switch fact.kind {
    case .text: "In your own words, on one line."
    case .money: "An amount, such as 250k, -40k, roughly 2m, or 10k to 20k."
    case .percent: "A share, such as 40%, roughly 40%, or 10% to 20%."
    case .number(let unit): "A number of \(unit), such as 12, roughly 12, or 10 to 20."
    default: nil
    }
  }

  /// What is said of the fact already, where it is a stretch.
  func said() -> [StyledText] {
    guard let said = judgement.action.statement(of: place), said.content != .unsaid else {
      return []
    }
    return TextLayout.wrap(
      """
      So far: \(charter.text(of: said)). Enter leaves it so; a narrower answer \
      may decide.
      """, width: width, first: "  ", indent: 2)
  }

  // MARK: - What hangs on it

  func rules() -> [StyledText] {
    let rules = judgement.openRules(reading: place)
    let name = StyledText(fact.name, .bold)
    guard !rules.isEmpty else {
      return TextLayout.wrap(
        name
          + (fact.mustBeSaid
            ? ": the charter wants it said of every plan. No verdict hangs on it."
            : ": no rule waits for it."),
        width: width)
    }
    let weights = rules.map { charter.rules[$0].weight }
    let lead =
      rules.count == 1
      ? "1 rule waits for it." : "\(rules.count) rules wait for it, the heaviest first."
    var lines = TextLayout.wrap(name + ": " + StyledText(lead), width: width)
    let order = rules.indices.sorted {
      weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1]
    }
    for rule in order {
      let veto =
        judgement.uncertainty.possibleVetoes.contains(rules[rule]) ? ", could veto" : ""
      lines += TextLayout.wrap(
        StyledText(charter.rules[rules[rule]].name + veto), width: width,
        first: StyledText("  weight \(weights[rule])  "), indent: 12)
    }
    return lines
  }

  func notes() -> [StyledText] {
    fact.notes.flatMap {
      TextLayout.wrap(StyledText($0), width: width, first: "Note    ", indent: isWide ? 8 : 2)
    }
  }

  /// Answers that leave the same possible, in the order of the first of each.
  private struct Group {
    var answers: [String]
    var reachable: [Verdict]
    var isSettled: Bool
  }

  private func groups(_ effects: [AnswerEffect]) -> [Group] {
    var groups: [Group] = []
    for effect in effects {
      // That no rule may speak is worth a word only where it is all that can come.
      let bands = effect.reachable.filter { $0 != .silent }
      let isSettled = effect.reachable.count == 1
      let reachable = bands.isEmpty ? effect.reachable : bands
      let answer = String(charter.text(of: effect.content, ofFact: place).dropFirst(3))
      if let old = groups.firstIndex(where: {
        $0.reachable == reachable && $0.isSettled == isSettled
      }) {
        groups[old].answers.append(answer)
      } else {
        groups.append(Group(answers: [answer], reachable: reachable, isSettled: isSettled))
      }
    }
    return groups
  }

  private func names(_ verdicts: [Verdict], _ join: String = "or") -> StyledText {
    var text = StyledText()
    for (place, verdict) in verdicts.enumerated() {
      if place > 0 { text += place == verdicts.count - 1 ? StyledText(" \(join) ") : ", " }
      text += verdict.styledName(in: charter)
    }
    return text
  }

  /// Where each answer could lead, as a table.
  func table(_ effects: [AnswerEffect]) -> [StyledText] {
    let groups = groups(effects)
    guard let first = groups.first else { return [] }
    guard groups.count > 1 else {
      let lead: StyledText =
        first.isSettled
        ? "Every answer settles it: " : "Whatever the answer, it could still be "
      return TextLayout.wrap(lead + names(first.reachable) + ".", width: width)
    }
    let widest = Self.widest(groups)
    let order = groups.indices.filter { $0 != widest } + [widest]
    return order.flatMap { place in
      let group = groups[place]
      let isRest = place == widest && group.answers.count > 2
      let answers = isRest ? "every other answer" : Self.list(group.answers)
      let lead: StyledText = group.isSettled ? " would settle it: " : ": could still be "
      return TextLayout.wrap(
        StyledText(answers, .bold) + lead + names(group.reachable), width: width,
        first: "  ", indent: 4)
    }
  }

  /// The group of most answers, which is named last.
  private static func widest(_ groups: [Group]) -> Int {
    groups.indices.max { groups[$0].answers.count < groups[$1].answers.count } ?? 0
  }

  /// What the answers would do in one sentence, the most frequent effect last.
  func sentence(_ effects: [AnswerEffect]) -> [StyledText] {
    var groups = groups(effects)
    guard groups.contains(where: \.isSettled) else { return [] }
    let last = groups.remove(at: Self.widest(groups))
    var text = StyledText()
    for group in groups { text += StyledText(Self.list(group.answers)) + would(group) + "; " }
    if groups.isEmpty {
      text += "Every answer" + leaves(last)
    } else if last.answers.count == 1 {
      text += StyledText(last.answers[0]) + would(last)
    } else {
      text += "every other answer" + leaves(last)
    }
    return TextLayout.wrap(text + ".", width: width, first: "  ", indent: 2)
  }

  private func would(_ group: Group) -> StyledText {
    guard group.isSettled else { return " could make it " + names(group.reachable) }
    if group.reachable == [.vetoed] { return " would veto it" }
    return " would settle it: " + names(group.reachable)
  }

  private func leaves(_ group: Group) -> StyledText {
    guard group.isSettled, let verdict = group.reachable.first else {
      return " leaves it open between " + names(group.reachable, "and")
    }
    switch verdict {
    case .vetoed: return " vetoes it"
    case .silent: return " leaves it without a verdict"
    case .band where verdict == judgement.verdict: return " leaves it " + names([verdict])
    case .band: return " makes it " + names([verdict])
    }
  }

  private static func list(_ answers: [String]) -> String { Words.list(answers, "or") }
}

extension FactDeclaration {
  /// Whether answers can be given by the number of a level.
  ///
  /// Not where levels are called by numbers themselves, since these would say two things; and yes
  /// and no are as short as a number.
  public var hasNumberedLevels: Bool {
    guard kind != .yesNo else { return false }
    return !levels.contains { Int($0) != nil }
  }
}
