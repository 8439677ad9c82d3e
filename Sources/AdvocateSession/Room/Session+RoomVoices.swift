import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation

/// Every voice before the talk: roles, objections on paper, and who takes a question along.
extension Session {
  private static let roles: [(role: String, look: String)] = [
    ("finance chief", "what does the quarter gain, and what do the years pay?"),
    ("support agent", "what will people call about on the first day?"),
    ("new customer", "what was I told, and what do I find out later?"),
    ("ten-year customer", "what does it say about all the years I stayed?"),
    ("rival", "what would I print about it in tomorrow's advertisement?"),
  ]

  private static let lastVote = "Whoever is highest in rank speaks last, and votes last."

  mutating func dealRoles(_ response: inout Response) {
    showTitled(&response)
    response.say(
      "\(bold: "ROLES")   count off from 1 to \(Self.roles.count); same numbers sit together",
      width: width)
    response.show([""])
    for (place, role) in Self.roles.enumerated() {
      response.show(
        ReferenceLayout.row(
          "   \(place + 1)  " + .bold(role.role), StyledText(role.look), column: 26, width: width))
    }
    response.show([""])
    response.say(
      "Read the plan as that person would. Each role has one sentence before the vote.",
      width: width)
    response.say(StyledText(Self.lastVote), width: width)
  }

  // MARK: - On paper

  mutating func beginCollecting(
    _ what: Room.Collecting, _ text: String, _ response: inout Response
  ) {
    guard text.isEmpty else {
      keep(text, what)
      response.say("Written down, without a name.", width: width)
      return
    }
    room?.collecting = what
    showTitled(&response)
    switch what {
    case .dissent:
      response.say("\(bold: "OBJECTIONS")   on paper, before anyone speaks", width: width)
      response.show([""])
      response.say(
        "Two minutes of silence. Each writes one: what is wrong with this plan?", width: width)
    case .premortem:
      response.say("\(bold: "A YEAR ON")   on paper, before anyone speaks", width: width)
      response.show([""])
      response.say(
        """
        A year has passed, and those whom this was for have moved on. Two minutes of silence. Each \
        writes one reason: why?
        """, width: width)
    }
    response.say("Papers go to whoever types, without names. \(Self.lastVote)", width: width)
    response.show([""])
    response.say(
      "One line each; \(bold: "back") takes the last one out, an empty line ends it.", width: width)
  }

  mutating func collect(
    _ text: String, _ what: Room.Collecting, _ response: inout Response
  ) {
    recording?.instead = []
    switch text.lowercased() {
    case "", "stop": endCollecting(&response)
    case "quit":
      endCollecting(&response)
      response.say("\(bold: "quit") once more leaves.", width: width)
    case "back", "undo":
      let last = what == .dissent ? room?.dissent.popLast() : room?.premortem.popLast()
      response.say(
        last.map { "Taken out: \($0)" } ?? "Nothing was written down yet.", width: width)
    default: keep(text, what)
    }
  }

  private mutating func keep(_ text: String, _ what: Room.Collecting) {
    switch what {
    case .dissent: room?.dissent.append(text)
    case .premortem: room?.premortem.append(text)
    }
  }

  /// Ends what is written down, and shows it.
  mutating func endCollecting(_ response: inout Response) {
    guard let what = room?.collecting else { return }
    room?.collecting = nil
    let texts = what == .dissent ? room?.dissent ?? [] : room?.premortem ?? []
    showTitled(&response)
    let title = what == .dissent ? "OBJECTIONS" : "A YEAR ON, BECAUSE"
    let count = texts.count == 1 ? "1 line" : "\(texts.count) lines"
    response.say("\(bold: title)   \(count)", width: width)
    response.show([""])
    for text in texts {
      response.show(TextLayout.wrap(StyledText(text), width: width, first: "   ", indent: 5))
    }
    guard !texts.isEmpty else {
      response.say("Nothing was written down.", width: width)
      return
    }
    response.show([""])
    response.say(
      what == .dissent
        ? "All of it goes into the minutes. Now the talk may begin, the quiet ones first."
        : "All of it goes into the minutes. Now one each, round the table.", width: width)
  }

  // MARK: - Open questions

  mutating func owner(_ text: String, _ response: inout Response) {
    let words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return listOwners(&response) }
    guard let mark = words.lastIndex(where: { $0.lowercased() == "is" }), mark > 0,
      mark < words.count - 1
    else {
      response.say(
        """
        A question and who takes it along, by a role or any word:  \
        \(bold: "owner 1 is support agent")  owner alone shows the questions.
        """, width: width)
      return
    }
    let name = words[..<mark].joined(separator: " ")
    let owner = words[(mark + 1)...].joined(separator: " ")
    let facts = workspace.charter.facts.map(\.name)
    let open = openQuestions
    let fact: String
    if let number = Int(name) {
      guard open.indices.contains(number - 1) else {
        response.say(
          "There is no open question \(number); \(bold: "owner") shows them.", width: width)
        return
      }
      fact = facts[open[number - 1]]
    } else {
      switch NameMatch.find(name, among: facts) {
      case .found(let place): fact = facts[place]
      case .several(let places):
        response.say(
          "\"\(name)\" fits \(places.count) facts. Say more of one:", width: width)
        return listNames(places.prefix(8).map { facts[$0] }, &response)
      case .none(let near):
        let hint: StyledText = near.map { " The nearest is \(bold: $0)." } ?? " See: list facts"
        response.say("No fact is called \"\(name)\"." + hint, width: width)
        return
      }
    }
    room?.owners.removeAll { $0.fact == fact }
    room?.owners.append((fact, owner))
    response.say("\(bold: owner) finds out: \(question(of: fact))", width: width)
  }

  private mutating func listOwners(_ response: inout Response) {
    let owned = ownedQuestions
    guard !owned.isEmpty else {
      response.say(
        """
        No open question is known. \(bold: "reveal") tells which ones decide; any fact may have an \
        owner:  \(bold: "owner FACT is support agent")
        """, width: width)
      return
    }
    for (place, entry) in owned.enumerated() {
      let text = StyledText(entry.question + " ") + .bold(entry.owner ?? "nobody yet")
      response.show(TextLayout.wrap(text, width: width, first: "\(place + 1)  ", indent: 3))
    }
    response.say("Give one an owner:  \(bold: "owner 1 is support agent")", width: width)
  }

  /// The facts that still decide the plan at hand, those with an owner first; none before the
  /// verdict is revealed but those.
  private var openQuestions: [Int] {
    let owned = (room?.owners ?? []).compactMap { workspace.factPlace($0.fact) }
    guard let action = actionInMind, isRevealed(action) else { return owned }
    var session = self
    let judge = session.judge()
    let asked = judge.questions(about: judge.judge(action)).prefix(5).map(\.fact)
    return owned + asked.filter { !owned.contains($0) }
  }

  /// The open questions with their owners.
  var ownedQuestions: [Minutes.Owned] {
    openQuestions.map { place in
      let fact = workspace.charter.facts[place].name
      return Minutes.Owned(
        question: question(of: fact),
        owner: room?.owners.first { $0.fact == fact }?.owner)
    }
  }

  private func question(of fact: String) -> String {
    let declared = workspace.factPlace(fact).flatMap { workspace.charter.facts[$0].question }
    return declared ?? "What of \(fact)?"
  }
}
