import AdvocateDiagnostics
import AdvocateCharter
import AdvocateSyntax

/// Lines that say or test what facts hold.
extension LineOutliner {
  typealias Choice = (word: String, gloss: String)

  // MARK: - Said of an action

  /// Reads `range` as `FACT is VALUE`.
  mutating func statement(_ range: Range<Int>, isSupposed: Bool) {
    let isEnd = range.upperBound == count
    let found = words[range].firstIndex { $0.isCopula || $0.endsInColon }
    let isTyping = isEnd && found == count - 1 && !outline.isFinished
    guard let copula = found, !isTyping else {
      outline.add(range.lowerBound..<(found ?? range.upperBound), .gap(.statement))
      if let found { outline.add(found..<(found + 1), .reserved) }
      if isEnd { outline.open(range.lowerBound, .gap(.statement)) }
      return
    }
    let nameEnd = words[copula].isCopula ? copula : copula + 1
    outline.add(range.lowerBound..<nameEnd, .gap(.statement))
    outline.add(nameEnd..<(copula + 1), .reserved)
    guard let name = outline.phrase(range.lowerBound..<nameEnd),
      let fact = workspace.factPlace(name.text)
    else { return }
    content((copula + 1)..<range.upperBound, of: fact, isSupposed: isSupposed)
  }

  /// Reads `range` as `for GROUP: FACT is VALUE`.
  mutating func groupStatement(_ range: Range<Int>, isSupposed: Bool) {
    let isEnd = range.upperBound == count
    let start = range.lowerBound + 1
    outline.add(range.lowerBound..<start, .reserved)
    let found = words[start..<range.upperBound].firstIndex(where: \.endsGroup)
    let isTyping = isEnd && found == count - 1 && !outline.isFinished
    guard let colon = found, !isTyping else {
      outline.add(start..<range.upperBound, .gap(.group))
      if isEnd { outline.open(start, .gap(.group)) }
      return
    }
    let nameEnd = words[colon].text == ":" ? colon : colon + 1
    outline.add(start..<nameEnd, .gap(.group))
    outline.add(nameEnd..<(colon + 1), .reserved)
    statement((colon + 1)..<range.upperBound, isSupposed: isSupposed)
  }

  /// Reads what `what if` supposes, statement by statement.
  mutating func supposed(from place: Int) {
    var place = place
    while place < count {
      // A group's name may hold `and`, which joins nothing there.
      let isGroup = words[place].key == Keyword.group
      let colon = isGroup ? words[place...].firstIndex(where: \.endsGroup) ?? place : place
      let end = LineParser.endOfStatement(words[colon...])
      if isGroup {
        groupStatement(place..<end, isSupposed: true)
      } else {
        statement(place..<end, isSupposed: true)
      }
      guard end < count else { return }
      joint(end)
      place = end + 1
    }
    outline.open(place, .gap(.statement))
  }

  /// An `and` that joins.
  private mutating func joint(_ place: Int) {
    outline.add(place..<(place + 1), .reserved)
    if place == count - 1, !outline.isFinished {
      outline.openWords(place, Self.another, must: true)
    }
  }

  private mutating func content(_ range: Range<Int>, of fact: Int, isSupposed: Bool) {
    let isEnd = range.upperBound == count
    if workspace.charter.facts[fact].kind == .text {
      let isWord =
        range.count == 1 && ["untouched", "unsaid"].contains(words[range.lowerBound].key)
      outline.add(range, isWord ? .reserved : .text)
      if isEnd, range.count < 2 { outline.open(range.lowerBound, .gap(.value(fact))) }
      return
    }
    let because = words[range].firstIndex { $0.key == "because" }
    if isEnd, let because, because == count - 1, !outline.isFinished {
      outline.openWords(because, Self.reason)
    }
    let end = because ?? range.upperBound
    value(
      range.lowerBound..<end, of: fact, isEnd: isEnd && because == nil,
      behind: isSupposed ? Self.another : Self.reason)
    guard let because else { return }
    outline.add(because..<(because + 1), .reserved)
    outline.add((because + 1)..<range.upperBound, .text)
    if isEnd, because == count - 1 {
      outline.open(count, .gap(.text("how it is known, in your own words")))
    }
  }

  private mutating func value(
    _ range: Range<Int>, of fact: Int, isEnd: Bool, behind: [Choice]
  ) {
    guard !range.isEmpty else {
      if isEnd { outline.open(range.lowerBound, .gap(.value(fact))) }
      return
    }
    let first = words[range.lowerBound].key
    let isTyping = range.count == 1 && isEnd && !outline.isFinished
    switch first {
    case "untouched" where range.count == 1, "unsaid" where range.count == 1:
      outline.add(range, .reserved)
      if isEnd, outline.isFinished { outline.openWords(count, behind) }
      if isTyping { outline.open(range.lowerBound, .gap(.value(fact))) }
    case "roughly", "between":
      let start = range.lowerBound
      outline.add(start..<(start + 1), .reserved)
      if isTyping {
        outline.open(start, .gap(.value(fact)))
      } else if first == "roughly" {
        single((start + 1)..<range.upperBound, .bound(fact, above: nil), isEnd, behind)
      } else {
        limits(
          (start + 1)..<range.upperBound, of: fact, isEnd: isEnd, behind: behind,
          gap: { .bound(fact, above: $0) })
      }
    default: single(range, .value(fact), isEnd, behind)
    }
  }

  /// The two ends of a range, parted by `and`.
  private mutating func limits(
    _ range: Range<Int>, of fact: Int, isEnd: Bool, behind: [Choice], gap: (Int?) -> LineGap
  ) {
    let upper: [Choice] = [("and", "the upper end follows")]
    guard let joint = words[range].firstIndex(where: { $0.key == "and" }) else {
      single(range, gap(nil), isEnd, upper, must: true)
      return
    }
    single(range.lowerBound..<joint, gap(nil), false, upper)
    outline.add(joint..<(joint + 1), .reserved)
    if isEnd, joint == count - 1, !outline.isFinished {
      outline.openWords(joint, upper, must: true)
    }
    var low: Int?
    if let phrase = outline.phrase(range.lowerBound..<joint),
      case .level(let place)? = workspace.value(phrase, ofFact: fact)
    {
      low = place
    }
    single((joint + 1)..<range.upperBound, gap(low), isEnd, behind)
  }

  /// One value, and what may stand behind it once it is whole.
  private mutating func single(
    _ range: Range<Int>, _ gap: LineGap, _ isEnd: Bool, _ behind: [Choice], must: Bool = false
  ) {
    outline.add(range, .gap(gap))
    guard isEnd else { return }
    if let start = nextLevel(range, gap) {
      outline.openings.append(start)
    } else {
      outline.open(range.lowerBound, .gap(gap))
    }
    guard !range.isEmpty else { return }
    if isKnown(gap, range) { outline.openWords(count, behind, must: must) }
    let shorter = range.lowerBound..<(range.upperBound - 1)
    if !shorter.isEmpty, !outline.isFinished, isKnown(gap, shorter) {
      outline.openWords(count - 1, behind, must: must)
    }
  }

  /// What may stand behind the last comma of several levels.
  private func nextLevel(_ range: Range<Int>, _ gap: LineGap) -> LineOutline.Opening? {
    let fact: Int
    switch gap {
    case .value(let place), .operand(let place, _): fact = place
    default: return nil
    }
    guard case .anyOf? = workspace.charter.facts[fact].kind,
      let place = words[range].lastIndex(where: { $0.text.contains(",") })
    else { return nil }
    let word = words[place]
    let behind = word.text.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    var start = word.span.end - behind.utf8.count
    if behind.isEmpty { start = outline.start(of: place + 1) }
    return LineOutline.Opening(start: start, content: .gap(.nextLevel(fact)))
  }

  private static let reason: [Choice] = [("because", "how it is known")]
  private static let another: [Choice] = [("and", "another one follows")]

  // MARK: - Tested by a rule

  /// Reads the comparisons of a `when` line from the word at `place` on.
  mutating func tests(from place: Int) {
    var place = place
    while place < count {
      let found = (try? LineParser.relation(in: words[place...])).flatMap(\.self)
      guard let found else {
        guard let joint = words[place...].firstIndex(where: { $0.key == "and" }) else {
          openTest(from: place)
          return
        }
        outline.add(place..<joint, .gap(.tested))
        self.joint(joint)
        place = joint + 1
        continue
      }
      let nameEnd = place + found.name.count
      outline.add(place..<nameEnd, .gap(.tested))
      outline.add(found.words, .reserved)
      guard let end = operands(found, fact: outline.phrase(place..<nameEnd)) else { return }
      joint(end)
      place = end + 1
    }
    outline.open(place, .gap(.tested))
  }

  /// A test of which only the fact stands there, or a part of it.
  private mutating func openTest(from place: Int) {
    outline.open(place, .gap(.tested))
    var nameEnd = count
    for end in (place + 1)...count {
      guard let name = outline.phrase(place..<end), let fact = workspace.factPlace(name.text)
      else { continue }
      let relations = relations(of: fact)
      outline.openWords(end, relations)
      if end < count, isBegun(words[end...], relations) { nameEnd = end }
    }
    outline.add(place..<nameEnd, .gap(.tested))
  }

  /// Whether one of `choices` begins with `words`, of which the last may be half typed.
  private func isBegun(_ words: ArraySlice<Word>, _ choices: [Choice]) -> Bool {
    let typed = words.map(\.key).joined(separator: " ") + (outline.isFinished ? " " : "")
    return choices.contains { $0.word.hasPrefix(typed) }
  }

  /// Reads what the fact is compared with.
  ///
  /// - Returns: the place of the `and` behind it; nil where the line ends.
  private mutating func operands(
    _ found: LineParser.RelationPlace, fact name: Phrase?
  ) -> Int? {
    let start = found.words.upperBound
    let joint = words[start...].firstIndex { $0.key == "and" }
    guard let fact = name.flatMap({ workspace.factPlace($0.text) }) else { return joint }
    if start == count, !outline.isFinished {
      outline.openWords(found.words.lowerBound, relations(of: fact))
      return nil
    }
    if found.relation == .between {
      let end = joint.flatMap { first in
        words[(first + 1)...].firstIndex { $0.key == "and" }
      }
      limits(
        start..<(end ?? count), of: fact, isEnd: end == nil, behind: Self.another,
        gap: { .operand(fact, above: $0) })
      return end
    }
    let tails = relations(of: fact).filter { $0.word.hasPrefix("is ") }
      .map { (word: String($0.word.dropFirst(3)), gloss: $0.gloss) }
    guard joint == nil, found.relation == .is else {
      single(start..<(joint ?? count), .operand(fact, above: nil), joint == nil, Self.another)
      return joint
    }
    // "is at" may still become "is at least".
    if start < count, isBegun(words[start...], tails) {
      outline.open(start, .gap(.operand(fact, above: nil)))
    } else {
      single(start..<count, .operand(fact, above: nil), true, Self.another)
    }
    outline.openWords(start, tails)
    return nil
  }

  /// The words that compare the fact at `fact` with something.
  func relations(of fact: Int) -> [Choice] {
    let kind = workspace.charter.facts[fact].kind
    let isAnyOf = if case .anyOf? = kind { true } else { false }
    let all = RelationSyntax.allCases.filter { relation in
      switch relation {
      case .is, .isNot: true
      case .includes, .doesNotInclude: isAnyOf
      default: kind?.isOrdered == true
      }
    }
    return (isAnyOf ? all.suffix(2) + all.dropLast(2) : all[...]).map {
      ($0.rawValue, Self.gloss(of: $0))
    }
  }

  static func gloss(of relation: RelationSyntax) -> String {
    switch relation {
    case .is: "exactly this"
    case .isNot: "anything but this"
    case .atLeast: "this, or higher"
    case .atMost: "this, or lower"
    case .moreThan: "higher than this"
    case .lessThan: "lower than this"
    case .between: "from one to another, both counted in"
    case .includes: "this among others, or alone"
    case .doesNotInclude: "anything but this among them"
    }
  }

  // MARK: - Worked out

  /// Facts and numbers, with signs between them.
  mutating func arithmetic(from place: Int) {
    let signs: Set<String> = ["+", "-", "*", "/", "(", ")"]
    var start = place
    for (index, word) in words.enumerated() where index >= place && signs.contains(word.text) {
      outline.add(start..<index, .gap(.term))
      outline.add(index..<(index + 1), .reserved)
      start = index + 1
    }
    outline.add(start..<count, .gap(.term))
    outline.open(start, .gap(.term))
    if start < count, outline.isFinished, isKnown(.term, start..<count) {
      outline.openWords(
        count, [("+", "plus"), ("-", "minus"), ("*", "times"), ("/", "divided by")])
    }
  }
}
