import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

/// Which reasons are shown, and which are only said.
@Suite struct PurposeSurveyTests {
  private func survey(_ charter: String, _ actions: String) throws -> PurposeSurvey {
    let base = try CharterScript.charter(
      """
      phrases money
        says profit
        says market share
      rule Quick
        weight 2
        for when hours is at most 1
        against when hours is more than 24
        because they wait
      rule Warm
        weight 1
        leans for when care is warm
        because they feel it
      rule Cheap
        weight 1
        for when price is less than 0
        because they pay
      charter Small shop
        \(charter)
      """)
    let workspace = try CharterScript.workspace(actions, on: base)
    let judge = Judge(.init(workspace.charter))
    return PurposeSurvey(workspace.charter, workspace.actions.map { judge.judge($0) })
  }

  @Test func anActionServesAReasonWhenATiedRuleSpeaksForIt() throws {
    let survey = try survey(
      """
      reason their days are easier served by Quick
        reason their days are easier served by care
        reason more profit every year
        reason a better street
      """,
      """
      action Slow and warm
        hours is 48
        care is warm
      action Slow
        hours is 48
      action Cheap
        price is -1
      """)
    #expect(survey.money.map(\.text) == ["more profit every year"])
    #expect(survey.rows.map(\.purpose.text) == ["their days are easier", "a better street"])
    // The fact care is read by Warm, so both rules stand behind the first reason.
    #expect(survey.rows[0].rules == [0, 1])
    #expect(survey.rows[0].serving == [0])
    #expect(survey.rows[0].opposing == [0, 1])
    #expect(survey.rows[1].rules.isEmpty && survey.rows[1].isOnlySaid)
  }

  @Test func moneyIsHeardUnderItsNamesUnlessItIsDenied() {
    let talk = MoneyTalk(BuiltInCharter.charter)
    #expect(talk.words(in: "Higher Margins and more market share") == ["margins", "market share"])
    #expect(talk.words(in: "growing sales, sales!") == ["sales"])
    #expect(talk.words(in: "to please the shareholders") == ["shareholders"])
    #expect(talk.words(in: "not for profit, but for the street").isEmpty)
    #expect(talk.words(in: "their children grow up healthy").isEmpty)
  }

  @Test func droppedRulesServeNothing() {
    var workspace = BuiltInCharter.workspace()
    let first = workspace.charter.purposes[0]
    let tied = workspace.charter.rules(serving: first)
    #expect(tied.map { workspace.charter.rules[$0].name }.first == "Their lives get better")
    workspace.removeRule(at: tied[0])
    let left = workspace.charter.rules(serving: workspace.charter.purposes[0])
    #expect(
      left.map { workspace.charter.rules[$0].name } == [
        "The job gets easier", "The weakest are guarded",
      ])
  }

  @Test func theCharterOfTheProgramHasThreeReasonsThatRulesServe() {
    let survey = PurposeSurvey(BuiltInCharter.charter, [])
    #expect(survey.rows.count == 3 && survey.money.isEmpty)
    #expect(survey.rows.allSatisfy { $0.rules.count >= 2 })
  }
}
