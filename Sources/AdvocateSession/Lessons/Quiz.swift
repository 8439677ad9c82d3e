import AdvocateAnalysis
import AdvocateCharter
import AdvocateExplanation

/// Where a quiz of twins stands.
struct Quiz: Equatable {
  /// The rounds where nobody says how many.
  static let usualRounds = 5
  /// The most rounds of one quiz.
  static let mostRounds = 20

  /// One round.
  struct Round: Equatable {
    var twins: Twins
    /// Whether the verdicts of both are asked for; otherwise which of the two is worse.
    var asksVerdicts: Bool

    init(_ twins: Twins, number: Int) {
      self.twins = twins
      // Silence is neither better nor worse, so that only its verdict can be asked for.
      asksVerdicts = twins.worse == nil || number % 2 == 1
    }

    /// The numbers that are the right answer.
    func answer(in charter: Charter) -> [Int] {
      guard asksVerdicts else { return [twins.worse ?? 0] }
      return [twins.first, twins.second].map {
        TwinWords.place(of: $0.verdict, in: charter) + 1
      }
    }

    /// The numbers in what was typed; nil where it is no answer.
    func read(_ typed: String, _ charter: Charter) -> [Int]? {
      let words = typed.split { " ,;".contains($0) }
      let numbers = words.compactMap { Int($0) }
      let most = asksVerdicts ? TwinWords.verdicts(of: charter).count : 2
      guard numbers.count == words.count, numbers.count == (asksVerdicts ? 2 : 1),
        numbers.allSatisfy({ (1...most).contains($0) })
      else { return nil }
      return numbers
    }
  }

  var seed: Int
  var rounds: [Round]
  /// The round at hand, from 0.
  var place = 0
  var right = 0
  var passed = 0

  init(seed: Int, _ twins: [Twins]) {
    self.seed = seed
    rounds = twins.enumerated().map { Round($1, number: $0) }
  }

  /// The round at hand; nil at the end.
  var current: Round? { rounds.indices.contains(place) ? rounds[place] : nil }

  // MARK: - What is typed

  /// Parts `seed N` from the end of what stands behind a command; nil where N is no such number.
  static func seeded(_ text: String) -> (rest: String, seed: Int?)? {
    let words = text.split(separator: " ")
    guard let place = words.lastIndex(where: { $0.lowercased() == "seed" }),
      place >= words.count - 2
    else { return (words.joined(separator: " "), nil) }
    guard place == words.count - 2, let seed = Int(words[place + 1]), seed >= 0 else { return nil }
    return (words[..<place].joined(separator: " "), seed)
  }
}
