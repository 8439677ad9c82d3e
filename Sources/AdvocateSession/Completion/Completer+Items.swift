import AdvocateDiagnostics
import AdvocateAnalysis
import AdvocateCharter
import AdvocateSyntax

/// The things that may stand in each gap of a line, each with a line of description.
extension Completer {
  /// What is kept between the keys of one line.
  ///
  /// A class, since looking something up must not change the completer.
  final class Kept {
    var candidates: [LineGap: [Candidate]] = [:]
    var starts: [Candidate]?
    var plainStarts: [Candidate]?
    var session: Session?
  }

  func candidates(
    _ content: LineOutline.Opening.Content, typed: String, isSuggestion: Bool
  ) -> [Candidate] {
    switch content {
    // The order matters only as long as nothing is typed.
    case .start: return isSuggestion || !typed.isEmpty ? plainStarts : starts
    case .words(let words, let must, let isLast):
      return words.map { Candidate($0.word + (isLast ? "" : " "), $0.gloss, must: must) }
    case .gap(.file): return isSuggestion ? [] : files(typed)
    case .gap(.charter): return charters + (isSuggestion || typed.isEmpty ? [] : files(typed))
    case .gap(.nextLevel(let fact)): return furtherLevels(of: fact)
    case .gap(let gap):
      if let found = kept.candidates[gap] { return found }
      let found = candidates(gap)
      kept.candidates[gap] = found
      return found
    }
  }

  // MARK: - The start of a line

  private var starts: [Candidate] {
    if let starts = kept.starts { return starts }
    let starts = startsWithFacts(first: nextQuestion)
    kept.starts = starts
    return starts
  }

  /// The same in an order that takes no time to find.
  private var plainStarts: [Candidate] {
    if let starts = kept.plainStarts { return starts }
    let starts = startsWithFacts(first: nil)
    kept.plainStarts = starts
    return starts
  }

  /// The fact that the next question is about.
  private var nextQuestion: Int? {
    guard let action = workspace.currentAction else { return nil }
    var session = kept.session ?? session
    let judge = session.judge()
    kept.session = session
    return judge.questions(about: judge.judge(action.shared)).first?.fact
  }

  private func startsWithFacts(first: Int?) -> [Candidate] {
    let words = session.room == nil ? [] : Session.roomWords
    var found = words.map { Candidate($0.word, $0.gloss) }
    let subject = workspace.subjectKind
    if let action = workspace.currentAction {
      let facts = workspace.charter.facts
      let open = facts.indices.filter {
        action.statement(of: $0) == nil && facts[$0].kind?.isSaid == true && $0 != first
      }
      let ordered =
        (first.map { [$0] } ?? []) + open.filter { facts[$0].isFirst }
        + open.filter { !facts[$0].isFirst }
      found += ordered.map { statement(of: $0) }
      found.append(Candidate("the rest is untouched", "it changes nothing else"))
      found.append(Candidate("note ", "a remark, for whoever reads this"))
      found.append(Candidate("for ", "what is so for one group of customers only"))
      let said = action.statements.map(\.fact).filter { !ordered.contains($0) }
      found += said.map { statement(of: $0) }
    } else {
      found += LineStarts.inner(subject).map { form in
        let isWhole = form.start.count == form.pieces.count
        return Candidate(form.start.joined(separator: " ") + (isWhole ? "" : " "), form.gloss)
      }
    }
    let isFresh = workspace.actions.isEmpty
    let commands = LineStarts.offeredCommands.map(command)
    let subjects = LineStarts.offeredSubjects.map { word in
      Candidate(word + " ", HelpTopics.find(word)?.forms.first?.gloss ?? "")
    }
    // The first thing to do is to say what is planned.
    if isFresh, subject == nil {
      found += subjects.prefix(1) + commands + subjects.dropFirst()
    } else {
      found += commands + subjects
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.item.insertion).inserted }
  }

  private func command(_ word: String) -> Candidate {
    let forms = HelpTopics.find(word)?.forms ?? []
    let isWhole = forms.allSatisfy { $0.form == word }
    return Candidate(word + (isWhole ? "" : " "), forms.first?.gloss ?? "")
  }

  private func statement(of fact: Int) -> Candidate {
    let declaration = workspace.charter.facts[fact]
    return Candidate(declaration.name + " is ", declaration.question ?? "")
  }

  // MARK: - Gaps

  private func candidates(_ gap: LineGap) -> [Candidate] {
    let charter = workspace.charter
    switch gap {
    case .action(let isBeside): return actions(orNothing: isBeside) + grouped
    case .expectedAction: return actions(orNothing: false) + grouped
    case .ownAction: return actions(orNothing: false)
    case .subject(let kind): return names(of: kind)
    case .rule: return rules
    case .code: return CodePages.all.map { Candidate($0.id.name, $0.title) }
    case .topic: return HelpTopics.all.map { Candidate($0.name, $0.summary) }
    case .view: return LookView.all.map { Candidate($0.name, $0.summary) }
    case .lineKind:
      return LineForms.kinds.map { kind in
        Candidate(kind.rawValue, HelpTopics.find(kind.rawValue)?.forms.first?.gloss ?? "")
      }
    case .anything:
      return actions(orNothing: false) + rules
        + charter.facts.indices.map { fact in
          Candidate(charter.facts[fact].name, charter.facts[fact].question ?? "")
        }
    case .band: return bands
    case .verdict:
      return bands + [
        Candidate("vetoed", "a veto holds, whatever the score"),
        Candidate("silent", "no rule speaks"),
      ]
    case .lens:
      guard case .rule? = workspace.subject else { return [] }
      return charter.lenses.enumerated().map { place, lens in
        let count = charter.rules.count { $0.lens == place }
        return Candidate(lens, count == 1 ? "1 rule" : "\(count) rules")
      }
    case .weight: return Self.weights
    case .group: return groups
    case .ownLevel:
      guard case .fact(let fact)? = workspace.subject else { return [] }
      return levels(of: fact).map { Candidate($0.item.insertion + " ", $0.item.summary) }
    case .phrases:
      return charter.phraseFamilies.map { family in
        Candidate(family.name + " ", family.reason ?? "\(family.phrases.count) phrases")
      }
    case .textFact: return facts { $0 == .text }
    case .term: return facts { $0.isNumeric }
    case .statement:
      return charter.facts.indices.filter { charter.facts[$0].kind?.isSaid == true }
        .map { statement(of: $0) }
    case .tested:
      return facts { $0 != .text }.map { Candidate($0.item.insertion + " ", $0.item.summary) }
    case .value(let fact): return values(of: fact)
    case .bound(let fact, let low): return levels(of: fact, above: low)
    case .operand(let fact, let low): return operands(of: fact, above: low)
    case .start, .newName, .date, .plain, .text, .arithmetic, .file, .charter, .nextLevel: return []
    }
  }

  private static let weights = [
    Candidate("1", "a sign"), Candidate("2", "it matters"),
    Candidate("3", "they notice, and tell others"), Candidate("4", "people come or go for it"),
    Candidate("5", "the relation stands or falls with it"),
  ]

  private func actions(orNothing: Bool) -> [Candidate] {
    var found = workspace.actions.map { action in
      let count = action.saidCount
      return Candidate(action.name, count == 1 ? "1 fact is said" : "\(count) facts are said")
    }
    if orNothing, workspace.actionPlace(Action.doNothing.name) == nil {
      found.append(Candidate(Action.doNothing.name, "it changes nothing"))
    }
    return found
  }

  /// The actions of which groups of customers are told, with each group.
  private var grouped: [Candidate] {
    LineNames.titles(workspace).map { Candidate($0, "for this group only") }
  }

  /// The groups of customers of the action at hand, then those of others.
  private var groups: [Candidate] {
    let own = workspace.currentAction?.groups ?? []
    let others = workspace.actions.flatMap(\.groups).filter { group in
      !own.contains { $0.name.lowercased() == group.name.lowercased() }
    }
    return own.map { group in
      let count = group.statements.count
      return Candidate(group.name + ": ", count == 1 ? "1 fact is so" : "\(count) facts are so")
    } + others.map { Candidate($0.name + ": ", "a group of another plan") }
  }

  private var rules: [Candidate] {
    workspace.charter.rules.map { rule in
      Candidate(rule.name, rule.reason ?? "weight \(rule.weight)")
    }
  }

  private var bands: [Candidate] {
    let bands = workspace.charter.bands
    return bands.enumerated().map { place, band in
      let from = "\(band.from / 100)"
      return Candidate(band.name, place + 1 == bands.count ? "below all others" : "from \(from)")
    }
  }

  private func names(of kind: String) -> [Candidate] {
    let charter = workspace.charter
    switch SubjectKind(rawValue: kind) {
    case .action: return actions(orNothing: false)
    case .charter: return [Candidate(charter.name, "in force: goes back to its lines")]
    case .fact: return facts { _ in true }
    case .ledger: return workspace.ledgers.map { Candidate($0.name, "goes back to it") }
    case .phrases: return charter.phraseFamilies.map { Candidate($0.name, $0.reason ?? "") }
    case .rule: return rules
    case .expect, nil: return []
    }
  }

  private func facts(_ fits: (FactKind) -> Bool) -> [Candidate] {
    workspace.charter.facts.filter { $0.kind.map(fits) == true }
      .map { Candidate($0.name, $0.question ?? "") }
  }

  private var charters: [Candidate] {
    let own = workspace.charter.name
    var found = [
      Candidate(BuiltInCharter.name, "inside the program"),
      Candidate(Session.inForce, "the charter that judges now"),
    ]
    if own.lowercased() != BuiltInCharter.name { found.append(Candidate(own, "in force now")) }
    return found
  }

  private func files(_ typed: String) -> [Candidate] {
    let path = typed.trimmingBlanks
    return session.files.list(path).map { name in
      Candidate(name, name.hasSuffix("/") ? "a folder" : "")
    }
  }

  // MARK: - Values

  private func levels(of fact: Int, above low: Int? = nil) -> [Candidate] {
    let declaration = workspace.charter.facts[fact]
    return declaration.levels.enumerated().filter { $0.offset > low ?? -1 }
      .map { Candidate($0.element, declaration.meanings[$0.offset] ?? "") }
  }

  private func values(of fact: Int) -> [Candidate] {
    let kind = workspace.charter.facts[fact].kind
    var found = levels(of: fact)
    if kind?.isNumeric == true {
      found.append(Candidate("roughly ", "a number, give or take: from 80% to 125% of it"))
    }
    if kind?.isOrdered == true {
      found.append(Candidate("between ", "from one to another, both counted in"))
    }
    found.append(Candidate("untouched", "the action does not change it"))
    found.append(Candidate("unsaid", "it is not known"))
    return found
  }

  private func furtherLevels(of fact: Int) -> [Candidate] {
    levels(of: fact).filter { $0.folded != "nothing" }
  }

  private func operands(of fact: Int, above low: Int?) -> [Candidate] {
    let charter = workspace.charter
    return levels(of: fact, above: low)
      + workspace.comparableFacts(with: fact).map { other in
        Candidate(charter.facts[other].name, "as high as this other fact is")
      }
  }

  /// What is asked at an opening.
  func headline(_ content: LineOutline.Opening.Content) -> String? {
    guard case .gap(let gap) = content else { return nil }
    switch gap {
    case .value(let fact), .bound(let fact, _), .operand(let fact, _), .nextLevel(let fact):
      let declaration = workspace.charter.facts[fact]
      return [declaration.question, form(of: declaration)].compactMap(\.self)
        .joined(separator: " ")
    case .text(let purpose):
      return purpose.hasPrefix("as in") ? "Free text, \(purpose)" : "Free text: \(purpose)"
    case .newName: return "A new name, in any words."
    case .group: return "A group of customers, with a colon behind it: for new customers: ..."
    case .subject: return "A new name, or one that is there."
    case .weight: return "How much does the rule count?"
    case .date: return "A date, as 2026-11-21, or: day 45"
    default: return nil
    }
  }

  /// How a number is written.
  private func form(of fact: FactDeclaration) -> String? {
    switch fact.kind {
    case .money: "An amount in \(workspace.charter.currency), as 250k, 1.2m or -40k."
    case .percent: "A percentage with its sign, as 12%."
    case .number(let unit): "A number of \(unit), as 3, 1,250 or 40k."
    case .anyOf: "Several stand after commas."
    case .text: "Free text, in your own words."
    default: nil
    }
  }

  /// How many of `items` are levels in their order, so that numbers stand for them.
  func levelCount(_ openings: [LineOutline.Opening], _ items: [CompletionItem]) -> Int {
    for case .gap(.value(let fact)) in openings.map(\.content) {
      let levels = workspace.charter.facts[fact].levels
      let isYesNo = workspace.charter.facts[fact].kind == .yesNo
      if !isYesNo, items.count >= levels.count,
        zip(levels, items).allSatisfy({ $0 == $1.insertion })
      {
        return levels.count
      }
    }
    return 0
  }
}
