import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import Testing

/// Charters made for one finding each, and the same charters without it.
@Suite("Checking charters")
struct CharterCheckTests {
  /// A charter in which every fact is read and nothing is to be mended.
  private static let sound = """
    rule Quick help
      weight 2
      for when hours is less than 2
      against when hours is more than 5
      because their time is dear
    rule Kind words
      weight 2
      for when care is warm
      against when care is rude
      because they remember it
    rule Fair price
      weight 2
      for when price is less than 10
      against when price is more than 20
      because every coin counts
    """

  private func contents(
    _ rules: String, budget: AnalysisBudget = AnalysisBudget()
  ) throws -> [CharterFinding.Content] {
    let charter = try CharterScript.charter(Self.sound + "\n" + rules)
    return CharterCheck(Program(charter), budget: budget).findings.map(\.content)
  }

  private func rule(_ lines: String) -> String {
    "rule Fourth\n  weight 1\n\(lines)\n  because customers care"
  }

  @Test func soundCharterHasNoFinding() throws {
    let check = CharterCheck(Program(try CharterScript.charter(Self.sound)))
    #expect(check.findings.isEmpty)
    #expect(check.isClean)
    #expect((check.ruleCount, check.lineCount, check.factCount) == (3, 6, 3))
  }

  @Test func ruleThatNeverSpeaks() throws {
    let lines = "  only when hours is more than 9\n  for when hours is less than 2"
    #expect(try contents(rule(lines)).contains(.ruleNeverSpeaks(rule: 3)))
    let never = "  for when hours is less than 2 and hours is more than 5"
    #expect(try contents(rule(never)) == [.ruleNeverSpeaks(rule: 3)])
  }

  @Test func lineThatNeverHolds() throws {
    let lines = """
        for when hours is less than 2 and care is warm
        against when hours is more than 5 and hours is less than 2
        leans against when care is rude
      """
    #expect(try contents(rule(lines)) == [.lineNeverHolds(rule: 3, line: 1)])
  }

  @Test func linesOfBothSides() throws {
    let lines = """
        for when hours is less than 5
        leans for when care is warm
        against when hours is more than 2
      """
    let charter = try CharterScript.charter(Self.sound + "\n" + rule(lines))
    let check = CharterCheck(Program(charter))
    let finding = try #require(check.findings.first)
    #expect(finding.content == .bothSidesHold(rule: 3, pro: 0, contra: 2, more: 1))
    let lineTexts = try #require(finding.witness).lines(in: charter)
    #expect(lineTexts.first == "action A case for Fourth")
    #expect(lineTexts.last == "  the rest is untouched")
    let action = try CharterScript.workspace(lineTexts.joined(separator: "\n"), on: charter)
      .actions[0]
    let world = Evaluator(Program(charter)).worldAsTold(by: action)
    #expect(world[0].number.map { $0 > Number(2) && $0 < Number(5) } == true)
    // A veto is meant to beat what else holds.
    let veto = "  for when hours is less than 5 and care is warm\n  veto when hours is more than 2"
    #expect(try contents(rule(veto)).isEmpty)
  }

  @Test func rulesThatSpeakAlike() throws {
    let lines = """
        against when hours is more than 5
        for when hours is at most 1
        for when hours is less than 2
      """
    let found = try contents(rule(lines))
    #expect(found.contains(.rulesSpeakAlike(rule: 3, earlier: 0)))
    let other = "  against when hours is at least 5\n  for when hours is less than 2"
    #expect(try contents(rule(other)).isEmpty)
  }

  @Test func thresholdWithoutEffect() throws {
    let lines = """
        for when price is less than 3 and care is warm
        for when price is less than 10 and care is warm
        against when care is rude
      """
    #expect(
      try contents(rule(lines)) == [
        .thresholdWithoutEffect(fact: 1, number: Number(3), rule: 3, line: 0)
      ])
  }

  @Test func thresholdsBetweenComparedFactsCount() throws {
    let facts = "fact deposit\n  money\n"
    let lines = """
        for when deposit is less than price and price is less than 15
        against when deposit is 40 and deposit is price
      """
    #expect(try contents(facts + rule(lines)).isEmpty)
  }

  @Test func levelsAlike() throws {
    let scale = "fact tone\n  scale cold, cool, mild, warm\n"
    let lines = "  for when tone is warm\n  against when tone is cold"
    #expect(
      try contents(scale + rule(lines)) == [.levelsAlike(fact: 3, levels: [1, 2])])
    // One middle level is an honest answer, and so is one level of its own among several.
    let honest = "fact tone\n  scale cold, cool, warm\n"
    #expect(try contents(honest + rule(lines)).isEmpty)
    let colours = "fact tone\n  one of cold, red, warm, blue\n"
    #expect(
      try contents(colours + rule(lines)) == [.levelsAlike(fact: 3, levels: [1, 3])])
  }

  @Test func levelsOfSets() throws {
    let sets = "fact uses\n  any of nothing, fear, hurry, noise, music\n"
    let lines = "  for when uses is nothing\n  against when uses includes fear"
    #expect(
      try contents(sets + rule(lines)) == [.levelsAlike(fact: 3, levels: [2, 3, 4])])
    let all = lines + "\n  against when uses includes hurry\n  against when uses includes noise"
    #expect(try contents(sets + rule(all)).isEmpty)
  }

  @Test func comparedScalesShareTheirLevels() throws {
    let scales =
      "fact joining\n  scale easy, hard, awful\nfact leaving\n  scale easy, hard, awful\n"
    let lines = """
        for when leaving is easy
        leans against when leaving is more than joining and leaving is hard
        against when leaving is awful
      """
    #expect(try contents(scales + rule(lines)).isEmpty)
  }

  @Test func factNobodyReads() throws {
    let colour = "fact colour\n  one of red, blue\n"
    #expect(try contents(colour) == [.factUnread(fact: 3)])
    #expect(try contents("fact job\n  text\n  must be said").isEmpty)
    let counted = "phrases sweet talk\n  says we win\nfact words\n  text\n"
    let counts = "fact wins\n  counts sweet talk in words\n"
    #expect(try contents(counted + counts) == [.factUnread(fact: 4)])
    let sum = "fact total\n  computed price * hours\n"
    #expect(try contents(sum) == [.factUnread(fact: 3)])
  }

  @Test func lensWithoutWeight() throws {
    let charter = try CharterScript.workspace(
      """
      charter Small shop
        lens time
        lens money
      fact hours
        number of hours
      rule Quick help
        lens time
        weight 2
        for when hours is less than 2
        against when hours is more than 5
        because their time is dear
      rule Never
        lens money
        veto when hours is more than 99
        because it is too long
      """
    ).charter
    #expect(
      CharterCheck(Program(charter)).findings.map(\.content) == [.lensWithoutWeight(lens: 1)])
  }

  @Test func verdictOutOfReach() throws {
    let charter = try CharterScript.workspace(
      """
      charter Small shop
        verdict splendid from 80
        verdict good from 60
        verdict poor from 0
      fact hours
        number of hours
      rule Quick help
        weight 2
        leans for when hours is less than 2
        against when hours is more than 5
        because their time is dear
      """
    ).charter
    #expect(
      CharterCheck(Program(charter)).findings.map(\.content) == [.verdictOutOfReach(band: 0)])
  }

  @Test func oneSidedRuleIsARemark() throws {
    let charter = try CharterScript.charter(
      Self.sound + "\n" + rule("  against when hours is more than 9 and care is rude"))
    let check = CharterCheck(Program(charter))
    #expect(check.findings.map(\.content) == [.ruleOneSided(rule: 3, isFor: false)])
    #expect(check.isClean)
  }

  @Test func tooLargeToCheckIsSaid() throws {
    var budget = AnalysisBudget()
    budget.table = 8
    let lines = """
        for when hours is less than 2 and care is warm
        against when hours is more than 5 and care is rude
      """
    #expect(
      try contents(rule(lines), budget: budget) == [.ruleTooLarge(rule: 3, isSampled: false)])
  }

  @Test func computedFactsAreChecked() throws {
    let facts = "fact total\n  computed price * hours\nfact square\n  computed price * price\n"
    let lines = """
        for when total is less than 0
        against when total is more than 100
      """
    #expect(try contents(facts + rule(lines)) == [.factUnread(fact: 4)])
    let never =
      "  for when total is less than 0\n  against when total is more than 5 and total is 2"
    #expect(try contents(facts + rule(never)).contains(.lineNeverHolds(rule: 3, line: 1)))
  }

  @Test func hugeCountsTakeNoTime() throws {
    let counts = "phrases sweet talk\n  says we win\nfact words\n  text\nfact wins\n"
    let most = String(repeating: "9", count: 29)
    let lines = "  for when wins is at least \(most)\n  against when wins is at most 1.5"
    #expect(try contents(counts + "  counts sweet talk in words\n" + rule(lines)).isEmpty)
  }

  @Test func allRulesTogetherHaveABudget() throws {
    var budget = AnalysisBudget()
    budget.steps = 8 * 12
    let found = try contents("", budget: budget)
    #expect(found == [.ruleTooLarge(rule: 2, isSampled: false)])
  }

  @Test func factsOfAnotherCharterAreRemarks() throws {
    let charter = try CharterScript.charter(Self.sound + "\nfact colour\n  one of red, blue")
    let check = CharterCheck(Program(charter)) { $0.file != "case" }
    #expect(check.findings.map(\.severity) == [.remark])
  }

  @Test func builtInCharterHasNothingToMend() {
    let check = CharterCheck(Program(BuiltInCharter.charter))
    #expect(check.isClean, "\(check.findings.map(\.content))")
  }
}
