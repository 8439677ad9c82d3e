public import AdvocateCharter
public import AdvocateEvaluation

/// The texts of an action, which the mirror reads.
public struct MirrorText: Sendable, Equatable {
  /// What the text is, as in `our words` or `evidence for effort to leave`.
  public var label: String
  /// The text.
  public var text: String

  /// Creates a text.
  public init(label: String, text: String) {
    self.label = label
    self.text = text
  }

  /// All that `action` says in free words: text facts, evidence, notes.
  public static func all(of action: Action, _ charter: Charter) -> [MirrorText] {
    var texts: [MirrorText] = []
    func name(_ statement: Statement) -> String {
      charter.facts[statement.fact].name + (statement.group.map { " for \($0)" } ?? "")
    }
    for statement in action.allStatements {
      if case .value(.text(let words)) = statement.content {
        texts.append(MirrorText(label: name(statement), text: words))
      }
    }
    for statement in action.allStatements {
      guard let evidence = statement.evidence else { continue }
      let name = name(statement)
      texts.append(MirrorText(label: "evidence for \(name)", text: evidence))
    }
    return texts + action.notes.map { MirrorText(label: "note", text: $0) }
  }
}

/// A fact of the charter that counts phrases in a text of an action, so that a rule can read it.
public struct CountedWords: Sendable, Equatable {
  /// The fact that counts, by its place in the charter.
  public var fact: Int
  /// How often they stand there.
  public var count: Int
  /// The rules in use that read the count.
  public var rules: [Int]

  /// What the charter counts in the texts of `action`.
  public static func all(in action: Action, _ program: Program) -> [CountedWords] {
    let evaluator = Evaluator(program)
    let world = evaluator.worldAsTold(by: action)
    return program.charter.facts.indices.compactMap { fact in
      guard case .counts = program.charter.facts[fact].kind,
        case .value(.number(let number)) = world[fact], let count = Int(number.decimal(places: 0))
      else { return nil }
      let rules = program.usedRules.filter { program.factsOfRule[$0].contains(fact) }
      return rules.isEmpty ? nil : CountedWords(fact: fact, count: count, rules: rules)
    }
  }
}
