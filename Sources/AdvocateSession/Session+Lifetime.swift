import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation

/// The command that sets a quarter against the years.
extension Session {
  mutating func showLifetime(_ argument: String?, _ response: inout Response) {
    switch LifetimeRequest.read(argument, isAction: { workspace.actionPlace($0) != nil }) {
    case .success(let request):
      guard let action = action(called: request.name, "lifetime", &response) else { return }
      answer(View.lifetime(judge().judge(action), terms: request.terms), &response)
    case .failure(let problem):
      response.refuse(problem.text, width: width)
    }
  }
}

/// What stands behind `lifetime`: an action, and behind `at` what to count with.
struct LifetimeRequest: Equatable {
  /// What is wrong with it, and what to type.
  struct Problem: Error, Equatable {
    let text: StyledText
  }

  var name: String?
  var terms = LifetimeTerms()

  /// Reads `ACTION at N% interest and N% retention`, of which every part may be missing.
  static func read(
    _ argument: String?, isAction: (String) -> Bool
  ) -> Result<LifetimeRequest, Problem> {
    var request = LifetimeRequest()
    guard let argument else { return .success(request) }
    let words = argument.split(separator: " ").map(String.init)
    let place = words.lastIndex { $0.lowercased() == "at" }
    // An action may be called "Open at 9"; what is counted with ends in a word of its own.
    guard !isAction(argument), let place,
      words[place...].contains(where: { $0.contains("%") || termWords.contains($0.lowercased()) })
    else {
      request.name = argument
      return .success(request)
    }
    let name = words[..<place].joined(separator: " ")
    request.name = name.isEmpty ? nil : name
    for piece in words[(place + 1)...].split(whereSeparator: { $0.lowercased() == "and" }) {
      switch term(piece.map { $0.lowercased() }) {
      case .success(("interest", let share)): request.terms.interest = share
      case .success((_, let share)): request.terms.retention = share
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success(request)
  }

  private static let termWords = ["interest", "retention"]

  private static func term(_ words: [String]) -> Result<(String, Number), Problem> {
    let typed = words.joined(separator: " ")
    guard let noun = words.last, termWords.contains(noun) else {
      return .failure(
        Problem(
          text: """
            "\(typed)" is neither interest nor retention. Type both as shares of a hundred, as \
            in:  lifetime at 80% retention and 10% interest
            """))
    }
    let figure = words.dropLast().joined()
    guard figure.hasSuffix("%") else {
      return .failure(
        Problem(
          text: """
            How much \(noun) is "\(typed)"? Type it with its sign, as in:  \
            lifetime at \(noun == "interest" ? "10%" : "80%") \(noun)
            """))
    }
    guard let share = share(String(figure.dropLast())) else {
      return .failure(
        Problem(
          text: """
            "\(figure)" is no share that can be read. Type it in digits, as in:  \
            lifetime at \(noun == "interest" ? "10.5%" : "82.5%") \(noun)
            """))
    }
    return .success((noun, share))
  }

  /// `10.5` as 0.105.
  private static func share(_ typed: String) -> Number? {
    var digits = typed[...]
    let isNegative = digits.first.map { "-−".contains($0) } ?? false
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, digits.utf8.count <= 30 else {
      return nil
    }
    return Number(
      whole: parts[0], fraction: parts.count == 2 ? parts[1] : "", isNegative: isNegative,
      shift: -2)
  }
}
