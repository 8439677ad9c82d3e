import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import AdvocateSyntax
import Testing

/// What Tab offers, over the charter that ships with the program.
@Suite struct CompletionTests {
  static func session(_ lines: [String]) -> Session {
    var session = Session(files: .none, isTyped: true)
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  private static var action: Session { session(["action Phone to cancel", "job is stop paying"]) }
  private static var rule: Session { session(["action Phone to cancel", "rule Ours"]) }
  private static var expect: Session {
    session(["action Phone to cancel", "expect Phone to cancel"])
  }
  private static var fact: Session { session(["fact mood", "scale sour, calm, merry"]) }

  private func items(_ typed: String, _ session: Session) -> [String] {
    Completer(session).complete(typed).items.map(\.insertion)
  }

  @Test(arguments: [
    ("judge ", ["Phone to cancel", "all"]),
    ("judge canc", ["Phone to cancel"]),
    ("leave", ["leavers is ", "effort to leave is "]),
    // The charter marks this question as one of the first.
    ("effort to", ["effort to leave is ", "effort to join is "]),
    ("EFFORT TO LEAVE IS A C", ["a call"]),
    ("effort to leave is a", ["a form", "a call", "a struggle"]),
    ("effort to leave is a call ", ["because "]),
    ("effort to leave is between ", ["one step", "few steps", "a form", "a call", "a struggle"]),
    ("effort to leave is between a form ", ["and "]),
    ("effort to leave is between a form and ", ["a call", "a struggle"]),
    ("effort to leave is between a form and a call b", ["because "]),
    ("earnings told is ", ["no", "yes", "untouched", "unsaid"]),
    ("job is ", ["untouched", "unsaid"]),
    ("job is keep", []),
    ("gain this quarter is ", ["roughly ", "between ", "untouched", "unsaid"]),
    ("gain this quarter is roughly 250k ", ["because "]),
    ("weakness used is hurry, sh", ["shame"]),
    ("the re", ["the rest is untouched"]),
    ("what if effort to l", ["effort to leave is "]),
    ("what if effort to leave is one step ", ["and "]),
    ("what if effort to leave is one step and effort to j", ["effort to join is "]),
    ("copy Phone to cancel ", ["as "]),
    ("rename Ph", ["Phone to cancel"]),
    ("compare Phone to cancel ", ["with "]),
    ("compare Phone to cancel with ", ["Phone to cancel", "do nothing"]),
    ("flip t", ["to "]),
    ("flip to m", ["mixed"]),
    ("weigh Leav", ["Leaving is as easy as joining"]),
    ("weigh Leaving is as easy as joining ", ["1", "2", "3", "4", "5"]),
    ("list ", ["actions", "rules", "facts", "charter"]),
    ("plain ", ["on", "off"]),
    ("journal go ", ["ahead "]),
    ("journal leave it on Ph", ["Phone to cancel"]),
    ("journal go ahead expecting calls halve ", ["sure "]),
    ("journal go ahead on Phone to cancel expecting calls halve su", ["sure "]),
    ("journal go ahead expecting calls halve sure 70 ", ["review "]),
    ("review 3 went better, c", ["came "]),
    ("forms l", ["ledger"]),
    ("help vet", ["veto", "veto when", "vetoed by"]),
    ("explain unknown-f", ["unknown-fact"]),
    ("use cust", ["customer first"]),
  ])
  func insideAnAction(typed: String, offered: [String]) {
    #expect(items(typed, Self.action) == offered)
  }

  @Test(arguments: [
    ("lens ", ["purpose", "service", "success", "independence", "partnership"]),
    ("weight ", ["1", "2", "3", "4", "5"]),
    ("for wh", ["for when "]),
    (
      "for when effort to leave ",
      [
        "is ", "is not ", "is at least ", "is at most ", "is more than ", "is less than ",
        "is between ",
      ]
    ),
    ("for when can mute ", ["is ", "is not "]),
    ("veto when weakness used ", ["includes ", "does not include ", "is ", "is not "]),
    ("for when effort to leave is at ", ["at least ", "at most "]),
    ("for when effort to leave is at least a", ["a form", "a call", "a struggle"]),
    ("for when effort to leave is more than eff", ["effort to join"]),
    ("for when effort to leave is a call ", ["and "]),
    ("for when effort to leave is a call and can m", ["can mute "]),
    ("only when effort to leave is between one step and f", ["few steps"]),
    ("because they", []),
  ])
  func insideARule(typed: String, offered: [String]) {
    #expect(items(typed, Self.rule) == offered)
  }

  @Test(arguments: [
    ("verdict is ", ["for the customer", "mixed", "against the customer", "vetoed", "silent"]),
    ("score is from 20 ", ["to "]),
    ("better than ", ["Phone to cancel", "do nothing"]),
    ("vetoed by No de", ["No deceit for a signature"]),
  ])
  func belowExpect(typed: String, offered: [String]) {
    #expect(items(typed, Self.expect) == offered)
  }

  @Test(arguments: [
    ("means ", ["sour ", "calm ", "merry "]),
    ("kind o", ["outcome"]),
    ("counts ownership talk in ", ["job", "our words"]),
    ("computed customers touched ", ["+ ", "- ", "* ", "/ "]),
  ])
  func insideAFact(typed: String, offered: [String]) {
    #expect(items(typed, Self.fact) == offered)
  }

  @Test func levelsComeWithTheirQuestionAndTheirMeanings() {
    let answer = Completer(Self.action).complete("effort to leave is ")
    #expect(answer.headline == "How hard is it to leave, return or stop?")
    #expect(answer.items.first?.summary == "a minute, alone, at any hour")
    let money = Completer(Self.action).complete("gain this quarter is ").headline ?? ""
    #expect(money.hasSuffix("An amount in EUR, as 250k, 1.2m or -40k."))
  }

  @Test func anEmptyLineBeginsWithWhatIsAskedNext() {
    let lines = ["action A", "the rest is untouched", "effort to join is one step"]
    let session = Self.session(lines + ["effort to leave is unsaid", "job is rest"])
    let items = items("", session)
    // Only this fact is open, so it decides; then come facts not yet said, and then commands.
    #expect(items.first == "effort to leave is ")
    let (fact, said, command) = ("contact is ", "effort to join is ", "judge ")
    let places = [fact, said, command].map { items.firstIndex(of: $0) ?? -1 }
    #expect(places == places.sorted() && places[0] > 0)
    #expect(self.items("", Self.session([])).prefix(3) == ["action ", "ask ", "judge "])
  }

  @Test func aQuestionOffersItsAnswers() {
    var session = Self.action
    _ = session.respond(to: "quit")
    #expect(items("", session) == ["yes", "no", "stay"])
  }

  @Test func filesComeFromTheDisk() {
    let files = SessionFiles(
      read: { _ in .failure(.missing) }, write: { _, _ in nil }, exists: { _ in false },
      list: { prefix in ["plans/", "phone.advocate"].filter { $0.hasPrefix(prefix) } })
    let session = Session(files: files, isTyped: true)
    #expect(items("load p", session) == ["plans/", "phone.advocate"])
    #expect(items("save ph", session) == ["phone.advocate"])
  }

  @Test(
    arguments: [
      ("", nil), ("effort to l", "eave is "), ("effort to leave", " is "), ("effort to ", nil),
      ("effort to leave is fe", "w steps"), ("effort to leave is a", nil),
      ("effort to leave is a call ", nil), ("effort to leave is between a form ", "and "),
      ("jud", "ge "), ("zebra", nil), ("job is a", nil),
      ("weigh leaving", " is as easy as joining"),
    ] as [(String, String?)])
  func oneThingIsSuggested(typed: String, rest: String?) {
    #expect(Completer(Self.action).suggestion(after: typed) == rest)
  }

  // MARK: - Marks

  private func marks(_ line: String, _ session: Session) -> [String] {
    Completer(session).marks(in: line).map { mark in
      "\(mark.role) \(String(decoding: Array(line.utf8)[mark.bytes], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    (
      "effort to leave is a call because we asked",
      ["fact effort to leave", "reserved is", "value a call", "reserved because", "text we asked"]
    ),
    ("  - effort to leave = 4", ["fact effort to leave", "reserved =", "value 4"]),
    ("effort to leave: a call", ["fact effort to leave", "value a call"]),
    ("efort", []),
    ("efort ", ["unknown efort"]),
    ("effort to le", []),
    ("effort to leave is zeb", ["fact effort to leave", "reserved is"]),
    ("effort to leave is zebra ", ["fact effort to leave", "reserved is", "unknown zebra"]),
    ("job is keep it open", ["fact job", "reserved is", "text keep it open"]),
    (
      "gain this quarter is between 1k and 2k",
      [
        "fact gain this quarter", "reserved is", "reserved between", "value 1k", "reserved and",
        "value 2k",
      ]
    ),
    ("judge all", ["reserved judge", "reserved all"]),
    ("judge Phone to cancel", ["reserved judge", "name Phone to cancel"]),
    ("judge zebra ", ["reserved judge", "unknown zebra"]),
    (
      "copy Phone to cancel as New",
      [
        "reserved copy", "name Phone to cancel", "reserved as", "name New",
      ]
    ),
    ("# said in May", ["text # said in May"]),
    ("note it was “theirs”", ["reserved note", "text it was “theirs”"]),
  ])
  func wordsAreMarked(line: String, marked: [String]) {
    #expect(marks(line, Self.action) == marked)
  }

  @Test func testsAreMarked() {
    let line = "against when effort to leave is at least a call and weakness used includes fear"
    #expect(
      marks(line, Self.rule) == [
        "reserved against", "reserved when", "fact effort to leave", "reserved is at least",
        "value a call", "reserved and", "fact weakness used", "reserved includes", "value fear",
      ])
  }

  // MARK: - Every line of the reference, half typed

  @Test(arguments: LineForms.kinds)
  func everyBeginningOfALineIsRead(kind: SubjectKind) {
    let examples = LineForms.forms(of: kind).map(\.example)
    var session = Self.session(LineForms.setting(of: kind))
    for example in examples {
      let completer = Completer(session)
      for end in example.indices.dropFirst() where offset(end, example).isMultiple(of: 3) {
        let typed = String(example[..<end])
        check(completer.marks(in: typed), in: typed)
        _ = completer.suggestion(after: typed)
      }
      // Whole words, since Tab is mostly pressed behind or inside the last one.
      for end in example.indices where example[end] == " " {
        check(completer, String(example[...end]), example, session)
      }
      agree(completer.marks(in: example), example, session)
      _ = session.respond(to: example)
    }
  }

  private func offset(_ end: String.Index, _ line: String) -> Int {
    line.distance(from: line.startIndex, to: end)
  }

  private func check(_ marks: [MarkedWord], in line: String) {
    var end = 0
    for mark in marks {
      #expect(mark.bytes.lowerBound >= end && !mark.bytes.isEmpty, "\(line)")
      end = mark.bytes.upperBound
    }
    #expect(end <= line.utf8.count, "\(line)")
  }

  /// What is offered replaces what was typed, and is never marked as unknown.
  private func check(
    _ completer: Completer, _ typed: String, _ example: String, _ session: Session
  ) {
    let answer = completer.complete(typed)
    #expect(answer.replacedCharacters <= typed.count)
    for item in answer.items.prefix(3) {
      let taken = String(typed.dropLast(answer.replacedCharacters)) + item.insertion
      let marks = completer.marks(in: taken.last == " " ? taken : taken + " ")
      #expect(!marks.contains { $0.role == .unknown }, "\(taken)")
    }
  }

  /// The names that the parser finds are those that are marked.
  private func agree(_ marks: [MarkedWord], _ line: String, _ session: Session) {
    let parsed = LineParser.read(line, subject: session.workspace.subjectKind).result
    guard case .success(let syntax) = parsed else { return }
    let facts: [Range<Int>]
    switch syntax {
    case .statement(let statement):
      facts = [statement.fact.span.start..<statement.fact.span.end]
    case .clause(_, let tests), .onlyWhen(let tests):
      facts = tests.map { $0.fact.span.start..<$0.fact.span.end }
      for test in tests {
        for operand in test.operands {
          let bytes = operand.span.start..<operand.span.end
          #expect(marks.contains { $0.bytes == bytes && $0.role == .value }, "\(line)")
        }
      }
    default: return
    }
    #expect(marks.filter { $0.role == .fact }.map(\.bytes) == facts, "\(line)")
  }
}
