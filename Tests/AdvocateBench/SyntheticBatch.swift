/// A charter of 25 rules over 20 facts, and as many actions as are asked for, the same for every
/// run.
struct SyntheticBatch {
  private static let levels = ["none", "little", "some", "much", "most"]
  private static let kinds = ["north", "east", "south", "west"]

  /// What a fact holds.
  enum Kind { case scale, choice, flag, count, money }

  static let kinds20: [Kind] =
    Array(repeating: .scale, count: 7) + Array(repeating: .choice, count: 4)
    + Array(repeating: .flag, count: 5) + Array(repeating: .count, count: 2)
    + Array(repeating: .money, count: 2)

  static func name(_ fact: Int) -> String { "part \(letters[fact])" }

  private static let letters = "abcdefghijklmnopqrst".map { String($0) }

  /// A rule: its weight, what holds for it and what against it, each as tests on facts.
  struct Rule {
    var weight: Int
    var isVeto: Bool
    var lines: [(side: String, tests: [Test])]
  }

  /// One comparison.
  struct Test {
    var fact: Int
    var relation: String
    /// The level's place, or the number.
    var value: Int
  }

  static let rules: [Rule] = (0..<25).map { rule in
    let (first, second, third) = (rule % 20, (rule * 7 + 3) % 20, (rule * 3 + 11) % 20)
    var lines = [
      (side: "for", tests: [test(first, high: true, rule)]),
      (side: "against", tests: [test(first, high: false, rule), test(second, high: true, rule)]),
    ]
    if rule % 3 == 0 { lines.append(("leans against", [test(third, high: false, rule)])) }
    let isVeto = rule == 24
    if isVeto { lines = [("veto", [test(0, high: false, 1), test(19, high: false, 4)])] }
    return Rule(weight: rule % 5 + 1, isVeto: isVeto, lines: lines)
  }

  private static func test(_ fact: Int, high: Bool, _ seed: Int) -> Test {
    switch kinds20[fact] {
    case .scale:
      Test(
        fact: fact, relation: high ? "is at least" : "is at most",
        value: high ? 3 : seed % 2)
    case .choice: Test(fact: fact, relation: "is", value: high ? seed % 2 : 2 + seed % 2)
    case .flag: Test(fact: fact, relation: "is", value: high ? 1 : 0)
    case .count, .money:
      Test(
        fact: fact, relation: high ? "is more than" : "is less than",
        value: high ? 60 + seed : 10 + seed)
    }
  }

  static func word(_ fact: Int, _ value: Int) -> String {
    switch kinds20[fact] {
    case .scale: levels[value]
    case .choice: kinds[value]
    case .flag: value == 1 ? "yes" : "no"
    case .count, .money: String(value)
    }
  }

  /// The charter as lines.
  static var charter: String {
    var text = "charter synthetic\n"
    for (fact, kind) in kinds20.enumerated() {
      let words =
        switch kind {
        case .scale: "scale " + levels.joined(separator: ", ")
        case .choice: "one of " + kinds.joined(separator: ", ")
        case .flag: "yes-no"
        case .count: "number of visits"
        case .money: "money"
        }
      text += "fact \(name(fact))\n  \(words)\n"
    }
    for (place, rule) in rules.enumerated() {
      text += "rule matter \(place + 1)\n"
      text += "  weight \(rule.weight)\n"
      for line in rule.lines {
        let tests = line.tests.map { "\(name($0.fact)) \($0.relation) \(word($0.fact, $0.value))" }
        text += "  \(line.side) when \(tests.joined(separator: " and "))\n"
      }
      text += "  because customers care\n"
    }
    return text
  }

  private var state: UInt64 = 20_240_613

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// What the next action says of each fact, as words.
  mutating func row() -> [String] {
    Self.kinds20.indices.map { fact in
      switch Self.kinds20[fact] {
      case .scale: Self.levels[below(5)]
      case .choice: Self.kinds[below(4)]
      case .flag: below(2) == 1 ? "yes" : "no"
      case .count: String(below(100))
      case .money: "\(below(100)).\(10 + below(90))"
      }
    }
  }

  /// The next action as a row, a line or a script.
  mutating func text(_ form: Form, _ number: Int) -> String {
    let row = row()
    switch form {
    case .csv: return "plan \(number)," + row.joined(separator: ",") + "\n"
    case .jsonl:
      let members = row.enumerated().map { fact, word in
        let isNumber = word.utf8.first.map { $0 < 0x3A } ?? false
        return "\"\(Self.name(fact))\":" + (isNumber ? word : "\"\(word)\"")
      }
      return "{\"action\":\"plan \(number)\",\(members.joined(separator: ","))}\n"
    case .script:
      let lines = row.enumerated().map { "  \(Self.name($0)) is \($1)\n" }
      return "action plan \(number)\n" + lines.joined()
    }
  }

  /// The forms of files.
  enum Form: String {
    case csv
    case jsonl
    case script = "advocate"

    /// What stands before all actions.
    var opening: String {
      guard self == .csv else { return "" }
      return "action,"
        + SyntheticBatch.kinds20.indices.map { SyntheticBatch.name($0) }.joined(separator: ",")
        + "\n"
    }
  }
}
