import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation

/// Weights that the room doubts: tried on a copy, voted on, and written down with the votes.
extension Session {
  mutating func challenge(_ argument: String, _ response: inout Response) {
    guard room != nil else {
      response.say(
        """
        \(bold: "challenge") is a word of the room, where hands decide on a weight; \
        \(bold: "room") opens one. To try a weight alone:  weigh RULE N
        """, width: width)
      return
    }
    guard room?.ballot == nil else {
      response.say(
        """
        A question is still open, and its verdict comes by the weights that were there before it. \
        \(bold: "reveal") first; then challenge.
        """, width: width)
      return
    }
    if argument.isEmpty {
      if let open = room?.challenge { return showChallenge(open, &response) }
      response.say(
        """
        A rule's name stands behind it, and the weight that you would give it:  \
        \(bold: "challenge RULE is 3")  list rules shows the names.
        """, width: width)
      return
    }
    if let open = room?.challenge { return tellOpen(open, &response) }
    let (name, weight) = Self.parted(argument)
    guard let rule = rule(called: name, &response) else { return }
    let before = workspace.charter.rules[rule].weight
    guard let typed = weight else { return showRule(rule, before, &response) }
    guard let after = Int(typed), (1...5).contains(after) else {
      response.say(
        "A weight is a whole number from 1 to 5; \(typed) is none. Nothing is challenged yet.",
        width: width)
      return
    }
    guard after != before else {
      response.say(
        "\(bold: workspace.ruleNames[rule]) weighs \(before) already.", width: width)
      return
    }
    let challenge = Room.Challenge(rule: workspace.ruleNames[rule], before: before, after: after)
    room?.challenges.append(challenge)
    showChallenge(challenge, &response)
  }

  /// Says that a weight waits for the room's word.
  func tellOpen(_ challenge: Room.Challenge, _ response: inout Response) {
    response.say(
      """
      The weight of \(bold: challenge.rule) is still open. Count hands with \(bold: "votes"); then \
      \(bold: "accept because") or \(bold: "drop because") and the room's reason.
      """, width: width)
  }

  /// A rule's name, and the weight behind it.
  private static func parted(_ argument: String) -> (name: String, weight: String?) {
    var words = argument.split(separator: " ").map(String.init)
    guard let last = words.last, words.count > 1 else { return (argument, nil) }
    let isNumber = last.allSatisfy { $0.isNumber || "-−.".contains($0) }
    let isStated = ["is", "=", "to"].contains(words[words.count - 2].lowercased())
    guard isNumber else { return (argument, nil) }
    words.removeLast(isStated ? 2 : 1)
    return (words.joined(separator: " "), last)
  }

  private func showRule(_ rule: Int, _ weight: Int, _ response: inout Response) {
    let name = workspace.ruleNames[rule]
    response.say(
      "\(bold: name) weighs \(weight), from 1 to 5.", width: width)
    if let reason = workspace.charter.rules[rule].reason {
      response.say("because \(reason)", width: width)
    }
    response.say(
      "Which weight would you give it?  \(bold: "challenge \(name) is \(weight == 3 ? 4 : 3)")",
      width: width)
  }

  private mutating func showChallenge(_ challenge: Room.Challenge, _ response: inout Response) {
    guard let rule = workspace.ruleNames.firstIndex(of: challenge.rule) else { return }
    showTitled(&response)
    response.say(
      "\(bold: "SHOULD IT WEIGH \(challenge.after)?")   hands up, each alone", width: width)
    response.show([""])
    response.say(
      "\(bold: challenge.rule), now \(challenge.before) of 5, would weigh \(challenge.after).",
      width: width)
    if let reason = workspace.charter.rules[rule].reason {
      response.say("because \(reason)", width: width)
    }
    response.show([""])
    showTurned(rule, challenge.after, &response)
    response.show([""])
    response.show([
      "   " + .bold("A") + "   yes, \(String(challenge.after))",
      "   " + .bold("B") + "   no, it stays \(String(challenge.before))",
    ])
    response.show([""])
    response.say(
      """
      Count:  \(bold: "votes 9 6")  Then:  \(bold: "accept because")  or  \
      \(bold: "drop because")  and the room's reason.
      """, width: width)
    if room?.isLocked == true {
      response.say(
        "Weights are locked: to accept it, \(bold: "unlock weights") first.", width: width)
    }
  }

  /// The stored cases that another weight turns, of those that were revealed.
  private mutating func showTurned(_ rule: Int, _ weight: Int, _ response: inout Response) {
    var tried = workspace
    tried.setWeight(ofRule: rule, to: weight)
    let (old, new) = (judge(), Judge(Program(tried.charter)))
    let known = workspace.actions.filter { isRevealed($0) }
    let held = workspace.actions.count - known.count
    let pairs = known.compactMap {
      Interruption.isRequested ? nil : (old.judge($0), new.judge($0))
    }
    let turned = pairs.filter { $0.0.verdict != $0.1.verdict }
    let words: StyledText =
      switch (turned.count, known.count) {
      case (_, 0): "No plan has been revealed that it could turn."
      case (0, 1): "It does not turn the one plan that was revealed."
      case (_, 1): "It turns the one plan that was revealed:"
      case (0, let all): "It turns none of the \(all) plans that were revealed."
      case (let count, let all): "It turns \(count) of the \(all) plans that were revealed:"
      }
    response.say(words, width: width)
    for (before, after) in turned.prefix(5) {
      let text: StyledText =
        "\(bold: before.title): \(Self.outcome(before)) → \(Self.outcome(after))"
      response.show(TextLayout.wrap(text, width: width, first: "   ", indent: 5))
    }
    if turned.count > 5 { response.say("   and \(turned.count - 5) more", width: width) }
    if held > 0 {
      response.say(
        held == 1
          ? "1 plan is held, and nothing is said of it here."
          : "\(held) plans are held, and nothing is said of them here.", width: width)
    }
  }

  // MARK: - Hands and the room's word

  mutating func countChallenge(_ text: String, _ response: inout Response) {
    guard let open = room?.challenge, let last = room?.challenges.indices.last else { return }
    let ballot = Ballot(.doing, plan: "", options: ["yes", "no"])
    do {
      let hands = try Votes.read(text, count: 2)
      room?.challenges[last].hands = (hands[0], hands[1])
      let word = hands[0] > hands[1] ? "accept because" : "drop because"
      response.say(
        """
        \(hands[0]) for \(open.after), \(hands[1]) for \(open.before). What is the room's reason?  \
        \(bold: word)
        """, width: width)
    } catch {
      response.say(StyledText(error.words(for: ballot)), width: width)
    }
  }

  /// Accepts or drops what is challenged, and writes that into the charter.
  mutating func decide(_ isAccepted: Bool, _ reason: String, _ response: inout Response) {
    guard let open = room?.challenge, let last = room?.challenges.indices.last,
      let rule = workspace.ruleNames.firstIndex(of: open.rule)
    else {
      response.say(
        "No weight is challenged; \(bold: "challenge") and a rule's name does that.", width: width)
      return
    }
    let word = isAccepted ? "accept" : "drop"
    guard let hands = open.hands else {
      response.say(
        "Hands come first, those for it and those against it:  \(bold: "votes 9 6")", width: width)
      return
    }
    guard !reason.isEmpty else {
      response.say("The room's reason stands behind it:  \(bold: "\(word) because")", width: width)
      return
    }
    guard !isAccepted || hands.yes > hands.no else {
      response.say(
        """
        \(hands.yes) of \(hands.yes + hands.no) hands are not more than half, so the weight \
        stays:  \(bold: "drop because") and the reason.
        """, width: width)
      return
    }
    guard !isAccepted || room?.isLocked == false else { return tellLocked(&response) }
    let (before, subject) = (workspace, workspace.currentAction?.name)
    let note = Self.note(open, hands, isAccepted, reason)
    if isAccepted { workspace.setWeight(ofRule: rule, to: open.after) }
    for text in ["rule \(open.rule)", "note \(note)"] {
      _ = workspace.read(SourceLine(text: text), isTyped: false)
    }
    if let place = subject.flatMap({ workspace.actionPlace($0) }) {
      workspace.select(action: place)
    }
    room?.challenges[last].reason = reason
    room?.challenges[last].isAccepted = isAccepted
    self.note(before, "\(word) because \(reason)", &response)
    let weigh = isAccepted ? ["weigh \(open.rule) \(open.after)"] : []
    recording?.instead =
      weigh + ["rule \(open.rule)", "note \(note)"] + (subject.map { ["action \($0)"] } ?? [])
    response.say(
      isAccepted
        ? """
        \(bold: open.rule) weighs \(open.after) from now on, by \(hands.yes) hands to \(hands.no).
        """
        : "\(bold: open.rule) stays at \(open.before), by \(hands.no) hands to \(hands.yes).",
      width: width)
    response.say(
      isAccepted
        ? "It stands in the charter with the votes. Verdicts are held again: poll, then reveal."
        : "That it was asked for stands in the charter, with the votes.", width: width)
  }

  /// The remark that stands in the rule: votes, and no names.
  private static func note(
    _ challenge: Room.Challenge, _ hands: (yes: Int, no: Int), _ isAccepted: Bool,
    _ reason: String
  ) -> String {
    isAccepted
      ? """
      weight \(challenge.after) instead of \(challenge.before), by \(hands.yes) hands to \
      \(hands.no), because \(reason)
      """
      : """
      weight \(challenge.after) was asked for and stays \(challenge.before), by \(hands.no) hands \
      to \(hands.yes), because \(reason)
      """
  }

  /// What became of each challenge, for the minutes.
  var challengeSentences: [String] {
    (room?.challenges ?? []).map { challenge in
      let ask = "\(challenge.rule), \(challenge.after) instead of \(challenge.before): "
      guard let reason = challenge.reason, let hands = challenge.hands else {
        return ask + "not decided."
      }
      let votes = "\(hands.yes) hands for it, \(hands.no) against it, because \(reason)"
      guard challenge.isAccepted else { return ask + "left as it was, \(votes)" }
      let now = workspace.charter.rules.first { $0.name == challenge.rule }?.weight
      let word = now == challenge.after ? "accepted" : "accepted, and changed since"
      return ask + word + ", \(votes)"
    }
  }

  // MARK: - The lock

  mutating func lockWeights(_ response: inout Response) {
    room?.isLocked = true
    response.say(
      "Weights and rules are locked. The first poll on a verdict does that, too.", width: width)
  }

  mutating func unlockWeights(_ response: inout Response) {
    guard room?.ballot == nil else {
      response.say(
        "A question is still open, so weights stay locked; \(bold: "reveal") answers it.",
        width: width)
      return
    }
    room?.isLocked = false
    response.say(
      "Weights may change again, by \(bold: "challenge"). The next poll locks them.", width: width)
  }

  func tellLocked(_ response: inout Response) {
    response.say(
      """
      Weights and rules are locked, so that nobody tunes towards a winner. Nothing was changed. \
      After \(bold: "reveal") comes \(bold: "unlock weights"), and then the same line once more.
      """, width: width)
  }
}
