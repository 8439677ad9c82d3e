/// Customers of one kind, and what an action is to them where it is otherwise than to all.
public struct CustomerGroup: Sendable, Equatable {
  /// The name as given first.
  public var name: String
  /// What is said of facts for this group, in the order of saying; one statement a fact.
  public var statements: [Statement] = []

  /// Creates a group of which nothing is said.
  public init(name: String) { self.name = name }
}

/// One action can be several things to several kinds of customers.
///
/// What is said without a group holds for every group that does not say otherwise.
extension Action {
  /// The name of those whom no line sets apart.
  public static let everyoneElse = "everyone else"

  /// What it is called, with the group that it speaks of, as commands take it.
  public var title: String { group.map { "\(name) for \($0)" } ?? name }

  /// The number of lines that say a fact, for all and for single groups.
  public var saidCount: Int { allStatements.count }

  /// All that is said of facts, for all and for single groups.
  public var allStatements: [Statement] { statements + groups.flatMap(\.statements) }

  /// The place of the group that is called `name`, whatever its capitals.
  public func groupPlace(_ name: String) -> Int? {
    let folded = name.lowercased()
    return groups.firstIndex { $0.name.lowercased() == folded }
  }

  /// What is said of the fact at `fact` for the group called `group`, or without one for all.
  public func statement(of fact: Int, group: String?) -> Statement? {
    guard let group else { return statement(of: fact) }
    return groupPlace(group).flatMap { groups[$0].statements.first { $0.fact == fact } }
  }

  /// Says `statement`, in place of what was said of its fact to the same customers.
  ///
  /// - Returns: what was said before.
  @discardableResult
  public mutating func say(_ statement: Statement) -> Statement? {
    guard let name = statement.group else { return Self.say(statement, in: &statements) }
    let place = addGroup(name)
    var statement = statement
    statement.group = groups[place].name
    return Self.say(statement, in: &groups[place].statements)
  }

  private static func say(_ statement: Statement, in said: inout [Statement]) -> Statement? {
    guard let old = said.firstIndex(where: { $0.fact == statement.fact }) else {
      said.append(statement)
      return nil
    }
    let before = said[old]
    said[old] = statement
    return before
  }

  /// The place of the group that is called `name`, which is added where there is none.
  mutating func addGroup(_ name: String) -> Int {
    if let place = groupPlace(name) { return place }
    groups.append(CustomerGroup(name: name))
    return groups.count - 1
  }

  /// Takes out the groups of which no line tells, not even one that could not be read.
  mutating func removeEmptyGroups() {
    let unread = Set(dropped.compactMap { $0.group?.lowercased() })
    groups.removeAll { $0.statements.isEmpty && !unread.contains($0.name.lowercased()) }
  }

  // MARK: What it is to each group

  /// The same without its groups: only what is said for all.
  public var shared: Action {
    var copy = self
    copy.groups = []
    return copy
  }

  /// What it is to each group, in the order of saying; empty where no line names a group.
  ///
  /// Where the shared lines say every fact that some group says, they tell of everyone else, who
  /// is a group as well.
  public var eachGroup: [Action] {
    guard !groups.isEmpty else { return [] }
    var all = groups.indices.map { told(forGroup: $0) }
    if hasEveryoneElse {
      var others = without(linesOf: nil)
      others.group = Self.everyoneElse
      all.append(others)
    }
    return all
  }

  private var hasEveryoneElse: Bool {
    guard groupPlace(Self.everyoneElse) == nil else { return false }
    let apart =
      groups.flatMap { $0.statements.map(\.fact) }
      + dropped.compactMap { $0.group == nil ? nil : $0.fact }
    let said = Set(statements.filter { $0.content != .unsaid }.map(\.fact))
    return apart.allSatisfy(said.contains)
  }

  private func told(forGroup place: Int) -> Action {
    let group = groups[place]
    var copy = without(linesOf: group.name)
    copy.group = group.name
    for statement in group.statements {
      var statement = statement
      statement.group = nil
      copy.say(statement)
    }
    // What could not be read of a group is not known of it, whatever is said of all.
    let own = copy.dropped.filter { $0.group != nil }.compactMap(\.fact)
    copy.statements.removeAll { statement in
      own.contains(statement.fact) && !group.statements.contains { $0.fact == statement.fact }
    }
    return copy
  }

  /// The shared lines; unread lines of groups but `name` stay, and say nothing of their facts.
  private func without(linesOf name: String?) -> Action {
    var copy = shared
    for place in copy.dropped.indices {
      guard let group = copy.dropped[place].group,
        group.lowercased() != name?.lowercased()
      else { continue }
      copy.dropped[place].fact = nil
      copy.dropped[place].group = nil
    }
    return copy
  }
}
