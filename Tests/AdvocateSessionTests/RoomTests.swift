import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax
import AdvocateTestSupport
import Testing

@testable import AdvocateSession

/// Meetings: what is held back, how large a screen is, and what is written down.
@Suite struct RoomTests {
  // MARK: - Nothing is told before its time

  /// A charter with one rule, whose sides are `good` and `bad`, and three plans that it judges.
  private static func room(
    good: String, bad: String, subject: String = "action First plan"
  ) -> Session {
    let lines = [
      "charter Test", "lens only", "fact ease", "scale hard, middling, soft",
      "fact price", "scale low, high", "rule Easy is better", "lens only", "weight 4",
      "\(good) when ease is soft", "\(bad) when ease is hard", "because people have little time",
      "rule Cheap is better", "lens only", "weight 2", "\(good) when price is low",
      "\(bad) when price is high", "because money is short", "action First plan", "ease is hard",
      "price is low", "action Second plan", "ease is soft", "action Third plan", "ease is middling",
      "price is high", "expect First plan", "ledger Trust", "on day 1 First plan",
      subject, "room",
    ]
    var session = Session(files: .none, isTyped: true)
    for line in lines {
      let response = session.respond(to: line)
      #expect(response.findings.allSatisfy { $0.severity != .error }, "\(line)")
    }
    return session
  }

  /// Every line that could tell something, in a room that has not voted.
  private static let lines: [String] = {
    let arguments = [
      "", "all", "First plan", "1", "First plan with Second plan", "First plan with do nothing",
      "to for the customer", "1 seed 2", "Easy is better", "Easy is better is 1",
      "Easy is better 1", "as json", "as markdown", "all as json", "freely", "actions", "ideas",
      "more", "charter", "plan 45", "for the customer sure 70", "mixed", "ease is soft",
    ]
    let views = LookView.all.map { "look \($0.name)" }
    let words = LineParser.commandWords.flatMap { word in
      arguments.map { $0.isEmpty ? word : "\(word) \($0)" }
    }
    let rooms = Session.roomWords.map(\.word).filter { $0 != "reveal" }
      .flatMap { word in [word, word + "4 9 2", word + " First plan"] }
    return words + views + views.map { $0 + " First plan" } + rooms + [
      "ledger", "ledger as json", "ledger Trust", "what if ease is soft and price is high",
      "ease is middling", "price is unsaid", "the rest is untouched", "copy First plan as Fourth",
      "expect First plan", "?", "judge ?", "",
    ]
  }()

  /// Lines that show rules as they are written, which differ here and tell no verdict by themselves.
  private static func showsRules(_ line: String) -> Bool {
    ["show Easy is better", "list rules"].contains(line)
  }

  /// All that a line shows, with what follows on Enter, the prompt, and what may be typed next.
  private static func shown(_ line: String, in session: Session) -> String {
    var session = session
    var text = ""
    func take(_ response: Response) {
      for piece in response.pieces {
        switch piece {
        case .lines(let lines): text += lines.map { $0.plain + "\n" }.joined()
        case .finding(let finding):
          text += DiagnosticRenderer.render(finding, place: .unseen, width: 72)
            .map { $0.plain + "\n" }.joined()
        }
      }
    }
    take(session.respond(to: line))
    for _ in 0..<40 where session.screen?.rest.isEmpty == false {
      take(session.respond(to: ""))
    }
    text += session.prompt
    return text
  }

  /// Nothing that a room sees may hang on the verdicts that it has not been told: two charters that
  /// say the opposite of each other answer every line alike.
  @Test(arguments: ["action First plan", "ledger Trust"])
  func noLineTellsOneVerdictFromItsOpposite(subject: String) {
    let one = Self.room(good: "for", bad: "against", subject: subject)
    let other = Self.room(good: "against", bad: "for", subject: subject)
    for line in Self.lines where !Self.showsRules(line) {
      let text = Self.shown(line, in: one)
      let areAlike = text == Self.shown(line, in: other)
      #expect(areAlike, "\(line) tells them apart")
      // Lessons and the tour are about examples of their own.
      guard !line.hasPrefix("lesson"), !line.hasPrefix("tour") else { continue }
      for sign in ["●", " of 100", "in play", "→", "AGAINST THE", "MIXED"] {
        let isShown = text.contains(sign)
        #expect(!isShown, "\(line) shows \(sign)")
      }
    }
  }

  /// Lines in any order, one after the other, tell as little.
  @Test(arguments: 1...12) func noTalkTellsOneVerdictFromItsOpposite(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    var one = Self.room(good: "for", bad: "against")
    var other = Self.room(good: "against", bad: "for")
    let often = [
      "poll", "votes 5 1 4", "votes 9 0 0", "votes 1 1 1 1 1", "revote", "poll do", "poll off",
      "what if ease is soft", "keep", "drop", "challenge Easy is better is 1", "votes 4 2",
      "accept because of that", "unlock weights", "minutes", "owner", "ease is hard", "",
    ]
    for _ in 0..<60 {
      let pool = Bool.random(using: &numbers) ? often : Self.lines
      // Twins are other cases, and what the charter says of those may be told.
      let left = ["lesson", "quit", "show", "tour", "twins"]
      guard let line = pool.randomElement(using: &numbers), !Self.showsRules(line),
        !left.contains(where: { line.hasPrefix($0) })
      else { continue }
      let areAlike = Self.shown(line, in: one) == Self.shown(line, in: other)
      #expect(areAlike, "\(line) tells them apart")
      _ = one.respond(to: line)
      _ = other.respond(to: line)
    }
  }

  @Test func whatIsOfferedTellsNothingEither() {
    let sessions = [Self.room(good: "for", bad: "against"), Self.room(good: "against", bad: "for")]
    let offers = sessions.map { session in
      let completer = Completer(session)
      return ["", "judge ", "flip to ", "eas", "ease is ", "p"].map { typed in
        completer.complete(typed).items.map { $0.insertion + $0.summary } + [
          completer.suggestion(after: typed) ?? ""
        ]
      }
    }
    #expect(offers[0] == offers[1])
    #expect(offers[0][0].first?.hasPrefix("poll") == true)
  }

  @Test(arguments: ["judge", "why", "what if ease is soft", "flip", "look chair", "rank", "weigh"])
  func whatIsHeldSaysHowToGoOn(line: String) {
    let text = Self.shown(line, in: Self.room(good: "for", bad: "against"))
    #expect(text.contains("reveal"))
  }

  @Test func countingHandsTellsNothing() {
    // However the hands fall, the advice is the same for both charters.
    for votes in ["votes 9 0 0", "votes 0 0 9", "votes 3 3 3", "votes 5 1 4", "votes 0 9 0"] {
      var one = Self.room(good: "for", bad: "against")
      var other = Self.room(good: "against", bad: "for")
      _ = one.respond(to: "poll")
      _ = other.respond(to: "poll")
      #expect(Self.shown(votes, in: one) == Self.shown(votes, in: other))
      _ = one.respond(to: votes)
      _ = other.respond(to: votes)
      #expect(Self.shown("revote 2 2 5", in: one) == Self.shown("revote 2 2 5", in: other))
      #expect(Self.shown("reveal", in: one) != Self.shown("reveal", in: other))
    }
  }

  @Test func whatWasRevealedIsHeldAgainOnceItChanges() {
    var session = Self.room(good: "for", bad: "against")
    _ = session.respond(to: "reveal")
    #expect(Self.shown("judge", in: session).contains("of 100"))
    _ = session.respond(to: "price is high")
    #expect(!Self.shown("judge", in: session).contains("of 100"))
    _ = session.respond(to: "undo")
    #expect(Self.shown("judge", in: session).contains("of 100"))
    #expect(!Self.shown("rank", in: session).contains("of 100"))
    _ = session.respond(to: "room off")
    #expect(Self.shown("judge 2", in: session).contains("of 100"))
  }

  @Test func twinsComeOnceHandsWereCounted() {
    var session = Session(files: .none, isTyped: true)
    let lines = [
      "action Other plan", "true as told is slanted", "action Plan", "effort to join is one step",
      "effort to leave is a call", "moves the job is easier", "room",
    ]
    for line in lines { _ = session.respond(to: line) }
    let twins = "twins Leaving is as easy as joining"
    #expect(Self.shown(twins, in: session).contains("is held"))
    _ = session.respond(to: "poll")
    #expect(Self.shown(twins, in: session).contains("is held"))
    _ = session.respond(to: "votes 1 1 1 1")
    #expect(Self.shown(twins, in: session).contains("Case 1 is"))
    _ = session.respond(to: "reveal")
    // The other plan is still held, and the twins are not that plan.
    #expect(Self.shown(twins, in: session).contains("Case 1 is"))
    #expect(Self.shown("judge Other plan", in: session).contains("is held"))
  }

  @Test func twinsAreNeverThePlanItself() {
    var session = Session(files: .none, isTyped: true)
    let lines = [
      "action Plan", "effort to leave is a form", "the rest is untouched", "room", "poll",
      "votes 1 1 1 1",
    ]
    for line in lines { _ = session.respond(to: line) }
    // By this seed one of the two is the plan.
    let text = Self.shown("twins Leaving is as easy as joining seed 3", in: session)
    #expect(text.contains("too near"))
    #expect(!text.contains("Case 1"))
  }

  @Test func aFileThatIsLoadedTellsNothing() {
    let lines = [
      "action Loaded", "effort to leave is a call", "judge", "why", "rank", "flip",
      "what if effort to leave is one step", "expect Loaded", "verdict is for the customer",
    ]
    let files = MemoryFiles(["f.advocate": lines.joined(separator: "\n")])
    var session = Session(files: files.forSession, isTyped: true)
    _ = session.respond(to: "room")
    let text = Self.shown("load f.advocate", in: session)
    #expect(text.contains("f.advocate is read"))
    for word in ["25", "AGAINST", "found:", "does not hold", "in play"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func anEndOfLinesTellsNothingEither() {
    var session = Session(files: .none, isTyped: false)
    for line in ["action Plan", "effort to leave is a call", "room"] {
      _ = session.respond(to: line)
    }
    let lines = session.end().pieces.count
    #expect(lines == 0)
  }

  // MARK: - Screens

  /// Of every meeting in the transcripts, no answer is wider or taller than a room's screen.
  @Test(arguments: TranscriptTests.names.filter { $0.hasPrefix("room") })
  func screensAreSmall(name: String) throws {
    let path = Golden.folder("Transcripts", beside: #filePath) + "/" + name
    let bytes = try #require(TemporaryFolder.contents(of: path))
    let screens = RoomScreens(String(decoding: bytes, as: UTF8.self))
    #expect(screens.answers.count > 10)
    for answer in screens.answers {
      #expect(answer.lines.count <= 18, "\(answer.typed): \(answer.lines.count) lines")
      for line in answer.lines { #expect(TextWidth.of(line) <= 72, "\(line)") }
    }
  }

  @Test func inAPipeNothingWaits() {
    let files = MemoryFiles(["case.advocate": "action Plan\neffort to leave is a call\n"])
    var session = Session(files: files.forSession, isTyped: false)
    var text = ""
    for line in ["room", "replay case.advocate", "poll", "bigger pause", "reveal", "why", "blank"] {
      for case .lines(let lines) in session.respond(to: line).pieces {
        text += lines.map { $0.plain + "\n" }.joined()
      }
      #expect(session.screen?.rest.isEmpty == true)
    }
    #expect(text.contains("THE CHARTER SAYS:  C, AGAINST THE CUSTOMER"))
    #expect(text.contains("1 rule spoke"))
  }

  /// What comes back is what the room looked at, and not what was wrong with a line.
  @Test func whatIsHiddenComesBackWithoutOldFindings() {
    var session = Session(files: .none, isTyped: true)
    for line in ["room", "action Plan", "moves the job is harder"] {
      _ = session.respond(to: line)
    }
    let poll = session.respond(to: "poll").text
    for line in ["efort to leave is a call", "blank"] { _ = session.respond(to: line) }
    #expect(session.respond(to: "").text == poll)
  }

  // MARK: - Hands

  @Test(arguments: [
    ("4 9 2", [4, 9, 2, 0]), ("4, 9, 2", [4, 9, 2, 0]), ("A 4 C 9", [4, 0, 9, 0]),
    ("a4 d=1", [4, 0, 0, 1]), ("B: 7", [0, 7, 0, 0]), ("0 0 0 1", [0, 0, 0, 1]),
  ])
  func handsAreRead(text: String, hands: [Int]) throws {
    #expect(try Votes.read(text, count: 4) == hands)
  }

  @Test(arguments: [
    ("", Votes.Slip.empty), ("4 9 2 1 3", .moreThanLetters(5)), ("four", .word("FOUR")),
    ("-3", .negative("-3")), ("4.5", .notWhole("4.5")), ("0 0", .nobody), ("E 1", .noLetter("E")),
    ("A 1 A 2", .letterTwice("A")), ("A", .letterWithout("A")), ("A B", .letterWithout("A")),
    ("3000", .tooMany("3000")), ("99999999999999999999", .tooMany("99999999999999999999")),
    ("A 1 2", .word("2")),
  ])
  func slipsAreNamed(text: String, slip: Votes.Slip) {
    #expect(throws: slip) { try Votes.read(text, count: 4) }
  }

  @Test func theBordersAre35And70() {
    func spread(_ part: Int, _ total: Int) -> Ballot.Spread {
      var ballot = Ballot(.verdict, plan: "", options: ["A", "B"])
      ballot.first = [part, total - part]
      return ballot.spread(of: part)
    }
    #expect(spread(34, 100) == .wide)
    #expect(spread(35, 100) == .divided)
    #expect(spread(7, 20) == .divided)
    #expect(spread(70, 100) == .divided)
    #expect(spread(71, 100) == .agreed)
    #expect(spread(1, 1) == .agreed)
  }

  // MARK: - Plans and minutes

  @Test func plansTakeTheTimeThatTheyAreCalledBy() {
    #expect(RoomPlan.all.map(\.minutes) == [45, 90])
    let short = RoomPlan.short.steps.flatMap(\.typed)
    #expect(short.count { $0.hasPrefix("poll") } == 3)
    #expect(short.count { $0.hasPrefix("what if") } == 1)
    #expect(short.count { $0 == "journal" } == 1)
    let long = RoomPlan.long.steps.flatMap(\.typed)
    #expect(long.filter { $0.hasPrefix("lesson") } == ["lesson 1", "lesson 3", "lesson 5"])
    #expect(long.count { $0 == "action NAME" } == 2)
    #expect(long.suffix(3).first?.hasPrefix("compare") == true && long.last == "journal")
  }

  @Test func minutesAreMarkdown() {
    let files = MemoryFiles()
    var session = Session(files: files.forSession, isTyped: true)
    let lines = [
      "action Phone to cancel", "effort to join is one step", "effort to leave is a call",
      "the rest is untouched", "room", "poll", "votes 5 6 4", "revote 2 4 9", "reveal",
      "dissent people *shout* at us", "owner job is support agent", "minutes review 2027-03-01",
      "minutes m.md",
    ]
    for line in lines { _ = session.respond(to: line) }
    let text = files.texts["m.md"] ?? ""
    // Leaving is as easy as joining weighs 4 and speaks against: 50 - 50 = 0.
    let wanted = """
      # Minutes: Phone to cancel

      ## What was said of it

      - effort to join is one step
      - effort to leave is a call
      - the rest is untouched

      ## What the charter says

      Against the customer, 0.

      - against 4: **Leaving is as easy as joining**, since effort to leave is a call and effort to \
      join is one step

      ## What would turn it

      - effort to leave is one step: **for the customer**, 100

      ## Votes

      **What will the charter say of Phone to cancel?**

      | letter | answer | first | after pairs |
      | --- | --- | ---: | ---: |
      | A | for the customer | 5 | 2 |
      | B | mixed | 6 | 4 |
      | C | against the customer (the charter) | 4 | 9 |
      | D | vetoed | 0 | 0 |
      | E | no rule speaks | 0 | 0 |

      The charter: against the customer, 0.

      ## Still open

      - What are these customers trying to get done, and why does that matter to them? \
      (support agent finds out)

      ## Challenges

      No weight was challenged.

      ## Objections, before anyone spoke

      - people \\*shout\\* at us

      ## Decision

      To be looked at again on **2027-03-01**.

      """
    #expect(text == wanted)
  }

  @Test func minutesTellWhatTheJournalKeeps() {
    let files = MemoryFiles()
    var session = Session(
      files: files.forSession, isTyped: true,
      journal: .inMemory { CalendarDay("2027-01-01") ?? CalendarDay(number: 0) })
    let lines = [
      "action Plan", "effort to leave is a call", "room", "poll", "votes 1 2", "reveal",
      "journal go ahead expecting fewer calls, sure 70, review on 2027-01-15",
      "override because the law asks for it", "minutes m.md",
    ]
    for line in lines { _ = session.respond(to: line) }
    let text = files.texts["m.md"] ?? ""
    #expect(text.contains("**Plan**: **go ahead**, against the verdict."))
    #expect(text.contains("Decided so because the law asks for it."))
    #expect(text.contains("Expected, 70 sure: fewer calls."))
    #expect(text.contains("To be looked at again on **2027-01-15**."))
  }

  @Test func aRecordOfAMeetingRunsAgainWithoutOne() {
    let case0 = "# Listen.\naction Plan\neffort to leave is a call\npoll\nvotes 1 2\nreveal\n"
    let files = MemoryFiles(["case.advocate": case0])
    var session = Session(files: files.forSession, isTyped: true)
    let lines =
      ["room", "transcript record.advocate", "replay case.advocate"]
      + Array(repeating: "", count: 7) + [
        "unlock weights", "challenge Leaving is as easy as joining is 3", "votes 2 1",
        "accept because they notice", "effort to join is one step", "dissent", "judge", "",
      ]
    for line in lines { _ = session.respond(to: line) }
    var again = Session(files: files.forSession, isTyped: true)
    let response = again.respond(to: "load record.advocate")
    #expect(response.findings.allSatisfy { $0.severity != .error })
    #expect(again.workspace.document == session.workspace.document)
  }

  @Test func whatTheRoomDecidesIsSavedWithTheCharter() {
    let files = MemoryFiles()
    var session = Session(files: files.forSession, isTyped: true)
    let lines = [
      "room", "challenge Leaving is as easy as joining is 3", "votes 12 3",
      "accept because they notice first", "save ours.advocate",
    ]
    for line in lines { _ = session.respond(to: line) }
    var again = Session(files: files.forSession, isTyped: true)
    let response = again.respond(to: "load ours.advocate")
    #expect(response.findings.isEmpty)
    let rule = again.workspace.charter.rules.first { $0.name == "Leaving is as easy as joining" }
    #expect(rule?.weight == 3)
    #expect(rule?.notes == ["weight 3 instead of 4, by 12 hands to 3, because they notice first"])
  }
}

/// The answers of a transcript from the opening of its room on, line by line.
private struct RoomScreens {
  var answers: [(typed: String, lines: [String])] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if answers.isEmpty, !line.contains("> room") { continue }
      if line.hasSuffix("> room off") { break }
      if let first = line.first, first != " ", let end = line.firstIndex(of: ">"),
        !line[..<end].contains("<"), ["", " "].contains(line[end...].dropFirst().prefix(1))
      {
        answers.append((String(line), []))
      } else if line != "(the screen is cleared)", !answers.isEmpty {
        answers[answers.count - 1].lines.append(String(line))
      }
    }
  }
}
