/// Makes small charters with an action that use every part of the language that judging reads.
public struct RandomCharters: Sendable {
  private var random: SeededGenerator
  /// What judging does not read comes from a source of its own, so that it shifts no other choice.
  private var marks: SeededGenerator
  private var sketch = CharterSketch()

  /// Creates a source that `seed` decides.
  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    marks = SeededGenerator(seed: ~seed)
  }

  /// Creates a source of one charter that the bytes of an input decide.
  public init(bytes: [UInt8]) {
    random = SeededGenerator(bytes: bytes)
    marks = SeededGenerator(seed: UInt64(bytes.last ?? 0))
  }

  private static let names = [
    "amber gain", "amber gain of theirs", "blue cost", "calm end", "deep step", "early word",
    "fresh air", "green light",
  ]
  private static let scales = [["poor", "fair", "good"], ["low", "some", "high", "top"]]
  private static let choices = [["north", "east", "south"], ["red", "white"]]
  private static let sets = [
    ["nothing", "sale", "support"], ["bread", "milk", "salt"], ["nothing", "ice", "fire", "rain"],
  ]
  private static let units = ["days", "visits"]
  private static let phrases = [["our customers", "our", "we win"], ["lock in", "squeeze"]]

  /// The next charter and action.
  public mutating func next() -> CharterSketch {
    sketch = CharterSketch()
    if random.chance(25) { addBands() }
    for _ in 0..<random.number(2...6) { addFact() }
    for place in 0..<random.number(1...6) { addRule(place) }
    addAction()
    addMarks()
    return sketch
  }

  private mutating func addBands() {
    var edges = [20, 35, 50, 62, 75].shuffled(using: &random).prefix(random.number(1...3)).sorted()
    edges.insert(0, at: 0)
    sketch.bands = edges.enumerated().map { "grade \($0.offset) from \($0.element)" }
    if random.chance(30) { sketch.bands[1] = "grade 1 from 12.25" }
  }

  // MARK: - Facts

  private mutating func addFact() {
    let place = sketch.facts.count
    let numeric = sketch.facts.indices.filter { sketch.facts[$0].kind.isNumeric }
    let texts = sketch.facts.indices.filter { sketch.facts[$0].kind == .text }
    var kind: CharterSketch.Kind
    switch random.number(0...99) {
    case ..<20: kind = .scale(random.pick(Self.scales, else: []))
    case ..<30: kind = .oneOf(random.pick(Self.choices, else: []))
    case ..<42: kind = .anyOf(random.pick(Self.sets, else: []))
    case ..<52: kind = .yesNo
    case ..<64: kind = .number(unit: random.pick(Self.units, else: ""))
    case ..<74: kind = .money
    case ..<82: kind = .percent
    case ..<90:
      if let text = texts.first, sketch.families.count < 2 {
        sketch.families.append(Self.phrases[sketch.families.count])
        kind = .counts(family: sketch.families.count - 1, text: text)
      } else {
        kind = texts.isEmpty ? .text : .yesNo
      }
    default: kind = numeric.isEmpty ? .money : .computed(expression(numeric))
    }
    if random.chance(8), numeric.count > 0 { kind = .computed(expression(numeric)) }
    sketch.facts.append(.init(name: Self.names[place], kind: kind))
    if kind.isSaid, random.chance(5) { sketch.facts[place].mustBeSaid = true }
  }

  private mutating func addMarks() {
    let natures = ["deed", "deed", "deed", "outcome", "outcome", "outcome", "view", "given"]
    for place in sketch.facts.indices {
      sketch.facts[place].nature = marks.pick(natures, else: "deed")
      sketch.facts[place].isFirst = marks.chance(20)
    }
  }

  private mutating func expression(_ numeric: [Int]) -> String {
    let first = "$\(random.pick(numeric, else: 0))"
    let second = "$\(random.pick(numeric, else: 0))"
    let forms = [
      "\(first) * 2", "10 - \(first)", "\(first) / 4 + 1", "20 / \(first)",
      "( \(first) + 5 ) / ( \(first) - 1 )", "\(first) + \(second)", "\(first) - \(second)",
      "\(first) * \(second)", "\(first) / \(second)", "( \(first) + \(second) ) / 2",
      "\(first) - \(second) * 10%", "1.5 * \(first) - 3", "\(first) / 0", "6 / ( 2 - \(first) )",
    ]
    return random.pick(forms, else: first)
  }

  // MARK: - Rules

  private mutating func addRule(_ place: Int) {
    let tested = sketch.facts.indices.filter { sketch.facts[$0].kind != .text }
    guard !tested.isEmpty else {
      sketch.facts[0].kind = .yesNo
      sketch.families = []
      return addRule(place)
    }
    let sides = ["for", "leans for", "leans against", "against"]
    var rule = CharterSketch.Rule(name: "matter \(place + 1)", clauses: [])
    let onlyVetoes = random.chance(10)
    if !onlyVetoes || random.chance(30) {
      rule.weight = random.chance(85) ? random.number(1...5) : nil
    }
    if random.chance(25) { rule.scope = tests(tested, 1...2) }
    for _ in 0..<random.pick([1, 1, 2, 2, 3, 4], else: 1) {
      let side = onlyVetoes || random.chance(8) ? "veto" : random.pick(sides, else: "for")
      let clause = side + " when " + tests(tested, 1...3)
      if !rule.clauses.contains(clause) { rule.clauses.append(clause) }
    }
    rule.hasReason = random.chance(97)
    sketch.rules.append(rule)
  }

  private mutating func tests(_ facts: [Int], _ count: ClosedRange<Int>) -> String {
    let count = min(random.number(count), random.number(count))
    return (0..<count).map { _ in test(random.pick(facts, else: 0)) }.joined(separator: " and ")
  }

  private mutating func test(_ fact: Int) -> String {
    let kind = sketch.facts[fact].kind
    let relations: [String]
    switch kind {
    case .anyOf(let levels):
      if random.chance(65) {
        let word = random.pick(["includes", "does not include"], else: "includes")
        return "$\(fact) \(word) \(random.pick(levels, else: ""))"
      }
      relations = ["is", "is not"]
    case .oneOf, .yesNo: relations = ["is", "is not"]
    default:
      relations = [
        "is", "is not", "is at least", "is at most", "is more than", "is less than", "is between",
      ]
    }
    let relation = random.pick(relations, else: "is")
    guard relation == "is between" else { return "$\(fact) \(relation) \(operand(fact))" }
    var ends = [value(kind), value(kind)]
    if ends[0].order > ends[1].order { ends.swapAt(0, 1) }
    let other = operand(fact)
    if other.hasPrefix("$"), random.chance(40) { ends[random.number(0...1)].words = other }
    return "$\(fact) is between \(ends[0].words) and \(ends[1].words)"
  }

  /// A value for `fact`, or another fact that it can be compared with.
  private mutating func operand(_ fact: Int) -> String {
    let kind = sketch.facts[fact].kind
    let others = sketch.facts.indices.filter { other in
      guard other != fact else { return false }
      let otherKind = sketch.facts[other].kind
      if kind == otherKind { return true }
      switch (kind, otherKind) {
      case (.counts, .counts), (.computed, .computed): return true
      case (.computed, _), (_, .computed): return kind.isNumeric && otherKind.isNumeric
      default: return false
      }
    }
    if !others.isEmpty, random.chance(40) { return "$\(random.pick(others, else: fact))" }
    return value(kind).words
  }

  /// A value in words, and something to tell two of them apart by size.
  private mutating func value(_ kind: CharterSketch.Kind) -> (words: String, order: Double) {
    func one(_ values: [(String, Double)]) -> (words: String, order: Double) {
      random.pick(values, else: ("", 0))
    }
    switch kind {
    case .scale(let levels), .oneOf(let levels):
      let place = random.number(0...levels.count - 1)
      return (levels[place], Double(place))
    case .anyOf(let levels):
      if levels[0] == "nothing", random.chance(25) { return ("nothing", 0) }
      let free = levels.filter { $0 != "nothing" }.shuffled(using: &random)
      return (free.prefix(random.number(1...2)).joined(separator: ", "), 0)
    case .yesNo: return (random.chance(50) ? "yes" : "no", 0)
    case .number:
      return one([("0", 0), ("1", 1), ("2.5", 2.5), ("5", 5), ("10", 10), ("2k", 2000)])
    case .money:
      return one([("-20", -20), ("0", 0), ("8.50", 8.5), ("10", 10), ("12", 12), ("40k", 40_000)])
    case .percent:
      return one([("-10%", -0.1), ("0%", 0), ("5%", 0.05), ("12.5%", 0.125), ("50%", 0.5)])
    case .counts: return one([("0", 0), ("1", 1), ("2", 2), ("3", 3), ("1.5", 1.5)])
    case .computed:
      return one([("-3", -3), ("0", 0), ("1", 1), ("50%", 0.5), ("12", 12), ("20", 20)])
    case .text: return one([("We win our customers and squeeze", 0), ("a plain word", 0)])
    }
  }

  // MARK: - The action

  private mutating func addAction() {
    let known = random.pick([25, 45, 60, 80], else: 50)
    for place in sketch.facts.indices.shuffled(using: &random) {
      let kind = sketch.facts[place].kind
      guard kind.isSaid, let words = content(kind, known: known) else { continue }
      sketch.statements.append(.init(fact: place, words: words))
    }
    sketch.restIsUntouched = random.chance(30)
  }

  /// What the action says of a fact of `kind`; nil when nothing.
  private mutating func content(_ kind: CharterSketch.Kind, known: Int) -> String? {
    if random.chance(known) { return random.chance(15) ? "untouched" : value(kind).words }
    if random.chance(10) { return "unsaid" }
    var isRanged = kind.isNumeric
    if case .scale = kind { isRanged = true }
    guard isRanged, random.chance(60) else { return nil }
    if kind.isNumeric, random.chance(40) { return "roughly " + value(kind).words }
    var ends = [value(kind), value(kind)]
    if ends[0].order > ends[1].order { ends.swapAt(0, 1) }
    return "between \(ends[0].words) and \(ends[1].words)"
  }
}
