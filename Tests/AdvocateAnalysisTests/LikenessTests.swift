import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

/// How far two plans are alike, worked out by hand.
struct LikenessTests {
  private static let rules = """
    rule Enough hours
      for when hours is at least 10
      because people need time
    rule Fair price
      against when price is more than 100
      because people count
    rule Warm care
      weight 3
      for when care is warm
      because people feel
    """

  /// The likeness of two plans that say `first` and `second`.
  private func likeness(_ first: String, _ second: String) throws -> Likeness {
    let charter = try CharterScript.charter(Self.rules)
    let workspace = try CharterScript.workspace(
      "action One\n\(first)\naction Two\n\(second)", on: charter)
    return CaseMeasure(Program(charter)).likeness(workspace.actions[0], workspace.actions[1])
  }

  @Test func valuesThatNoRuleTellsApartAreAlike() throws {
    let found = try likeness("hours is 10\nprice is 100", "hours is 14\nprice is 101")
    // Both hours are at least 10; only one price is more than 100.
    #expect(found.alike == 1)
    #expect(found.compared == 2)
    #expect(found.differences.map(\.fact) == [1])
    #expect(!found.isOneCase)
  }

  @Test func levelsThatNoRuleTellsApartAreAlike() throws {
    #expect(try likeness("care is rude", "care is neither").differences.isEmpty)
    #expect(try likeness("care is rude", "care is warm").alike == 0)
  }

  @Test func whatOnlyOneSaysDiffers() throws {
    let found = try likeness("hours is 12\ncare is warm", "hours is 12")
    #expect(found.alike == 1)
    #expect(found.differences.map(\.second) == [.unsaid])
  }

  @Test func whatNeitherSaysDoesNotCount() throws {
    #expect(try likeness("hours is 12", "hours is 12").compared == 1)
    #expect(try likeness("the rest is untouched", "the rest is untouched").compared == 0)
  }

  @Test func theRestIsUntouchedSaysWhatOthersSayAloud() throws {
    let found = try likeness("hours is 12\nthe rest is untouched", "hours is 12\ncare is untouched")
    #expect(found.alike == 2)
  }

  @Test func rangesAreAlikeToThemselvesOnly() throws {
    let range = "hours is between 12 and 14"
    #expect(try likeness(range, range).alike == 1)
    #expect(try likeness(range, "hours is 13").alike == 0)
  }

  @Test func groupsCountForThemselves() throws {
    let found = try likeness(
      "hours is 12\nfor loyal customers: hours is 2", "hours is 12")
    // For all it is the same; for the loyal 2 stands against the 12 that holds for all.
    #expect(found.alike == 1)
    #expect(found.differences.map(\.group) == ["loyal customers"])
  }

  @Test func theHeaviestDifferenceStandsFirst() throws {
    let found = try likeness("hours is 2\ncare is warm", "hours is 12\ncare is rude")
    #expect(found.differences.map(\.fact) == [2, 0])
  }

  @Test func fourInFiveAreOneCase() throws {
    // Two of three are fewer than four in five; of two facts both must be alike.
    #expect(
      try !likeness(
        "hours is 12\nprice is 5\ncare is warm", "hours is 12\nprice is 5\ncare is rude"
      ).isOneCase)
    #expect(try likeness("hours is 12\nprice is 5", "hours is 12\nprice is 5").isOneCase)
  }

  @Test func theNearestStandsFirstAndOfEqualOnesTheNewest() throws {
    let charter = try CharterScript.charter(Self.rules)
    let workspace = try CharterScript.workspace(
      """
      action Now
      hours is 12
      price is 5
      action Half
      hours is 12
      action Same
      hours is 11
      price is 7
      action Other
      care is warm
      """, on: charter)
    let past = [1, 2, 1, 3].enumerated().map { place, action in
      var decision = Decision(
        day: CalendarDay(number: 20_000), action: workspace.actions[action].name, lines: [],
        charter: "c", told: Decision.Told(verdict: "mixed", isSettled: true, score: nil),
        course: .goAhead, isAgainst: false, reviewOn: CalendarDay(number: 20_030))
      decision.number = place + 1
      return (decision: decision, action: workspace.actions[action], lost: 0)
    }
    let nearest = Precedent.nearest(
      to: workspace.actions[0], among: past, by: CaseMeasure(Program(charter)))
    // Both facts of the second are alike; one of two of the third and first; none of the fourth.
    #expect(nearest.map(\.decision.number) == [2, 3, 1])
  }
}
