import AdvocateExplanation

/// Counted hands, as they are typed.
enum Votes {
  /// The most hands for one answer: more than any room holds is a slip.
  static let most = 2_000

  /// What is wrong with a line of hands.
  enum Slip: Error, Equatable {
    case empty
    case word(String)
    case notWhole(String)
    case negative(String)
    case tooMany(String)
    case moreThanLetters(Int)
    case noLetter(String)
    case letterTwice(String)
    case letterWithout(String)
    case nobody
  }

  /// Reads hands for `count` answers: `4 9 2` in the order of the letters, or `A 4 C 9`.
  static func read(_ text: String, count: Int) throws(Slip) -> [Int] {
    let parts = pieces(text)
    guard let first = parts.first else { throw .empty }
    var hands = [Int](repeating: 0, count: count)
    if isLetter(first) {
      var seen: Set<Int> = []
      var rest = parts[...]
      while let letter = rest.popFirst() {
        guard isLetter(letter) else { throw .word(letter) }
        let place = Int(letter.utf8.first ?? 0) - Int(UInt8(ascii: "A"))
        guard place < count else { throw .noLetter(letter) }
        guard seen.insert(place).inserted else { throw .letterTwice(letter) }
        guard let figure = rest.popFirst(), !isLetter(figure) else { throw .letterWithout(letter) }
        hands[place] = try number(figure)
      }
    } else {
      let numbers = try parts.map { (part: String) throws(Slip) in try number(part) }
      guard numbers.count <= count else { throw .moreThanLetters(numbers.count) }
      for (place, number) in numbers.enumerated() { hands[place] = number }
    }
    guard hands.contains(where: { $0 > 0 }) else { throw .nobody }
    return hands
  }

  /// The words of `text`, with a letter parted from the number that is written onto it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    let separators: Set<Character> = [" ", ",", ";", ":", "="]
    for word in text.uppercased().split(whereSeparator: { separators.contains($0) }) {
      let rest = word.dropFirst()
      if let first = word.first, isLetter(String(first)), rest.allSatisfy(\.isNumber), !rest.isEmpty
      {
        pieces += [String(first), String(rest)]
      } else {
        pieces.append(String(word))
      }
    }
    return pieces
  }

  private static func isLetter(_ text: String) -> Bool {
    text.utf8.count == 1 && text.utf8.allSatisfy { (65...90).contains($0) }
  }

  private static func number(_ text: String) throws(Slip) -> Int {
    let digits = text.first == "-" || text.first == "−" ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }) else {
      throw .word(text)
    }
    guard digits.count == text.count else { throw .negative(text) }
    guard !digits.contains(".") else { throw .notWhole(text) }
    guard let number = Int(digits), number <= most else { throw .tooMany(text) }
    return number
  }
}

extension Votes.Slip {
  /// What to tell the person at the keys; nothing was counted.
  func words(for ballot: Ballot) -> String {
    let last = Ballot.letter(ballot.options.count - 1)
    let hands = ["4", "9", "2"].prefix(ballot.options.count).joined(separator: " ")
    let example = "as in:  votes \(hands)"
    return switch self {
    case .empty: "votes takes the hands for A, then for B, and so on, \(example)"
    case .word(let word):
      """
      "\(word.lowercased())" is no number of hands. votes takes the hands for A, then for B, and \
      so on, \(example), or letters with their hands:  votes A 4 B 9
      """
    case .notWhole(let text): "\(text) is no whole number of hands, so nothing is counted yet."
    case .negative(let text): "\(text) hands cannot be counted: 0 is the least."
    case .tooMany(let text):
      "\(text) hands are more than this counts, which is \(Votes.most) for one answer."
    case .moreThanLetters(let count):
      """
      These are \(count) numbers, and the question has \(ballot.options.count) answers, A to \
      \(last). Count once more, \(example)
      """
    case .noLetter(let letter): "There is no answer \(letter): the letters go from A to \(last)."
    case .letterTwice(let letter): "\(letter) stands there twice. Each letter takes one number."
    case .letterWithout(let letter):
      "How many hands for \(letter)? Each letter takes a number:  votes A 4 B 9"
    case .nobody:
      """
      No hand is up at all, so nothing is counted. If nobody wants to vote, reveal goes on \
      without, and poll off drops the question.
      """
    }
  }
}
