import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax
import Testing

/// Lines inside actions that hold for one group of customers.
@Suite("Groups of customers")
struct CustomerGroupTests {
  private static let charter = """
    charter Shop
    fact price
    scale lower, same, higher
    fact aid
    yes-no
    fact words
    text
    rule Fair price
    weight 3
    for when price is lower
    against when price is higher
    because they pay it

    """

  private func workspace(_ lines: [String], isTyped: Bool = true) -> Workspace {
    var workspace = Workspace(charter: Charter(name: "none"), usedAs: "none")
    for line in Self.charter.split(separator: "\n") + lines.map({ $0[...] }) {
      _ = workspace.read(SourceLine(text: String(line)), isTyped: isTyped)
    }
    return workspace
  }

  /// What an action says, as it is saved.
  private func lines(_ workspace: Workspace) -> [String] {
    let text = Formatter.document(
      Workspace.lines(of: workspace.actions[0], workspace.charter))
    return text.split(separator: "\n").dropFirst().map { String($0.dropFirst(2)) }
  }

  @Test(
    "The first colon parts the group from what is said",
    arguments: [
      ("for loyal customers: price is higher", "loyal customers", "price", "higher"),
      ("for loyal customers : price = higher", "loyal customers", "price", "higher"),
      ("- For new and old: price: higher", "new and old", "price", "higher"),
      ("for a: words is the rest: is ours", "a", "words", "the rest: is ours"),
      ("for a: price is higher because survey: 12", "a", "price", "higher because survey: 12"),
    ])
  func theFirstColonParts(line: String, group: String, fact: String, rest: String) throws {
    let parsed = try LineParser.read(line, subject: .action).result.get()
    guard case .statement(let said) = parsed else {
      Issue.record("\(parsed)")
      return
    }
    #expect(said.group?.text == group)
    #expect(said.fact.text == fact)
    #expect(said.rest.text == rest)
  }

  @Test(
    "What lacks a part is told of",
    arguments: [
      ("for loyal customers price is higher", SyntaxError.GroupProblem.noColon),
      ("for price is higher: yes", .noColon), ("for", .noColon),
      ("for: price is higher", .noName), ("for : price is higher", .noName),
      ("for loyal customers:", .noFact), ("for loyal customers: price", .noFact),
      ("for loyal customers: the rest is untouched", .theRest),
    ])
  func whatLacksAPart(line: String, problem: SyntaxError.GroupProblem) {
    guard case .failure(.groupLine(let found, _)) = LineParser.read(line, subject: .action).result
    else {
      Issue.record("\(line)")
      return
    }
    #expect(found == problem)
  }

  @Test("A group may be tried with what if, and its name may hold and")
  func whatIf() throws {
    let line = "what if for new and old: price is lower and aid is yes"
    guard case .whatIf(let said) = try LineParser.read(line, subject: .action).result.get() else {
      Issue.record("no what if")
      return
    }
    #expect(said.map(\.group?.text) == ["new and old", nil])
    #expect(Formatter.text(of: .whatIf(said)) == line)
  }

  @Test("Lines of groups are saved, shared lines first, under the name as given first")
  func saved() {
    let told = workspace([
      "action Rise", "for Loyal customers: price is higher because 40 calls", "aid is yes",
      "for loyal customers: aid is unsaid", "for new customers: words is our own",
      "the rest is untouched",
    ])
    #expect(
      lines(told) == [
        "aid is yes", "for Loyal customers: price is higher because 40 calls",
        "for Loyal customers: aid is unsaid",
        "for new customers: words is our own", "the rest is untouched",
      ])
    let again = workspace(["action Rise"] + lines(told))
    #expect(lines(again) == lines(told))
  }

  @Test("A file with groups is laid out as it was")
  func formatted() {
    let script =
      Self.charter.replacing("\nfact aid", with: "\n\nfact aid")
      + "action Rise\n  aid is yes\n  for loyal customers: price is higher because 40 calls\n"
    let read = ReadScript(script)
    #expect(read.errors.isEmpty)
    #expect(read.formatted.hasSuffix("for loyal customers: price is higher because 40 calls\n"))
    #expect(ReadScript(read.formatted).formatted == read.formatted)
    #expect(ReadScript(read.formatted).actions == read.actions)
  }

  @Test("A line said again for a group replaces that group's line alone")
  func restated() {
    var told = workspace(["action Rise", "price is same", "for a: price is higher"])
    let outcome = told.read(SourceLine(text: "for A: price is lower"), isTyped: true)
    #expect(outcome.changes == [.restated(fact: "for a: price", before: "higher", now: "lower")])
    #expect(lines(told) == ["price is same", "for a: price is lower"])
  }

  @Test("A line for a group that cannot be read leaves its fact unknown for that group alone")
  func unread() {
    var told = workspace(
      ["action Rise", "price is same", "for a: price is hihger", "for b: price is lower"])
    let each = told.actions[0].eachGroup
    #expect(each.map(\.group) == ["a", "b", "everyone else"])
    #expect(each[0].statement(of: 0) == nil)
    #expect(each[1].statement(of: 0)?.content == .value(.level(0)))
    #expect(each[2].statement(of: 0)?.content == .value(.level(1)))
    // Said for all, it is still missing for the group; said for the group, it is not.
    _ = told.read(SourceLine(text: "price is lower"), isTyped: true)
    #expect(told.actions[0].dropped.count == 1)
    _ = told.read(SourceLine(text: "for a: price is higher"), isTyped: true)
    #expect(told.actions[0].dropped.isEmpty)
  }

  @Test("Everyone else is a group where the shared lines say all that groups say")
  func everyoneElse() {
    func groups(_ lines: String...) -> [String?] {
      workspace(["action Rise"] + lines).actions[0].eachGroup.map(\.group)
    }
    #expect(groups("price is same") == [])
    #expect(groups("price is same", "for a: price is higher") == ["a", "everyone else"])
    #expect(groups("aid is yes", "for a: price is higher") == ["a"])
    #expect(groups("price is unsaid", "for a: price is higher") == ["a"])
    #expect(
      groups("price is same", "for a: price is higher", "for Everyone else: price is lower")
        == ["a", "Everyone else"])
  }

  @Test("Copies, renamed actions and other charters keep the groups")
  func kept() {
    var told = workspace([
      "action Rise", "price is same", "for a: price is higher", "for a: aid is yes",
      "copy Rise as Second",
    ])
    #expect(told.actions[1].groups == told.actions[0].groups)
    told.renameAction(at: 0, to: "First")
    #expect(told.actions[0].groups.count == 1)
    // The other charter has the facts at other places, and lacks one.
    var other = Charter(name: "Other")
    for name in ["mood", "price"] {
      var fact = FactDeclaration(name: name, location: SourceLocation())
      fact.kind = .scale(["lower", "same", "higher"])
      other.facts.append(fact)
    }
    _ = told.use(other, as: Phrase("other", SourceSpan(0, 5)))
    #expect(told.actions[0].statement(of: 1, group: "a")?.content == .value(.level(2)))
    #expect(told.actions[0].dropped.map(\.line.text) == ["for a: aid is yes"])
    #expect(lines(told).contains("for a: price is higher"))
  }

  @Test("Taking a line out, or a group, leaves the rest")
  func takenOut() {
    var told = workspace([
      "action Rise", "price is same", "for a: price is higher", "for b: price is lower",
      "for b: aid is yes",
    ])
    let isTaken = told.removeStatement(of: 0, fromAction: 0, group: "b")
    #expect(isTaken)
    #expect(lines(told) == ["price is same", "for a: price is higher", "for b: aid is yes"])
    let isTakenAgain = told.removeStatement(of: 0, fromAction: 0, group: "b")
    let isOtherTaken = told.removeStatement(of: 1, fromAction: 0, group: "B")
    #expect(!isTakenAgain && isOtherTaken)
    #expect(told.actions[0].groups.map(\.name) == ["a"])
    told.removeGroup(at: 0, fromAction: 0)
    #expect(lines(told) == ["price is same"])
  }

  @Test("What is expected of one group is saved with its name")
  func expected() {
    let told = workspace([
      "action Rise", "price is same", "for loyal customers: price is higher",
      "expect Rise for loyal", "against Fair price", "expect rise", "against Fair price",
    ])
    #expect(told.expectations.map(\.title) == ["Rise for loyal customers", "Rise"])
    #expect(told.document.contains("\nexpect Rise for loyal customers\n  against Fair price\n"))
    #expect(
      told.expectations.map { told.action(expectedBy: $0)?.group } == ["loyal customers", nil])
    var dropped = told
    dropped.removeGroup(at: 0, fromAction: 0)
    #expect(dropped.action(expectedBy: told.expectations[0]) == nil)
  }

  @Test("A fact whose name begins with for could not be said")
  func factNames() {
    var told = workspace([])
    let outcome = told.read(SourceLine(text: "fact for whom"), isTyped: true)
    #expect(outcome.diagnostics.contains { $0.severity == .error })
  }
}
