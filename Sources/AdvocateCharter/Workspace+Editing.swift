public import AdvocateDiagnostics
public import AdvocateSyntax

/// Changes that commands make.
extension Workspace {
  /// Takes another charter into force, as `use` does.
  ///
  /// Inside an empty charter its facts and rules come under that charter's name. Elsewhere it
  /// replaces the charter in force, and the lines of all actions are read again.
  ///
  /// - Parameters:
  ///   - base: the charter to take.
  ///   - name: the words behind `use`, for saving.
  ///   - fate: what becomes of the line where it cannot be taken.
  /// - Returns: what no longer fits.
  public mutating func use(
    _ base: Charter, as name: Phrase, fate: LineFate = .typed
  ) -> Result<[Diagnostic], DiagnosticBox> {
    let line = SourceLine(text: "use \(name.text)")
    let old = charter
    let isEmpty = charter.facts.isEmpty && charter.rules.isEmpty && charter.phraseFamilies.isEmpty
    if origin == .own, !isEmpty, isCharterSubject || fate != .typed {
      let error = CharterError.useAfterOtherLines(name.span)
      return .failure(DiagnosticBox(error.diagnostic(on: line, fate: fate)))
    }
    changeCount += 1
    if origin == .own, isEmpty {
      let own = charter
      charter = base
      charter.name = own.name
      charter.notes += own.notes
      charter.lenses += own.lenses.filter { !base.lenses.contains($0) }
      charter.purposes += own.purposes.map { $0.moved(from: own, to: charter) }
      if !own.declaredBands.isEmpty { charter.declaredBands = own.declaredBands }
      noteCharterLine(.command("use \(name.text)"))
    } else {
      changeCount += 1
      charter = base
      origin = .used(name.text)
      charterLines = []
      charterRevision += 1
      subject = nil
    }
    indexCharter()
    let lost = rebaseActions(from: old)
    guard lost.lines > 0 else { return .success([]) }
    return .success([
      CharterRemark.linesDoNotFit(count: lost.lines, actions: lost.actions).diagnostic(on: nil)
    ])
  }

  /// Sets the weight of the rule at `place`, from 1 to 5.
  ///
  /// - Returns: the weight before.
  @discardableResult
  public mutating func setWeight(ofRule place: Int, to weight: Int) -> Int {
    let before = charter.rules[place].weight
    charter.rules[place].statedWeight = weight
    noteCharterLine(.command("weigh \(charter.rules[place].name) \(weight)"))
    return before
  }

  /// Takes the rule at `place` out of the charter, and the expectations that speak of it.
  public mutating func removeRule(at place: Int) {
    noteCharterLine(.command("drop \(charter.rules[place].name)"))
    charter.rules.remove(at: place)
    indexRules()
    charter.purposes = charter.purposes.map { $0.withoutRule(place) }
    for block in expectations.indices {
      expectations[block].expectations = expectations[block].expectations.compactMap {
        $0.withoutRule(place)
      }
    }
    switch subject {
    case .rule(place): subject = nil
    case .rule(let other) where other > place: subject = .rule(other - 1)
    default: break
    }
  }

  /// Takes the action at `place` out, and what is expected of it.
  public mutating func removeAction(at place: Int) {
    changeCount += 1
    let name = actions[place].name
    actions.remove(at: place)
    indexActions()
    if case .expect = subject { subject = nil }
    expectations.removeAll { $0.action == name }
    switch subject {
    case .action(place): subject = nil
    case .action(let other) where other > place: subject = .action(other - 1)
    default: break
    }
  }

  /// Takes what is said of the fact at `fact`, to all or to one group, out of the action at
  /// `place`.
  ///
  /// - Returns: whether anything was said of it.
  public mutating func removeStatement(
    of fact: Int, fromAction place: Int, group: String? = nil
  ) -> Bool {
    guard actions[place].statement(of: fact, group: group) != nil else { return false }
    changeCount += 1
    if let own = group.flatMap({ actions[place].groupPlace($0) }) {
      actions[place].groups[own].statements.removeAll { $0.fact == fact }
      actions[place].removeEmptyGroups()
    } else {
      actions[place].statements.removeAll { $0.fact == fact }
    }
    return true
  }

  /// Takes all that is said of one group out of the action at `place`, lines that could not be read
  /// included.
  public mutating func removeGroup(at group: Int, fromAction place: Int) {
    changeCount += 1
    let name = actions[place].groups[group].name.lowercased()
    actions[place].groups.remove(at: group)
    actions[place].dropped.removeAll { $0.group?.lowercased() == name }
  }

  /// Takes the actions, ledgers and expectations of `other`, and its subject where it is one of
  /// them, in the place of its own; the charter stays.
  ///
  /// - Returns: false, and nothing is changed, where the facts of the two charters differ.
  public mutating func takePlans(of other: Workspace) -> Bool {
    guard charter.facts == other.charter.facts else { return false }
    changeCount += 1
    (actions, ledgers, expectations) = (other.actions, other.ledgers, other.expectations)
    waiting = other.waiting
    switch other.subject {
    case .action, .expect, .ledger: subject = other.subject
    case .charter, .fact, .phrases, .rule, nil: break
    }
    switch subject {
    case .action(let place) where !actions.indices.contains(place): subject = nil
    case .expect(let place) where !expectations.indices.contains(place): subject = nil
    case .ledger(let place) where !ledgers.indices.contains(place): subject = nil
    default: break
    }
    indexActions()
    return true
  }

  /// Forgets the lines of the subject that could not be read, and lines that wait for one of them.
  ///
  /// Where lines wait, they and the one they wait for are forgotten, and the action that they stood
  /// in is the subject again.
  ///
  /// - Returns: their number.
  public mutating func forgetUnreadLines() -> Int {
    if let waiting {
      self.waiting = nil
      changeCount += 1
      if let place = waiting.owner.flatMap({ actionPlace($0) }) {
        subject = .action(place)
        actions[place].dropped.removeAll { $0.line == waiting.failed }
      }
      return 1 + waiting.lines.count
    }
    let count: Int
    switch subject {
    case .action(let place):
      count = actions[place].dropped.count
      actions[place].dropped = []
      actions[place].removeEmptyGroups()
    case .expect(let place):
      count = expectations[place].dropped.count
      expectations[place].dropped = []
    case .fact(let place):
      count = charter.facts[place].dropped.count
      charter.facts[place].dropped = []
    case .ledger(let place):
      count = ledgers[place].dropped.count
      ledgers[place].dropped = []
    case .rule(let place):
      count = charter.rules[place].dropped.count
      charter.rules[place].dropped = []
    case .charter, .phrases, nil: count = 0
    }
    guard count > 0 else { return 0 }
    changeCount += 1
    charterRevision += 1
    return count
  }

  /// Gives the action at `place` another name, which no other action has.
  public mutating func renameAction(at place: Int, to name: String) {
    changeCount += 1
    let old = actions[place].name
    actions[place].name = name
    for block in expectations.indices where expectations[block].action == old {
      expectations[block].action = name
    }
    for ledger in ledgers.indices {
      for entry in ledgers[ledger].entries.indices
      where ledgers[ledger].entries[entry].action == old {
        ledgers[ledger].entries[entry].action = name
      }
    }
    indexActions()
  }

  /// Says `statements` of a copy of the action at `place`; the copy is not stored.
  public func supposing(_ statements: [Statement], ofAction place: Int) -> Action {
    var copy = actions[place]
    for statement in statements {
      // What is said anew stands last.
      if statement.group == nil { copy.statements.removeAll { $0.fact == statement.fact } }
      copy.say(statement)
    }
    return copy
  }

  /// Puts `action` in the place of the one of the same name.
  public mutating func replaceAction(at place: Int, with action: Action) {
    changeCount += 1
    actions[place] = action
  }

  /// Counts a change of which the lines alone do not tell.
  public mutating func noteChange() { changeCount += 1 }

  /// Makes the action at `place` the subject.
  public mutating func select(action place: Int) { subject = .action(place) }

  /// Sets no subject.
  public mutating func clearSubject() {
    waiting = nil
    subject = nil
  }
}

extension Expectation {
  /// The expectation after the rule at `place` is gone; nil when it speaks of that rule.
  func withoutRule(_ place: Int) -> Expectation? {
    func moved(_ rule: Int) -> Int? { rule == place ? nil : rule > place ? rule - 1 : rule }
    var copy = self
    switch content {
    case .vetoedBy(let rule):
      guard let rule = moved(rule) else { return nil }
      copy.content = .vetoedBy(rule: rule)
    case .speaksFor(let rule):
      guard let rule = moved(rule) else { return nil }
      copy.content = .speaksFor(rule: rule)
    case .speaksAgainst(let rule):
      guard let rule = moved(rule) else { return nil }
      copy.content = .speaksAgainst(rule: rule)
    case .neutral(let rule):
      guard let rule = moved(rule) else { return nil }
      copy.content = .neutral(rule: rule)
    default: break
    }
    return copy
  }
}
