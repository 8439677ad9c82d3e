public import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// An action made up to show something of a charter: some facts are said, the rest is untouched.
public struct CharterCase: Sendable, Equatable {
  /// The action.
  public var action: Action

  /// The lines that say it, ready to be typed.
  public func lines(in charter: Charter) -> [String] {
    ["action \(action.name)"]
      + action.statements.map { "  \(charter.text(of: $0))" } + ["  the rest is untouched"]
  }

  /// A case made up elsewhere.
  init(action: Action) { self.action = action }

  /// A case called `name` that says what is touched in `world`, with short numbers, and of which
  /// `holds` is so when it is judged; nil where no lines lead there.
  init?(
    _ name: String, _ world: [Reading], _ program: Program, where holds: ([Reading]) -> Bool
  ) {
    let evaluator = Evaluator(program)
    var action = Action(name: name, location: SourceLocation())
    action.restIsUntouched = true
    func isStillSo() -> Bool { holds(evaluator.worldAsTold(by: action)) }
    for (fact, reading) in world.enumerated() {
      guard program.charter.facts[fact].kind?.isSaid == true, case .value(var value) = reading
      else { continue }
      if case .text = value { value = .text(Self.text(fact, world, program.charter)) }
      action.statements.append(
        Statement(
          fact: fact, content: .value(value), evidence: nil, location: SourceLocation()))
    }
    guard isStillSo() else { return nil }
    for place in action.statements.indices {
      guard case .value(.number(let number)) = action.statements[place].content else { continue }
      let before = action.statements[place]
      let isShort = Self.shortened(number).contains { candidate in
        action.statements[place].content = .value(.number(candidate))
        return isStillSo()
      }
      // What no digits can write, as a third, cannot be typed.
      if !isShort {
        guard Self.shortened(number, places: 30...30).contains(number) else { return nil }
        action.statements[place] = before
      }
    }
    self.action = action
  }

  /// `number` with few digits, the fewest first.
  static func shortened(
    _ number: Number, places: ClosedRange<Int> = 0...8
  ) -> [Number] {
    places.compactMap { places in
      let text = number.magnitude.decimal(places: places)
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      return Number(
        whole: parts[0], fraction: parts.count > 1 ? parts[1] : "", isNegative: number.sign < 0)
    }
  }

  /// A text that holds phrases as often as the counts of `world` ask for.
  static func text(_ fact: Int, _ world: [Reading], _ charter: Charter) -> String {
    var phrases: [String] = []
    for (place, declaration) in charter.facts.enumerated() {
      guard case .counts(let family, fact) = declaration.kind, let count = world[place].number,
        let times = Int(count.decimal(places: 0)), times > 0,
        let phrase = charter.phraseFamilies.first(where: { $0.name == family })?.phrases.first
      else { continue }
      phrases += [String](repeating: phrase, count: min(times, 100))
    }
    return phrases.isEmpty ? "something else" : phrases.joined(separator: ", ")
  }
}
