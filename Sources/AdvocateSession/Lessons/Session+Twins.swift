import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// The commands that make cases up: twins, and the quiz that asks about them.
extension Session {
  mutating func twins(_ argument: String?, _ response: inout Response) {
    guard let (name, said) = Quiz.seeded(argument ?? "") else { return refuseSeed(&response) }
    let seed = said ?? nextSeed()
    let search = TwinSearch(judge())
    guard !name.isEmpty else {
      guard let found = search.rounds(1, seed: UInt64(seed)).first else {
        return tellNoTwins(&response)
      }
      // The next seed takes another rule.
      if isHeld(found), said == nil, lastSeed < 1_000 { return twins(nil, &response) }
      if isHeld(found) { return tellNoTwins(&response) }
      return answer(.twins(found, workspace.charter, seed: seed), &response)
    }
    guard let rule = rule(called: name, &response) else { return }
    guard let found = search.twins(ofRule: rule, seed: UInt64(seed)) else {
      if Interruption.isRequested { return }
      response.refuse(
        """
        No two short cases were found that \(bold: workspace.ruleNames[rule]) alone sets apart. \
        \(bold: "twins") takes another rule.
        """, width: width)
      return
    }
    guard !isHeld(found) else {
      response.refuse(
        """
        These twins are too near to a plan whose verdict is held. Others:  \
        \(bold: "twins \(workspace.ruleNames[rule]) seed \(seed + 1)")
        """, width: width)
      return
    }
    answer(.twins(found, workspace.charter, seed: seed), &response)
  }

  /// The rule that `name` names, in full, by its number or by a part.
  func rule(called name: String, _ response: inout Response) -> Int? {
    let names = workspace.ruleNames
    switch NameMatch.find(name, among: names) {
    case .found(let rule): return rule
    case .several(let places):
      response.refuse("\"\(name)\" fits \(places.count) rules:", width: width)
      listNames(places.map { names[$0] }, numbers: places.map { $0 + 1 }, &response)
    case .none(let near):
      let hint: StyledText = near.map { " The nearest is \(bold: $0)." } ?? " See: list rules"
      response.refuse("No rule is called \"\(name)\"." + hint, width: width)
    }
    return nil
  }

  /// The seed of a line that names none: one after the other, so that a session runs again alike.
  private mutating func nextSeed() -> Int {
    lastSeed += 1
    return lastSeed
  }

  private func refuseSeed(_ response: inout Response) {
    response.refuse(
      "A seed is a whole number from 0 on, at the line's end:  quiz 5 seed 7", width: width)
  }

  private func tellNoTwins(_ response: inout Response) {
    if Interruption.isRequested { return }
    response.refuse(
      """
      No rule of this charter alone sets two short cases apart. \(bold: "list rules") shows what \
      there is.
      """, width: width)
  }

  // MARK: - The quiz

  mutating func beginQuiz(
    _ argument: String?, _ line: SourceLine, _ response: inout Response
  ) {
    guard let (words, said) = Quiz.seeded(argument ?? "") else { return refuseSeed(&response) }
    guard let count = words.isEmpty ? Quiz.usualRounds : Int(words),
      (1...Quiz.mostRounds).contains(count)
    else {
      response.refuse(
        "A quiz has from 1 to \(Quiz.mostRounds) rounds, as in:  quiz 5 seed 7", width: width)
      return
    }
    guard answerForm != .text || line.file == nil else {
      response.say(
        """
        quiz belongs to the prompt; inside a file it asks nothing. With \
        \(bold: "as markdown") behind it the questions and their answers are written down.
        """, width: width)
      return
    }
    let seed = said ?? nextSeed()
    let found = TwinSearch(judge()).rounds(count, seed: UInt64(seed))
    guard !found.isEmpty else { return tellNoTwins(&response) }
    let quiz = Quiz(seed: seed, found)
    guard answerForm == .text else {
      let rounds = quiz.rounds.map { (twins: $0.twins, asksVerdicts: $0.asksVerdicts) }
      return answer(.quiz(rounds, workspace.charter, seed: seed), &response)
    }
    hasAnswered = true
    question = .quiz(quiz)
    let howMany = quiz.rounds.count == 1 ? "1 round" : "\(quiz.rounds.count) rounds"
    response.say(
      """
      \(bold: "Quiz"), \(howMany), seed \(String(seed)). Each shows two cases that differ in one \
      line; what no line says is not touched. An empty line passes, \(bold: "stop") leaves.
      """, width: width)
    askRound(quiz, &response)
  }

  private func askRound(_ quiz: Quiz, _ response: inout Response) {
    guard let round = quiz.current else { return }
    let words = TwinWords(round.twins, workspace.charter)
    response.show([""])
    response.say(
      .bold("Round \(quiz.place + 1) of \(quiz.rounds.count)"), width: width)
    for (place, line) in words.shared.enumerated() {
      showRow(place == 0 ? "Both" : "", line, &response)
    }
    for (place, line) in words.own.enumerated() { showRow("\(place + 1)", line, &response) }
    putRound(round, &response)
  }

  private func showRow(_ label: String, _ text: String, _ response: inout Response) {
    let head = ReferenceLayout.padded(StyledText("  " + label), to: 8)
    response.show(TextLayout.wrap(StyledText(text), width: width, first: head, indent: 10))
  }

  /// Asks about the round that was shown.
  private func putRound(_ round: Quiz.Round, _ response: inout Response) {
    guard round.asksVerdicts else {
      response.say("\(bold: "Which is worse for the customer?")   1, 2", width: width)
      return
    }
    let names = TwinWords.verdicts(of: workspace.charter).enumerated()
    let verdicts = names.map { "\($0 + 1) \($1)" }.joined(separator: ", ")
    response.say(
      """
      \(bold: "What verdict does each get?")   \(verdicts). Two numbers, that of case 1 first, \
      as in: 2 1
      """, width: width)
  }

  mutating func answerQuiz(_ quiz: Quiz, _ typed: String, _ response: inout Response) {
    var quiz = quiz
    guard let round = quiz.current else {
      question = nil
      return
    }
    let text = typed.split(separator: " ").joined(separator: " ").lowercased()
    switch text {
    case "stop", "quit", "exit": return endQuiz(quiz, &response)
    case "":
      quiz.passed += 1
      response.say("Passed.", width: width)
    default:
      guard let numbers = round.read(text, workspace.charter) else {
        response.say(
          "That is no answer to this round; an empty line passes, stop leaves.", width: width)
        return putRound(round, &response)
      }
      let isRight = numbers == round.answer(in: workspace.charter)
      if isRight { quiz.right += 1 }
      response.say(isRight ? "So it is." : "It is otherwise.", width: width)
    }
    tellKey(round, &response)
    quiz.place += 1
    question = .quiz(quiz)
    if quiz.current == nil { endQuiz(quiz, &response) } else { askRound(quiz, &response) }
  }

  private func tellKey(_ round: Quiz.Round, _ response: inout Response) {
    let words = TwinWords(round.twins, workspace.charter)
    response.say(words.verdict(0), width: width)
    response.say(words.verdict(1), width: width)
    response.say(words.reason, width: width)
  }

  /// Leaves the quiz, with the score of what was answered.
  mutating func endQuiz(_ quiz: Quiz, _ response: inout Response) {
    question = nil
    let answered = quiz.place - quiz.passed
    let left = quiz.rounds.count - quiz.place
    let parts =
      [answered == 0 ? "nothing was answered" : "\(quiz.right) of \(answered) answers right"]
      + (quiz.passed == 0 ? [] : ["\(quiz.passed) passed"])
      + (left == 0 ? [] : ["\(left) left"])
    response.show([""])
    response.say(
      """
      \(bold: left == 0 ? "The quiz is over" : "The quiz stops here"): \
      \(parts.joined(separator: ", ")).
      """, width: width)
    response.say(
      """
      The same rounds, on paper and with their answers:  quiz \(quiz.rounds.count) seed \
      \(quiz.seed) as markdown
      """, width: width)
  }
}
