/// A program for a meeting: what to do when, for how long, and what to type.
struct RoomPlan: Sendable {
  /// One part of it.
  struct Step: Sendable {
    let minutes: Int
    let title: String
    /// What to do, in words that can be read aloud.
    let text: String
    /// What to type.
    let typed: [String]

    init(_ minutes: Int, _ title: String, _ text: String, _ typed: String...) {
      (self.minutes, self.title, self.text, self.typed) = (minutes, title, text, typed)
    }
  }

  let steps: [Step]

  /// How long all of it takes.
  var minutes: Int { steps.reduce(0) { $0 + $1.minutes } }

  /// The minute at which the step at `place` begins, from 0.
  func start(of place: Int) -> Int { steps[..<place].reduce(0) { $0 + $1.minutes } }

  /// The programs, by their minutes.
  static let all = [short, long]

  /// One case, three polls, one change that is tried, one line to keep.
  static let short = RoomPlan(steps: [
    Step(
      3, "The case",
      """
      Say the plan, one line for each thing that is true of it. A prepared file does it with \
      Enter. Ask whether anything is missing.
      """, "replay FILE", "checkpoint start"),
    Step(
      3, "Roles",
      """
      Deal the roles and let people sit by them. Whoever is highest in rank takes one, too, and \
      votes last.
      """, "roles"),
    Step(
      4, "Objections on paper",
      "Two minutes of silence. Each writes one objection; collect the papers and type them.",
      "dissent"),
    Step(
      4, "First poll: the verdict", "Each alone, hands up, no talk. Count, and type the hands.",
      "poll", "votes 4 9 2"),
    Step(
      4, "In pairs",
      "Two minutes: which fact did you read differently? Then hands up once more.", "revote",
      "votes 2 11 2"),
    Step(
      6, "The verdict",
      "Let one of each side say why, before you look. Then read the reasons aloud.", "reveal",
      "why"),
    Step(
      5, "Second poll: what would you do?",
      "Nobody is wrong here. Ask those who are few to speak first.", "poll do", "votes 3 8 4"),
    Step(
      5, "What must give way?",
      """
      Where room and charter differ: a fact, a weight, or the mind? A weight is challenged, and \
      hands decide.
      """, "reveal", "challenge RULE is 3"),
    Step(
      6, "Third poll: one change",
      "Ask for the smallest change that might do. Suppose it, vote, reveal.",
      "what if FACT is VALUE", "poll", "votes 8 5 2", "reveal"),
    Step(
      5, "What stays",
      "Give each open question an owner, write the minutes, and keep one line in the journal.",
      "owner FACT is WHO", "minutes meeting.md", "journal"),
  ])

  /// Three lessons, then cases of one's own.
  static let long = RoomPlan(steps: [
    Step(
      2, "Begin", "Say how it goes: the room votes before it is told, and nobody is put on show.",
      "roles"),
    Step(
      14, "Lesson 1", "Read each step aloud, take the guess by hands, type what the room says.",
      "lesson 1"),
    Step(
      14, "Lesson 3", "Would you let them see it? Let somebody else type, if somebody wants to.",
      "lesson 3"),
    Step(
      14, "Lesson 5", "They are not ours. Ask for sentences from your own letters to look at.",
      "lesson 5"),
    Step(
      12, "Own cases, on paper",
      """
      Groups of three. Each group takes a plan of its own, and writes one line for each thing \
      that is true of it. Walk around, and choose two.
      """, "forms action", "list facts"),
    Step(
      8, "The first case", "Its group reads, you type. Ask what is missing.", "action NAME",
      "dissent"),
    Step(
      5, "Poll on the first case", "Each alone, then in pairs, then the verdict.", "poll",
      "votes 4 9 2", "revote", "reveal"),
    Step(
      6, "The second case", "As before, with another group.", "action NAME"),
    Step(
      5, "Poll on the second case", "Each alone, then in pairs, then the verdict.", "poll",
      "votes 4 9 2", "revote", "reveal"),
    Step(
      5, "Side by side", "What separates the two, and which weight decides between them?",
      "compare ONE with OTHER"),
    Step(
      5, "What stays", "Owners for open questions, the minutes, and one line in the journal.",
      "minutes meeting.md", "journal"),
  ])
}
