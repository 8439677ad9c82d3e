import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Every kind of world that the rules of a program can tell apart, nothing being known beforehand.
///
/// A world is made of parts that do not depend on each other: a fact with levels, numbers that are
/// compared with each other, a text with what is counted in it.
struct RuleWorlds {
  /// Facts that are filled in together, and the ways to do so.
  struct Part {
    var facts: [Int]
    var cells: [[Reading]]
  }

  /// What tells the worlds apart.
  let program: Program
  /// The parts; all facts beside them are untouched.
  private(set) var parts: [Part] = []
  /// Whether the worlds are all there are; otherwise they are samples, each possible for sure.
  private(set) var isExact = true
  /// The number of worlds.
  private(set) var count = 1
  /// The computed facts that the rules read.
  private let following: [Int]

  /// Finds the worlds for the rules of `program`; nil where there are more than `budget` allows, or
  /// where no cells can tell them apart.
  init?(_ program: Program, budget: AnalysisBudget) {
    self.program = program
    let charter = program.charter
    var facts: Set<Int> = []
    for rule in program.usedRules { facts.formUnion(program.factsOfRule[rule]) }
    following = facts.sorted().filter { program.expressions[$0] != nil }
    let open = charter.facts.indices.filter {
      program.isRead[$0] && charter.facts[$0].kind?.isSaid == true
    }
    let variables = OpenVariables(
      program: program, action: Action(name: "", location: SourceLocation()), open: open,
      world: [Reading](repeating: .untouched, count: charter.facts.count), budget: budget)
    guard variables.tangledRules.isEmpty, facts.allSatisfy({ !variables.unlisted.contains($0) })
    else { return nil }
    var places: Set<Int> = []
    var sampled: Set<Int> = []
    func collect(_ place: Int, isSampled: Bool) {
      places.insert(place)
      if isSampled { sampled.insert(place) }
      let isComputed = variables.variables[place].facts.contains { variables.widened.contains($0) }
      for input in variables.variables[place].constraint?.inputs ?? [] {
        collect(input, isSampled: isSampled || isComputed)
      }
    }
    for fact in facts {
      if variables.widened.contains(fact) { isExact = false }
      if let place = variables.variableOfFact[fact] { collect(place, isSampled: false) }
    }
    for place in places.sorted() where variables.variables[place].constraint == nil {
      let variable = variables.variables[place]
      let part: Part
      if variable.facts.count == 1, charter.facts[variable.facts[0]].kind == .text {
        let counted = places.sorted().map { variables.variables[$0] }.filter {
          $0.constraint?.inputs == [place] && !variables.widened.contains($0.facts[0])
        }
        part = Self.text(variable.facts[0], counted)
      } else if sampled.contains(place) {
        part = Part(facts: variable.facts, cells: variable.cells.flatMap(SampledVariables.samples))
      } else {
        part = Part(facts: variable.facts, cells: variable.cells.map(\.readings))
      }
      guard part.cells.count <= budget.table / count else { return nil }
      count *= part.cells.count
      parts.append(part)
    }
  }

  /// A text and what is counted in it: untouched together, or any counts at all.
  private static func text(_ text: Int, _ counted: [OpenVariable]) -> Part {
    var cells: [[Reading]] = [[.value(.text(""))]]
    for variable in counted {
      let numbers = variable.cells.compactMap { cell -> Reading? in
        cell.intervals.first.flatMap { $0?.smallestWhole }.map { .value(.number($0)) }
      }
      cells = cells.flatMap { cell in numbers.map { cell + [$0] } }
    }
    let untouched = [Reading](repeating: .untouched, count: counted.count + 1)
    return Part(facts: [text] + counted.flatMap(\.facts), cells: [untouched] + cells)
  }

  /// The sizes of the parts.
  var sizes: [Int] { parts.map(\.cells.count) }

  /// Calls `body` with each world, until it returns false.
  ///
  /// The world may be changed in passing, as long as it is put back.
  func forEach(_ body: (_ choice: [Int], _ world: inout [Reading]) -> Bool) {
    var world = [Reading](repeating: .untouched, count: program.charter.facts.count)
    var isOver = false
    MixedRadix.forEach(sizes) { choice in
      guard !isOver else { return }
      fill(&world, choice)
      isOver = !body(choice, &world)
    }
  }

  /// The world of one choice for each part.
  func world(_ choice: [Int]) -> [Reading] {
    var world = [Reading](repeating: .untouched, count: program.charter.facts.count)
    fill(&world, choice)
    return world
  }

  private func fill(_ world: inout [Reading], _ choice: [Int]) {
    for (part, cell) in zip(parts, choice) {
      for (fact, reading) in zip(part.facts, part.cells[cell]) { world[fact] = reading }
    }
    follow(&world)
  }

  /// Sets the computed facts of `world`.
  func follow(_ world: inout [Reading]) {
    for fact in following {
      let value = program.expressions[fact].flatMap {
        Evaluator(program).value(of: $0, in: world)
      }
      world[fact] = value.map { .value(.number($0)) } ?? .untouched
    }
  }
}

extension Interval {
  /// The smallest whole number, not below 0, that lies in it; nil where none does.
  var smallestWhole: Number? {
    firstWhole(near: low.map { max($0, Number(0)) } ?? Number(0))
  }

  /// The first whole number of the stretch, which starts less than one below `start`.
  func firstWhole(near start: Number) -> Number? {
    let digits = start.magnitude.decimal(places: 0)
    guard let size = Number(whole: digits, fraction: "", isNegative: start.sign < 0) else {
      return nil
    }
    return (-1...2).lazy.map { size + Number($0) }.first { $0 >= start && contains($0) }
  }
}
