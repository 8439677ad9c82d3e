import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Testing

/// What a session answers to `rank`, `compare` and `difference`.
struct ComparingTests {
  private static let plans = """
    action Phone to cancel
    job is stop paying for something no longer used
    effort to join is one step
    effort to leave is a call
    moves the job is harder
    would show customer is reluctantly
    gain this quarter is roughly 250k
    the rest is untouched
    copy Phone to cancel as Cancel in one step
    effort to leave is one step
    action Countdown timer
    weakness used is hurry
    true as told is a false picture
    would feel is used
    the rest is untouched
    """

  private func session(
    _ script: String = plans, width: Int = 80, files: [String: String] = [:]
  ) -> Session {
    let access = SessionFiles(
      read: { files[$0].map { .success(Array($0.utf8)) } ?? .failure(.missing) },
      write: { _, _ in nil }, exists: { files[$0] != nil })
    var session = Session(files: access, isTyped: true, width: width)
    for line in script.split(separator: "\n") { _ = session.respond(to: String(line)) }
    return session
  }

  private func answer(_ line: String, _ session: Session) -> String {
    var session = session
    var text = ""
    for piece in session.respond(to: line).pieces {
      switch piece {
      case .lines(let lines): text += OutputStyle(width: session.width).render(lines)
      case .finding(let finding): text += finding.sentences.map(\.plain).joined(separator: "\n")
      }
    }
    return text
  }

  @Test func rankIsOneScreen() {
    var session = session()
    for line in ["action Open plan", "effort to leave is a form"] { _ = session.respond(to: line) }
    let expected = """
         action                       score  can move    against  verdict
      1  do nothing                    none                  0    no rule speaks
      2  Cancel in one step              50                  4    mixed
      3  Phone to cancel                 17                  8    against the customer
      4  Open plan                       50  1 to 99 or      0    mixed, as told
                                             vetoed
         Countdown timer             vetoed                 12    vetoed
      Ordered by the lowest score still possible, so not knowing never helps; no score
      counts as 50, a veto still possible as below 0.

      """
    #expect(answer("rank", session) == expected)
  }

  @Test func rankOnANarrowScreen() {
    let expected = """
      1 do nothing
        no rule speaks; against 0
      2 Cancel in one step
        mixed, 50; against 4
      3 Phone to cancel
        against the customer, 17; against 8
        Countdown timer
        vetoed; against 12
      Ordered by the lowest score still
      possible, so not knowing never helps; no
      score counts as 50.

      """
    #expect(answer("rank", session(width: 40)) == expected)
  }

  @Test func compareIsOneScreen() {
    let line = "compare Phone to cancel with Cancel in one step with do nothing"
    let expected = """
                                      Phone to        Cancel in one   do nothing
                                      cancel          step
      verdict                         against         mixed           no rule speaks
      score                           17              50              none

      Leaving is as easy as joining   against 4       for 4           .
      The job gets easier             against 2.5     against 2.5     .
      We would let them watch         against 1.5     against 1.5     .
      for, against, in play           0, 8, 12        4, 4, 12        0, 0, 0

      Beside Phone to cancel, Cancel in one step is better on 1 rule, worse on none;
      do nothing is better on 3, worse on none.
      Cancel in one step or do nothing? Weights decide: each comes first in 45 of 100
      ways to weigh the rules, and in the other 10 they are level.

      """
    #expect(answer(line, session()) == expected)
  }

  @Test func compareOnANarrowScreen() {
    let line = "compare Phone to cancel with Cancel in one step with do nothing"
    let expected = """
      1 Phone to cancel       against, 17
      2 Cancel in one step    mixed, 50
      3 do nothing            no rule speaks
                               1     2     3
      Leaving is as easy as   −4    +4     .
        joining
      The job gets easier     −2.5  −2.5   .
      We would let them       −1.5  −1.5   .
        watch
      for                      0     4     0
      against                  8     4     0
      in play                 12    12     0

      2 beats 1: better on 1 rule, worse on
      none; 3 beats 1: better on 3 rules,
      worse on none.
      2 or 3? Weights decide: each comes first
      in 45 of 100 ways to weigh the rules,
      and in the other 10 they are level.

      """
    #expect(answer(line, session(width: 40)) == expected)
  }

  @Test func namesMayHoldWith() {
    let script = """
      action Tea
      effort to leave is a call
      action Tea with milk
      effort to leave is a form
      action milk
      effort to leave is one step
      """
    let session = session(script)
    func heads(_ line: String) -> String {
      String(answer(line, session).split(separator: "\n").first ?? "")
    }
    // The longest known name counts, and the rest still has to be known.
    #expect(
      heads("compare Tea with milk with Tea").split(separator: " ") == [
        "Tea", "with", "milk", "Tea",
      ])
    #expect(heads("compare tea with milk").contains("Tea with milk"))
    #expect(heads("compare tea with milk").contains("do nothing"))
    #expect(heads("compare Tea with Tea with milk").contains("Tea with milk"))
    #expect(heads("compare 1 with 3").split(separator: " ") == ["Tea", "milk"])
    #expect(heads("compare milk with do nothing with Tea").contains("do nothing"))
  }

  @Test func whatCannotBeComparedIsSaid() {
    #expect(answer("rank", session("")).hasPrefix("There is no action yet."))
    #expect(answer("compare", session("")).hasPrefix("There is no action yet."))
    #expect(
      answer("compare Phone to cancel with Tea", session()).hasPrefix(
        "No action is called \"Tea\"."))
    #expect(
      answer("compare Phone to cancel with Phone to cancel", session())
        == """
        An action is compared with another, as in:  compare Phone to cancel with do
        nothing

        """)
    #expect(answer("rank Tea", session()).hasPrefix("rank orders all actions."))
    var many = session("")
    for number in 1...9 { _ = many.respond(to: "action Plan \(number)") }
    #expect(
      answer("compare", many)
        == "compare takes up to 8 actions, and these are 9. rank orders all.\n")
    #expect(answer("difference", session()).contains("difference customer first with in force"))
    #expect(!answer("difference customer first with Tea", session()).contains("tells them apart"))
    #expect(answer("compare \(String(repeating: "with ", count: 300))", session()) != "")
  }

  @Test func eightActionsFitAnyScreen() {
    var script = ""
    for (number, leave) in ["one step", "few steps", "a form", "a call", "a struggle"].enumerated()
    {
      script +=
        "action Plan number \(number + 1)\neffort to leave is \(leave)\nthe rest is untouched\n"
    }
    script +=
      "action Open\nmoves the job is easier\naction Other\ntrue as told is a false picture\n"
    for width in [20, 40, 80] {
      let session = session(script, width: width)
      for line in ["rank", "compare", "compare 1 with 2 with do nothing"] {
        for row in answer(line, session).split(separator: "\n") {
          #expect(TextWidth.of(String(row)) <= width, "\(width): \(row)")
        }
      }
    }
  }

  // MARK: - Charters

  private static let strict = """
    charter strict
    use customer first
    weigh Leaving is as easy as joining 1
    drop No deceit for a signature
    """

  @Test func differenceNamesWhatChanges() {
    let session = session(files: ["strict.advocate": Self.strict])
    let shown = answer("difference customer first with strict.advocate", session)
    #expect(
      shown.hasPrefix(
        """
        From customer first to strict.advocate, 2 of 3 actions change their verdicts, as
        told:
        1 veto no longer holds
          Countdown timer  vetoed  →  against the customer, 11
        Other changes
          Cancel in one step  mixed, 50  →  against the customer, 33

        This action tells them apart:
        """), "\(shown)")
    #expect(shown.contains("    the rest is untouched\n"))
  }

  @Test func aCharterIsTheSameAsItself() {
    var session = session(files: ["strict.advocate": Self.strict])
    let same = """
      From customer first to the charter in force, no verdict changes among 3 actions,
      as told.

      No action can tell them apart: whatever is said, both give one verdict.

      """
    #expect(answer("difference customer first", session) == same)
    _ = session.respond(to: "drop Leaving is as easy as joining")
    let shown = answer("difference customer first with in force", session)
    #expect(shown.contains("1 of 3 actions changes its verdict"), "\(shown)")
  }

  // MARK: - Around the commands

  @Test func completionOffersNames() {
    let completer = Completer(session())
    func items(_ typed: String) -> [String] { completer.complete(typed).items.map(\.insertion) }
    #expect(items("compare Ph") == ["Phone to cancel"])
    #expect(items("compare Phone to cancel with ").contains("do nothing"))
    #expect(items("compare Phone to cancel with C") == ["Cancel in one step", "Countdown timer"])
    #expect(items("difference ") == ["customer first", "in force"])
    #expect(items("difference customer first with i") == ["in force"])
    #expect(items("ra") == ["rank"])
  }

  @Test func examplesOfHelpAnswer() {
    for name in ["compare", "difference", "rank"] {
      var session = session("")
      let example = HelpTopics.find(name)?.example ?? []
      for line in example.dropLast() { _ = session.respond(to: line) }
      #expect(session.workspace.waiting == nil)
      let response = session.respond(to: example.last ?? "")
      #expect(response.findings.isEmpty)
      #expect(session.hasAnswered, "\(name)")
    }
  }

  @Test func aFileOnlySkipsThem() {
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    var workspace = BuiltInCharter.workspace()
    let text =
      "action Tea\neffort to leave is a call\nrank\ncompare Tea\ndifference customer first\n"
    reader.read(Array(text.utf8), named: "tea.advocate", into: &workspace)
    #expect(reader.diagnostics.isEmpty)
    #expect(
      reader.skippedCommands.map(\.text) == ["rank", "compare Tea", "difference customer first"])
  }
}
