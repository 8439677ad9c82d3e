import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateSyntax

/// Questions to the room, the hands that are counted, and the verdict after them.
extension Session {
  // MARK: - Asking

  mutating func poll(_ argument: String, _ response: inout Response) {
    let word = argument.prefix { $0 != " " }.lowercased()
    let rest = String(argument.dropFirst(word.count).drop { $0 == " " })
    if word == "off", rest.isEmpty { return dropPoll(&response) }
    if let challenge = room?.challenge { return tellOpen(challenge, &response) }
    if let ballot = room?.ballot {
      if argument.isEmpty { return showBallot(ballot, nil, &response) }
      response.say(
        """
        A question is still open. \(bold: "reveal") answers it, \(bold: "poll off") drops it, and \
        \(bold: "poll") shows it again.
        """, width: width)
      return
    }
    if word == "do" { return ask(rest, &response) }
    guard let action = action(called: argument.isEmpty ? nil : argument, "poll", &response),
      isSaid(action, &response)
    else { return }
    let supposed = supposition(of: action)
    guard !isRevealed(supposed?.action ?? action) else {
      response.say(
        """
        The verdict on \(bold: action.name) has been revealed, and nothing has changed since. \
        Suppose a change first, as in  \(bold: "what if FACT is VALUE"), or ask what the room \
        would do:  \(bold: "poll do")
        """, width: width)
      return
    }
    let charter = workspace.charter
    let vetoes = charter.rules.contains { $0.clauses.contains { $0.side == .veto } }
    let options = charter.bands.map(\.name) + (vetoes ? ["vetoed"] : []) + ["no rule speaks"]
    let isFirst = room?.isLocked == false && saidHints.insert("weights are locked").inserted
    room?.isLocked = true
    let lock: StyledText? =
      isFirst ? "Weights are locked from here on: nobody tunes towards a winner." : nil
    begin(
      Ballot(.verdict, plan: action.name, supposed: supposed?.lines ?? [], options: options),
      lock, &response)
    tellUnreadFacts(&response)
  }

  /// Says that the prepared file goes on with the plan, which the room is about to vote on.
  private func tellUnreadFacts(_ response: inout Response) {
    guard let replay = room?.replay, replay.lines.indices.contains(replay.place) else { return }
    switch LineParser.read(replay.lines[replay.place], subject: .action).result {
    case .success(.statement), .success(.restIsUntouched):
      response.say(
        "\(bold: replay.path) has more to say of this plan: poll off, then Enter, then poll.",
        width: width)
    default: break
    }
  }

  /// Asks what the room would do; `text` holds answers between strokes, or nothing for the usual.
  private mutating func ask(_ text: String, _ response: inout Response) {
    guard let action = action(called: nil, "poll", &response), isSaid(action, &response) else {
      return
    }
    var (question, options): (String?, [String]) = (nil, Self.usualDeeds)
    if !text.isEmpty {
      var rest = text
      if let mark = text.firstIndex(of: "?") {
        question = String(text[...mark])
        rest = String(text[text.index(after: mark)...])
      }
      options = rest.split(separator: "/", omittingEmptySubsequences: false)
        .map { String($0).trimmingBlanks }
      if question != nil, options == [""] { options = Self.usualDeeds }
      guard (2...Ballot.mostOptions).contains(options.count), !options.contains("") else {
        response.say(
          """
          From 2 to \(Ballot.mostOptions) answers stand behind it, parted by strokes:  poll do \
          Leave the call / One step online / Ask first
          """, width: width)
        return
      }
    }
    let supposed = supposition(of: action)
    begin(
      Ballot(
        .doing, plan: action.name, supposed: supposed?.lines ?? [], question: question,
        options: options), nil, &response)
  }

  private static let usualDeeds = [
    "do it as it stands", "do it with a change", "leave it", "ask the customers first",
  ]

  private func isSaid(_ action: Action, _ response: inout Response) -> Bool {
    if action.saidCount > 0 || !action.groups.isEmpty { return true }
    response.say(
      "Nothing is said of \(bold: action.name) yet. Say what is true of it, then ask.",
      width: width)
    return false
  }

  private mutating func begin(
    _ ballot: Ballot, _ remark: StyledText?, _ response: inout Response
  ) {
    room?.ballots.append(ballot)
    room?.isAsking = true
    room?.isSecondCount = false
    lastJudged = ballot.plan
    showBallot(ballot, remark, &response)
  }

  private mutating func showBallot(
    _ ballot: Ballot, _ remark: StyledText?, _ response: inout Response
  ) {
    showTitled(&response)
    answer(
      .poll(ballot, lines: roomLines(ofAction: ballot.plan), remark: remark), &response)
  }

  /// What is said of an action, line by line.
  func roomLines(ofAction name: String) -> [String] {
    guard let place = workspace.actionPlace(name) else { return [] }
    let action = workspace.actions[place]
    var lines = action.allStatements.map { workspace.charter.text(of: $0) }
    if action.restIsUntouched { lines.append("the rest is untouched") }
    return lines
  }

  private mutating func dropPoll(_ response: inout Response) {
    guard room?.ballot != nil else {
      response.say("No question is open.", width: width)
      return
    }
    room?.ballots.removeLast()
    room?.isAsking = false
    response.say("The question is dropped, and so are its hands.", width: width)
  }

  // MARK: - Counting

  mutating func votes(_ text: String, _ response: inout Response) {
    if room?.challenge != nil { return countChallenge(text, &response) }
    guard let ballot = room?.ballot else {
      let words: StyledText =
        room?.ballots.isEmpty == false
        ? "This question has been answered. \(bold: "poll") asks the next one."
        : "No question is open. \(bold: "poll") asks one."
      response.say(words, width: width)
      return
    }
    let hands: [Int]
    do { hands = try Votes.read(text, count: ballot.options.count) } catch {
      response.say(StyledText(error.words(for: ballot)), width: width)
      return
    }
    var counted = ballot
    let isAgain: Bool
    if room?.isSecondCount == true {
      isAgain = counted.second != nil
      counted.second = hands
    } else {
      isAgain = counted.first != nil
      counted.first = hands
    }
    if let last = room?.ballots.indices.last { room?.ballots[last] = counted }
    showTitled(&response)
    var view = View.votes(counted)
    if isAgain { view.say("Counted anew; the hands before count no more.") }
    view.say(advice(counted))
    answer(view, &response)
  }

  mutating func revote(_ text: String, _ response: inout Response) {
    guard let ballot = room?.ballot else {
      response.say("No question is open. \(bold: "poll") asks one.", width: width)
      return
    }
    guard ballot.first != nil else {
      response.say(
        "Nobody has voted a first time. Count the hands:  \(bold: "votes 4 9 2")", width: width)
      return
    }
    room?.isSecondCount = true
    guard text.isEmpty else { return votes(text, &response) }
    showBallot(ballot, "Second count, after the talk: hands up once more, then votes.", &response)
  }

  /// What the spread of the hands asks for; it never hangs on what the charter says.
  private mutating func advice(_ ballot: Ballot) -> StyledText {
    let (most, answers) = ballot.most
    let lead =
      answers == 1
      ? "\(most) of \(ballot.total) gave the most frequent answer. "
      : "\(most) of \(ballot.total) gave each of the most frequent answers. "
    if ballot.second != nil { return StyledText(lead) + "\(bold: "reveal") goes on." }
    switch (ballot.spread(of: most), ballot.kind) {
    case (.agreed, .verdict):
      return StyledText(lead) + "Ask one of the few for a reason; then \(bold: "reveal")."
    case (.agreed, .doing): return StyledText(lead) + "Hear the few first; then \(bold: "reveal")."
    case (.divided, .verdict):
      return StyledText(lead)
        + "Two minutes in pairs: which fact did you read differently? Then: \(bold: "revote")"
    case (_, .doing):
      return StyledText(lead)
        + "Two minutes in pairs: what speaks for the other answer? Then: \(bold: "revote")"
    case (.wide, .verdict):
      guard let rule = heaviestTouched(ballot.plan) else {
        return StyledText(lead) + "Two minutes in pairs; then: \(bold: "revote")"
      }
      return StyledText(lead) + "Look at a smaller case first:  \(bold: "twins \(rule)")  Then: "
        + .bold("revote")
    }
  }

  /// The heaviest rule that reads something which the plan says, whatever the rule says of it.
  private func heaviestTouched(_ plan: String) -> String? {
    guard let place = workspace.actionPlace(plan) else { return nil }
    let said = Set(workspace.actions[place].allStatements.map(\.fact))
    let rules = workspace.charter.rules.filter { $0.isUsed && !said.isDisjoint(with: $0.facts) }
    return rules.max { $0.weight < $1.weight }.map { heaviest in
      rules.first { $0.weight == heaviest.weight }?.name ?? heaviest.name
    }
  }

  // MARK: - Revealing

  mutating func revealToRoom(_ argument: String, _ response: inout Response) {
    if let challenge = room?.challenge { return tellOpen(challenge, &response) }
    if let ballot = room?.ballot, argument.isEmpty { return reveal(ballot, &response) }
    guard let action = action(called: argument.isEmpty ? nil : argument, "reveal", &response),
      isSaid(action, &response)
    else { return }
    if let ballot = room?.ballot, ballot.plan == action.name { return reveal(ballot, &response) }
    tell(action, nil, &response)
  }

  private mutating func reveal(_ ballot: Ballot, _ response: inout Response) {
    guard let place = workspace.actionPlace(ballot.plan) else {
      response.say(
        "\(bold: ballot.plan) is not there any more; \(bold: "poll off") drops the question.",
        width: width)
      return
    }
    guard ballot.supposed == supposition(of: workspace.actions[place])?.lines ?? [] else {
      response.say(
        """
        What was supposed when the question was put is no longer so. \(bold: "poll off") drops the \
        question; then ask it anew.
        """, width: width)
      return
    }
    tell(workspace.actions[place], ballot, &response)
  }

  /// Tells the room what the charter says of an action, or of what is supposed of it.
  private mutating func tell(_ action: Action, _ ballot: Ballot?, _ response: inout Response) {
    let supposed = supposition(of: action)
    if supposed == nil { reveal(action, &response) }
    let subject = supposed?.action ?? action
    let judgement = judge().judge(subject)
    // Without a question of the room there is nothing to mark: a change that is told, at most.
    let isCounted = ballot != nil
    var ballot =
      ballot
      ?? supposed.map { Ballot(.verdict, plan: action.name, supposed: $0.lines, options: []) }
    ballot?.outcome = Self.outcome(judgement)
    if isCounted, let asked = ballot, asked.kind == .verdict {
      ballot?.found = place(of: judgement.verdict, asked)
    }
    if isCounted, let ballot, let last = room?.ballots.indices.last {
      room?.ballots[last] = ballot
      room?.isAsking = false
    }
    let before = supposed != nil && isRevealed(action) ? judge().judge(action) : nil
    noteRevealed(subject)
    if room?.supposed?.action == action.name { room?.supposed = nil }
    lastJudged = action.name
    showTitled(&response)
    if let ballot, ballot.kind == .doing {
      return answer(.roomBesideCharter(judgement, ballot), &response)
    }
    var view = View.reveal(judgement, ballot, before: before)
    if supposed != nil {
      view.say("\(bold: "keep") makes the change, \(bold: "drop") leaves it.")
    } else if let ballot, let words = afterword(ballot, judgement) {
      view.say(words)
    }
    answer(view, &response)
  }

  /// What to do next, by how many had it.
  private func afterword(_ ballot: Ballot, _ judgement: Judgement) -> StyledText? {
    guard let found = ballot.found, let hands = ballot.hands else { return nil }
    let right = hands[found]
    let lead = "\(right) of \(ballot.total) said so. "
    switch ballot.spread(of: right) {
    case .agreed: return StyledText(lead) + "Go on: \(bold: "why"), or \(bold: "poll do")"
    case .divided:
      return StyledText(lead) + "Let both sides say which fact they read differently; then "
        + .bold("why")
    case .wide:
      guard let rule = judgement.speakers.first else { return StyledText(lead) }
      let name = judgement.charter.rules[rule].name
      return StyledText(lead) + "A smaller case shows how it works:  \(bold: "twins \(name)")"
    }
  }

  private func place(of verdict: Verdict, _ ballot: Ballot) -> Int? {
    switch verdict {
    case .band(let place): place
    case .vetoed: ballot.options.firstIndex(of: "vetoed")
    case .silent: ballot.options.count - 1
    }
  }

  /// The verdict in words, for the minutes.
  static func outcome(_ judgement: Judgement) -> String {
    let word = judgement.verdict.name(in: judgement.charter)
    guard case .band = judgement.verdict, let score = judgement.tally.score else { return word }
    return word + ", \(ScoreText.whole(score, bands: judgement.charter.bands))"
  }
}
