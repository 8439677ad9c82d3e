/// One answer to why customers are wanted, and what would show it.
public struct Purpose: Sendable, Equatable {
  /// What serves a reason: a rule that speaks for an action, alone or among others.
  public enum Tie: Sendable, Equatable {
    /// Any rule that reads this fact, by its place in the charter.
    case fact(Int)
    /// Any rule of this lens, by its place in the charter.
    case lens(Int)
    /// The rule at this place in the charter.
    case rule(Int)
  }

  /// The reason as said.
  public var text: String
  /// What serves it; empty where nothing could show it.
  public var ties: [Tie]

  /// Creates a reason.
  public init(text: String, ties: [Tie] = []) {
    self.text = text
    self.ties = ties
  }
}

extension Charter {
  /// The rules in use that serve `purpose` when they speak for an action, in charter order.
  public func rules(serving purpose: Purpose) -> [Int] {
    rules.indices.filter { place in
      rules[place].isUsed
        && purpose.ties.contains { tie in
          switch tie {
          case .fact(let fact): rules[place].facts.contains(fact)
          case .lens(let lens): rules[place].lens == lens
          case .rule(let rule): rule == place
          }
        }
    }
  }

  /// The name of what `tie` ties a reason to.
  public func name(of tie: Purpose.Tie) -> String {
    switch tie {
    case .fact(let fact): facts[fact].name
    case .lens(let lens): lenses[lens]
    case .rule(let rule): rules[rule].name
    }
  }
}

extension Purpose {
  /// The reason after the rule at `place` is gone.
  func withoutRule(_ place: Int) -> Purpose {
    Purpose(
      text: text,
      ties: ties.compactMap { tie in
        guard case .rule(let rule) = tie else { return tie }
        return rule == place ? nil : .rule(rule > place ? rule - 1 : rule)
      })
  }

  /// The same reason in `charter`, in which things may have other places than in `old`.
  func moved(from old: Charter, to charter: Charter) -> Purpose {
    Purpose(
      text: text,
      ties: ties.compactMap { tie in
        let name = old.name(of: tie)
        switch tie {
        case .fact: return charter.facts.firstIndex { $0.name == name }.map { .fact($0) }
        case .lens: return charter.lenses.firstIndex(of: name).map { .lens($0) }
        case .rule: return charter.rules.firstIndex { $0.name == name }.map { .rule($0) }
        }
      })
  }
}
