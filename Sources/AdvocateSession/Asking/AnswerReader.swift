import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation

/// What a line that was typed at a question is meant to be.
enum Answer: Equatable {
  /// What stands behind `is` in the line that says it; reworded where it was typed otherwise.
  case content(String, isReworded: Bool)
  /// It is not known.
  case open
  /// The last answer is taken back.
  case back
  /// What hangs on the question?
  case why
  /// No more questions.
  case stop
  /// Near an answer; the first is what Enter would say.
  case near(String, of: String)
  /// No answer, for a reason.
  case refusal(StyledText)
  /// Nothing that belongs to the question.
  case other
}

/// Reads what people type at a question as an answer to it.
///
/// It knows one fact and no action. What it gives as content is said as a line, which then is
/// checked as any line.
struct AnswerReader {
  let fact: FactDeclaration

  init(_ fact: FactDeclaration) { self.fact = fact }

  private static let unknowns: Set<String> = [
    "don't know", "dont know", "i do not know", "i don't know", "i dont know", "no idea",
    "not known", "not sure", "skip", "unknown", "unsaid", "unsure",
  ]

  /// What `line` is meant to be.
  func answer(_ line: String) -> Answer {
    let typed = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    if typed.isEmpty { return .open }
    if let word = word(typed) { return word }
    if case .text = fact.kind { return .content(typed, isReworded: false) }
    var value = typed
    var evidence = ""
    if let place = typed.lowercased().firstRange(of: " because ") {
      let count = typed.lowercased().distance(
        from: typed.lowercased().startIndex, to: place.lowerBound)
      value = String(typed.prefix(count))
      evidence = String(typed.dropFirst(count))
    }
    for start in ["is ", "= "] where value.lowercased().hasPrefix(start) {
      value = String(value.dropFirst(start.count))
    }
    let answer =
      if let word = word(value) { word } else if fact.levels.isEmpty {
        number(value)
      } else {
        level(value)
      }
    return switch answer {
    case .content(let content, let isReworded): .content(content + evidence, isReworded: isReworded)
    case .near(let content, let name): .near(content + evidence, of: name)
    default: answer
    }
  }

  /// The words that every question understands, unless a level bears that very name.
  private func word(_ typed: String) -> Answer? {
    let folded = typed.lowercased()
    guard !fact.levels.contains(where: { $0.lowercased() == folded }) else { return nil }
    switch folded {
    case "back", "undo": return .back
    case "stop": return .stop
    case "why", "?", "why this question", "why this question?": return .why
    case "u", "untouched": return .content("untouched", isReworded: false)
    case "0" where !fact.levels.isEmpty: return .content("untouched", isReworded: false)
    default: return Self.unknowns.contains(folded) ? .open : nil
    }
  }

  // MARK: - Levels

  /// What a word or a number is among the levels.
  private enum Match {
    case found(Int)
    case near(Int)
    case outside(Int)
    case none
  }

  private func match(_ typed: String) -> Match {
    let folded = typed.lowercased()
    let names = fact.levels.map { $0.lowercased() }
    if let place = names.firstIndex(of: folded) { return .found(place) }
    if fact.kind == .yesNo, let place = ["n", "y"].firstIndex(of: folded) { return .found(place) }
    if let number = Int(folded) {
      guard fact.hasNumberedLevels else { return .none }
      return names.indices.contains(number - 1) ? .found(number - 1) : .outside(number)
    }
    if let near = NearestName.find(folded, among: names), let place = names.firstIndex(of: near) {
      return .near(place)
    }
    let holding = names.indices.filter { folded.count >= 3 && names[$0].contains(folded) }
    return holding.count == 1 ? .near(holding[0]) : .none
  }

  private func level(_ value: String) -> Answer {
    switch match(value) {
    case .found(let place): return .content(fact.levels[place], isReworded: false)
    case .outside(let number):
      return .refusal(
        "\(number) is none of the answers: their numbers run from 1 to \(fact.levels.count).")
    case .near, .none: break
    }
    if let several = several(value) { return several }
    if case .near(let place) = match(value) {
      return .near(fact.levels[place], of: fact.levels[place])
    }
    return .other
  }

  /// Several levels: a stretch of a scale, or some of those that may hold at once.
  private func several(_ value: String) -> Answer? {
    if let (low, high) = Self.ends(of: value, { if case .none = match($0) { false } else { true } })
    {
      return together([low, high], isStretch: true)
    }
    var parts = [value]
    for joint in [",", " or ", " and "] {
      parts = parts.flatMap { Self.split($0, joint) }
    }
    guard parts.count > 1 else { return nil }
    return together(parts, isStretch: false)
  }

  private func together(_ parts: [String], isStretch: Bool) -> Answer? {
    var places: [Int] = []
    var wasNear = false
    for part in parts {
      switch match(part) {
      case .found(let place): places.append(place)
      case .near(let place):
        places.append(place)
        wasNear = true
      case .outside(let number):
        return .refusal(
          "\(number) is none of the answers: their numbers run from 1 to \(fact.levels.count).")
      case .none: return places.isEmpty ? nil : .refusal("\"\(part)\" is none of the answers.")
      }
    }
    let sorted = Array(Set(places)).sorted()
    guard sorted.count > 1, let low = sorted.first, let high = sorted.last else {
      return sorted.first.map { .content(fact.levels[$0], isReworded: true) }
    }
    let content: String
    switch fact.kind {
    case .anyOf:
      let all = isStretch ? Array(low...high) : sorted
      let names = all.map { fact.levels[$0] }
      if names.contains(where: { $0.lowercased() == "nothing" }) {
        return .refusal("nothing stands alone: it cannot be answered together with others.")
      }
      content = names.joined(separator: ", ")
    case .scale where isStretch || sorted.count == high - low + 1:
      content = "between \(fact.levels[low]) and \(fact.levels[high])"
    case .scale:
      return .refusal(
        """
        One answer holds here, or a stretch of them: \(bold: "\(low + 1) to \(high + 1)") is \
        from \(fact.levels[low]) to \(fact.levels[high]).
        """)
    default:
      return .refusal("Only one answer can hold here. Enter leaves the question open.")
    }
    return wasNear ? .near(content, of: content) : .content(content, isReworded: true)
  }

  // MARK: - Numbers

  private func number(_ value: String) -> Answer {
    var folded = value.lowercased()
    for word in ["roughly ", "about ", "around ", "circa ", "some ", "~"]
    where folded.hasPrefix(word) {
      folded = String(folded.dropFirst(word.count))
      while folded.first == " " { folded.removeFirst() }
      return Self.isNumeric(folded) ? .content("roughly \(folded)", isReworded: true) : .other
    }
    if let (low, high) = Self.ends(of: folded, Self.isNumeric) {
      return .content("between \(signed(low)) and \(signed(high))", isReworded: true)
    }
    guard Self.isNumeric(folded) else { return .other }
    if fact.kind == .percent, !folded.contains("%"), !folded.contains(".") {
      return .near(folded + "%", of: folded + "%")
    }
    return .content(value, isReworded: false)
  }

  /// A share in a stretch may have its sign at the end only.
  private func signed(_ typed: String) -> String {
    fact.kind == .percent && !typed.contains("%") && !typed.contains(".") ? typed + "%" : typed
  }

  private static func isNumeric(_ typed: String) -> Bool {
    typed.contains { $0.isNumber }
  }

  // MARK: - Pieces

  /// The ends of `A to B`, `between A and B` and `A-B`, where both are what `isEnd` wants.
  private static func ends(
    of value: String, _ isEnd: (String) -> Bool
  ) -> (low: String, high: String)? {
    let folded = value.lowercased()
    var text = folded
    var joints = [" to ", " – ", " - ", "–"]
    if folded.hasPrefix("between ") {
      text = String(folded.dropFirst("between ".count))
      joints = [" and "]
    } else if folded.hasPrefix("from ") {
      text = String(folded.dropFirst("from ".count))
    }
    for joint in joints {
      for range in text.ranges(of: joint) {
        let (low, high) = (text[..<range.lowerBound], text[range.upperBound...])
        if isEnd(String(low)), isEnd(String(high)) { return (String(low), String(high)) }
      }
    }
    // 10-20: a hyphen between two digits, and no other.
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts.allSatisfy({ $0.contains { $0.isNumber } }),
      parts[1].first?.isNumber == true, isEnd(parts[0]), isEnd(parts[1])
    {
      return (parts[0], parts[1])
    }
    return nil
  }

  private static func split(_ text: String, _ joint: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let range = rest.lowercased().firstRange(of: joint) {
      let folded = rest.lowercased()
      let count = folded.distance(from: folded.startIndex, to: range.lowerBound)
      parts.append(String(rest.prefix(count)))
      rest = rest.dropFirst(count + joint.count)
    }
    parts.append(String(rest))
    return parts.map(\.trimmingBlanks).filter { !$0.isEmpty }
  }
}
