import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Small charters and actions as script text, the same for the same seed.
struct RandomScripts {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x2545_F491_4F6C_DD1D &+ 99 }

  /// A number from 0 to below `limit`.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  static let facts = """
    fact effort
      scale low, middle, high
    fact told
      yes-no
    fact feelings
      any of joy, fear, nothing
    fact bought
      number of things
    fact sold
      number of things
    fact both
      computed bought + 2
    """

  mutating func test() -> String {
    switch below(8) {
    case 0, 1:
      return "effort \(pick(["is", "is not", "is at least", "is more than"])) "
        + pick(["low", "middle", "high"])
    case 2: return "told is \(pick(["yes", "no"]))"
    case 3: return "feelings \(pick(["includes", "does not include"])) \(pick(["joy", "fear"]))"
    case 4: return "bought \(pick(["is", "is more than", "is at most"])) \(1 + below(3))"
    case 5: return "bought \(pick(["is", "is at least", "is less than"])) sold"
    case 6: return "both \(pick(["is more than", "is at most"])) \(3 + below(2))"
    default: return "sold \(pick(["is", "is at least"])) \(1 + below(3))"
    }
  }

  /// The lines of one rule below its name.
  mutating func rule(vetoes: Bool = true) -> [String] {
    var lines = ["  because it is so"]
    if below(5) > 0 { lines.append("  weight \(1 + below(5))") }
    if below(5) == 0 { lines.append("  only when \(test())") }
    let sides = ["for", "against", "leans for", "leans against", "for", "against"]
    for _ in 0..<(1 + below(3)) {
      let side = vetoes && below(10) == 0 ? "veto" : pick(sides)
      let more = below(4) == 0 ? " and \(test())" : ""
      lines.append("  \(side) when \(test())\(more)")
    }
    return lines
  }

  mutating func rules(_ count: Int, vetoes: Bool = true) -> [[String]] {
    (0..<count).map { _ in rule(vetoes: vetoes) }
  }

  /// The lines of one action below its name; few facts are open.
  mutating func action() -> [String] {
    var lines: [String] = []
    func value(_ fact: String, _ random: inout Self) -> String? {
      switch (fact, random.below(7)) {
      case (_, 0): nil
      case (_, 1), (_, 2): "\(fact) is untouched"
      case ("effort", 3): "effort is between low and \(random.pick(["middle", "high"]))"
      case ("effort", _): "effort is \(random.pick(["low", "middle", "high"]))"
      case ("told", _): "told is \(random.pick(["yes", "no"]))"
      case ("feelings", _): "feelings is \(random.pick(["joy", "fear", "joy, fear", "nothing"]))"
      case (_, 3): "\(fact) is between \(random.below(2)) and \(2 + random.below(2))"
      default: "\(fact) is \(random.below(4))"
      }
    }
    for fact in ["effort", "told", "feelings", "bought", "sold"] {
      if let line = value(fact, &self) { lines.append("  \(line)") }
    }
    return lines
  }
}

/// Script text read into a workspace of its own charter.
enum Script {
  static func charter(_ rules: [[String]], names: [String]? = nil, bands: String = "") -> String {
    var lines = ["charter small", bands, RandomScripts.facts]
    for (place, rule) in rules.enumerated() {
      lines.append("rule \(names?[place] ?? "rule \(place + 1)")")
      lines += rule
    }
    return lines.joined(separator: "\n")
  }

  static func read(_ text: String) -> Workspace {
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    var workspace = BuiltInCharter.workspace()
    reader.read(Array(text.utf8), named: "small.advocate", into: &workspace)
    return workspace
  }

  static func judge(_ rules: [[String]], _ actions: [[String]]) -> [Judgement] {
    var text = charter(rules)
    for (place, action) in actions.enumerated() {
      text += "\naction plan \(place + 1)\n" + action.joined(separator: "\n")
    }
    let workspace = read(text)
    let judge = Judge(Program(workspace.charter))
    return workspace.actions.map { judge.judge($0) }
  }
}

/// Every completion by trying all values that the small charters can tell apart.
enum Trial {
  /// What a fact can hold when it is open, as told by `content`.
  static func readings(_ fact: FactDeclaration, _ content: Statement.Content?) -> [Reading] {
    let thirds = (0...14).compactMap { Number($0).divided(by: Number(3)) }
    switch content {
    case .between(.level(let low), .level(let high)):
      return (low...high).map { .value(.level($0)) }
    case .between(.number(let low), .number(let high)):
      return thirds.filter { $0 >= low && $0 <= high }.map { .value(.number($0)) }
    default: break
    }
    let values: [Value] =
      switch fact.kind {
      case .anyOf: [1, 2, 3, 4].map(Value.levels)
      case .number: thirds.map(Value.number)
      default: fact.levels.indices.map(Value.level)
      }
    return [.untouched] + values.map(Reading.value)
  }

  /// The open facts of an action with what they can hold.
  static func open(_ judgement: Judgement) -> [(fact: Int, told: String, readings: [Reading])] {
    judgement.charter.facts.indices.compactMap { fact in
      let declaration = judgement.charter.facts[fact]
      guard declaration.kind?.isSaid == true else { return nil }
      let content = judgement.action.statement(of: fact)?.content
      switch content {
      case .value, .untouched: return nil
      default: break
      }
      return (
        fact, content.map { judgement.charter.text(of: $0, ofFact: fact) } ?? "unsaid",
        readings(declaration, content)
      )
    }
  }

  /// Calls `body` with what all rules say in each completion.
  static func forEachCompletion(of judgement: Judgement, _ body: ([Saying], Tally, Verdict) -> Void)
  {
    let evaluator = Evaluator(judgement.program)
    let open = open(judgement)
    func fill(_ place: Int, _ world: [Reading]) {
      var world = world
      guard place < open.count else {
        evaluator.fillComputed(&world)
        let (sayings, tally, verdict) = evaluator.judge(world)
        body(sayings, tally, verdict)
        return
      }
      for reading in open[place].readings {
        world[open[place].fact] = reading
        fill(place + 1, world)
      }
    }
    fill(0, judgement.world)
  }
}
