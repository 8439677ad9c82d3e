public import AdvocateDiagnostics
public import AdvocateSyntax

extension Workspace {
  /// Takes one line.
  ///
  /// - Parameters:
  ///   - line: the line and where it stands.
  ///   - isTyped: whether a person typed it just now and can mend it.
  ///   - isPasted: whether it came in a paste, so that the lines below it were written before
  ///     anybody could see how it fared.
  public mutating func read(
    _ line: SourceLine, isTyped: Bool, isPasted: Bool = false
  ) -> LineOutcome {
    let reading = LineParser.read(line.text, subject: subjectKind)
    return read(line, reading, isTyped: isTyped, isPasted: isPasted)
  }

  /// Takes one line that `reading` was read from.
  public mutating func read(
    _ line: SourceLine, _ reading: ParsedLine, isTyped: Bool, isPasted: Bool = false
  ) -> LineOutcome {
    isAlone = isTyped && !isPasted
    var outcome = LineOutcome()
    outcome.tidyings = reading.tidyings
    if waiting != nil, !takeWhileWaiting(line, isTyped: isTyped, &outcome) { return outcome }
    switch reading.result {
    case .failure(let error):
      fail(line, .syntax(error), kind: nil, isTyped: isTyped, &outcome)
    case .success(let syntax):
      do {
        try take(syntax, line, isTyped: isTyped, &outcome)
        if outcome.didChange { changeCount += 1 }
      } catch {
        let kind: SubjectKind? =
          switch syntax {
          case .subject(let kind, _): kind
          case .copy: .action
          default: nil
          }
        fail(line, error, kind: kind, syntax: syntax, isTyped: isTyped, &outcome)
      }
    }
    return outcome
  }

  /// Says that no more lines follow: what still waits is left out, and the last subject is told of.
  public mutating func finish() -> [Diagnostic] {
    var outcome = LineOutcome()
    endWaiting(isTyped: false, &outcome)
    closeSubject(&outcome)
    subject = nil
    return outcome.diagnostics
  }

  // MARK: - Lines that wait

  /// Takes `line` while others wait; true when it is to be read as any line, false when it waits.
  private mutating func takeWhileWaiting(
    _ line: SourceLine, isTyped: Bool, _ outcome: inout LineOutcome
  ) -> Bool {
    guard let waiting else { return true }
    switch LineParser.read(line.text, subject: waiting.intended).result {
    case .success(.subject), .success(.copy):
      // A file is read as it stands: only at the prompt does a line mend another.
      guard isTyped, isMend(line, of: waiting), !isReturn(line, from: waiting) else {
        endWaiting(isTyped: isTyped, &outcome)
        return true
      }
      self.waiting = nil
      let before = subject
      let opening = read(line, isTyped: isTyped)
      outcome = opening
      guard subject != nil, subject != before, self.waiting == nil else {
        // The mend failed in its turn: what waited goes on waiting for the next try.
        self.waiting?.take(waiting)
        return false
      }
      replay(waiting, isTyped: isTyped, &outcome)
      return false
    case .success(.blank), .success(.comment), .success(.command), .success(.use),
      .success(.load), .success(.weigh), .success(.whatIf):
      return true
    case .failure(let error) where isNearCommand(error, line): return true
    case .failure(let error):
      let isNameless = if case .missingName = error { true } else { false }
      let error = LineError.syntax(error)
      guard let kind = intendedSubject(error, line) else {
        wait(line, isTyped: isTyped, &outcome)
        return false
      }
      let isTry =
        isNameless ? kind == waiting.intended : Self.name(line) == Self.name(waiting.failed)
      guard isTyped, isTry else {
        endWaiting(isTyped: isTyped, &outcome)
        return true
      }
      // The mend failed in its turn, too.
      hold(line, error, intended: kind, isTyped: isTyped, &outcome)
      self.waiting?.take(waiting)
      return false
    default:
      wait(line, isTyped: isTyped, &outcome)
      return false
    }
  }

  private mutating func wait(
    _ line: SourceLine, isTyped: Bool, _ outcome: inout LineOutcome
  ) {
    // Lines of a file are never read again, so that there only their number counts.
    if isTyped || (waiting?.lines.count ?? 0) < Limits.mostFindings {
      waiting?.hold(line, isAlone: isAlone)
    } else {
      waiting?.more += 1
    }
    changeCount += 1
    outcome.isWaiting = true
  }

  private mutating func replay(
    _ waiting: Waiting, isTyped: Bool, _ outcome: inout LineOutcome
  ) {
    guard !waiting.lines.isEmpty else { return }
    let name = subjectName ?? ""
    var count = 0
    for (place, held) in waiting.lines.enumerated() {
      let part = read(held, isTyped: isTyped, isPasted: !waiting.alone.contains(place))
      outcome.diagnostics += part.diagnostics.map { $0.ofLine(place + 1) }
      if part.didChange { count += 1 }
    }
    outcome.changes.append(.joined(count: count, subject: name))
  }

  /// Whether `line` is the failed line, mended: the same kind of subject and nearly the same words.
  private func isMend(_ line: SourceLine, of waiting: Waiting) -> Bool {
    let (old, new) = (waiting.failed.text.trimmed.lowercased(), line.text.trimmed.lowercased())
    if NearestName.areNear(old, new) { return true }
    let (oldRest, newRest) = (Self.name(waiting.failed), Self.name(line))
    if !oldRest.isEmpty, oldRest == newRest { return true }
    guard let intended = waiting.intended else { return false }
    let isSameKind =
      new.hasPrefix(intended.rawValue) || waiting.isCopy && new.hasPrefix("copy")
    guard isSameKind else { return false }
    return sharesName(oldRest, newRest)
  }

  /// Whether a name that was refused is said in other words, of which usually some stay.
  private func sharesName(_ old: Substring, _ new: Substring) -> Bool {
    let words = Set(old.split(separator: " ")).subtracting(["as"])
    return old.isEmpty || new.split(separator: " ").contains { words.contains($0) }
  }

  /// Whether `line` goes back to an action where a copy was wanted, for which the lines were meant.
  private func isReturn(_ line: SourceLine, from waiting: Waiting) -> Bool {
    guard waiting.isCopy,
      case .success(.subject(.action, let name)) = LineParser.read(line.text, subject: nil).result
    else { return false }
    return actionPlace(name.text) != nil
  }

  /// What stands behind the first word of a line, in lower case.
  private static func name(_ line: SourceLine) -> Substring {
    line.text.trimmed.lowercased().drop { $0 != " " }.drop { $0 == " " }
  }

  /// Leaves out what waits, and says so.
  mutating func endWaiting(isTyped: Bool, _ outcome: inout LineOutcome) {
    guard let waiting else { return }
    self.waiting = nil
    if let owner = waiting.owner, let place = actionPlace(owner) {
      // They may have been meant for the action above, so its verdict has to speak of them.
      let room = max(0, Limits.mostFindings - actions[place].dropped.count)
      actions[place].dropped += waiting.lines.prefix(room).map { DroppedLine(line: $0, fact: nil) }
    }
    if isTyped {
      guard !waiting.lines.isEmpty else { return }
      outcome.diagnostics.append(
        CharterRemark.waitingDropped(count: waiting.lines.count).diagnostic(on: waiting.failed))
    } else {
      outcome.diagnostics.append(
        waiting.error.diagnostic(
          on: waiting.failed, fate: .leftOutWithLinesBelow(waiting.lines.count + waiting.more)))
    }
  }

  // MARK: - Lines that fail

  private mutating func fail(
    _ line: SourceLine, _ error: LineError, kind: SubjectKind?, syntax: LineSyntax? = nil,
    isTyped: Bool, _ outcome: inout LineOutcome
  ) {
    let error = closer(error, line)
    if let intended = kind ?? intendedSubject(error, line) {
      hold(line, error, intended: intended, isTyped: isTyped, &outcome)
      return
    }
    if clearsSubject(error) {
      let owner = currentAction?.name
      markIncomplete(line, error, syntax)
      hold(line, error, intended: nil, isTyped: isTyped, &outcome)
      waiting?.owner = owner
      return
    }
    let fate: LineFate
    if isInner(error, syntax, line) {
      markIncomplete(line, error, syntax)
      fate = isTyped ? .typed : .leftOut(of: subjectName)
    } else {
      fate = isTyped ? .typed : .leftOut(of: nil)
    }
    outcome.diagnostics.append(error.diagnostic(on: line, fate: fate))
  }

  /// The same error, or one that says more of what stands there, now that names can be looked up.
  private func closer(_ error: LineError, _ line: SourceLine) -> LineError {
    switch error {
    case .syntax(.unknownLine(let word, _)):
      guard case .action = subject, let (fact, text) = leadingFact(of: line.text.trimmed) else {
        return error
      }
      let name = Phrase(
        text, SourceSpan(word.span.start, word.span.start + text.utf8.count))
      return .charter(
        .factWithoutValue(fact: charter.facts[fact].name, name, levels: charter.facts[fact].levels))
    case .syntax(.factWithoutAction(let name, nil)):
      let names = charter.facts.lazy.map(\.name)
      if factPlace(name.text) != nil || NearestName.find(name.text, among: names) != nil {
        return error
      }
      let first = name.text.prefix { $0 != " " }
      let span = SourceSpan(name.span.start, name.span.start + first.utf8.count)
      return .syntax(.unknownLine(word: Phrase(String(first), span), near: nil))
    default: return error
    }
  }

  /// The fact whose name a line begins with, the longest one, and how the line spells it.
  private func leadingFact(of text: String) -> (fact: Int, name: String)? {
    // No name is longer; a line of a megabyte is not searched from its end.
    var name = text.prefix(200)
    while !name.isEmpty {
      if let fact = factPlace(String(name)) { return (fact, String(name)) }
      guard let gap = name.lastIndex(of: " ") else { return nil }
      name = name[..<gap]
    }
    return nil
  }

  private mutating func hold(
    _ line: SourceLine, _ error: LineError, intended: SubjectKind?, isTyped: Bool,
    _ outcome: inout LineOutcome
  ) {
    closeSubject(&outcome)
    subject = nil
    changeCount += 1
    waiting = Waiting(
      failed: line, error: error, intended: intended,
      isCopy: intended == .action && isCopy(error, line))
    if isTyped {
      outcome.diagnostics.append(error.diagnostic(on: line, fate: .holdsWhatFollows))
    }
  }

  /// Whether a line that could not be taken was probably meant to copy an action.
  private func isCopy(_ error: LineError, _ line: SourceLine) -> Bool {
    let word =
      if case .syntax(let error) = error { intendedWord(error, line) } else {
        Self.firstWord(of: line)
      }
    return word == "copy"
  }

  /// The kind of subject that a line which could not be read was probably meant to set.
  private func intendedSubject(_ error: LineError, _ line: SourceLine) -> SubjectKind? {
    guard case .syntax(let error) = error else { return nil }
    let word = intendedWord(error, line)
    return word == "copy" ? .action : SubjectKind(rawValue: word)
  }

  /// The word that a line which could not be read was probably meant to begin with.
  private func intendedWord(_ error: SyntaxError, _ line: SourceLine) -> String {
    var word = Self.firstWord(of: line)
    switch error {
    case .unknownLine(_, let near): word = near ?? ""
    case .badEncoding, .harmfulCharacter, .lineTooLong:
      word = NearestName.find(word, among: Keyword.subjects) ?? word
    default: break
    }
    return word
  }

  /// The first word of a line that could not be read, in lower case, as far as it can be seen.
  private static func firstWord(of line: SourceLine) -> String {
    let seen = line.text.unicodeScalars.prefix(200).filter {
      $0 == "\t" || !HarmlessText.isHarmful($0)
    }
    let words = String(String.UnicodeScalarView(seen)).lowercased()
      .split { $0 == " " || $0 == "\t" }
    return words.first { $0.first?.isLetter == true }.map(String.init) ?? ""
  }

  /// Whether a line that could not be read, and set no subject, cannot be a slip in an inner line.
  ///
  /// Inside an action that is a line without `is`, unless it is near a command. Whoever types a
  /// line alone sees what became of it before the next one, and goes on with the subject at hand.
  private func clearsSubject(_ error: LineError) -> Bool {
    guard case .action = subject, !isAlone else { return false }
    if case .syntax(.unknownLine(_, nil)) = error { return true }
    return false
  }

  private func isInner(_ error: LineError, _ syntax: LineSyntax?, _ line: SourceLine) -> Bool {
    switch syntax {
    case .use, .load, .weigh, .whatIf, .command: return false
    default: break
    }
    if case .syntax(.notInThisEdition) = error { return false }
    // A number alone is an answer to a question that is over, and says nothing of a plan.
    if isAlone, !line.text.contains(where: \.isLetter) { return false }
    if syntax == nil, case .syntax(let error) = error, isNearCommand(error, line) { return false }
    return subject != nil
  }

  /// Whether a line that could not be read is a command, or near one.
  private func isNearCommand(_ error: SyntaxError, _ line: SourceLine) -> Bool {
    var word = Self.firstWord(of: line)
    if case .unknownLine(_, let near) = error { word = near ?? word }
    return word != "copy"
      && LineParser.beginsCommand(word)
  }

  private static func keep(_ line: SourceLine, in dropped: inout [SourceLine]) {
    if dropped.count < Limits.mostFindings { dropped.append(line) }
  }

  private mutating func markIncomplete(
    _ line: SourceLine, _ error: LineError, _ syntax: LineSyntax?
  ) {
    guard subject != nil else { return }
    changeCount += 1
    switch subject {
    case .action(let place):
      var fact: Int?
      var group: String?
      if case .statement(let statement) = syntax {
        group = statement.group.map { name in
          guard
            actions[place].groups.count < Limits.mostGroups
              || actions[place].groupPlace(name.text) != nil
          else { return name.text }
          let own = actions[place].addGroup(name.text)
          return actions[place].groups[own].name
        }
        fact = factPlace(statement.fact.text)
        if fact == nil, case .charter(.unknown(_, _, let near?)) = error { fact = factPlace(near) }
      }
      // One line for each fact is enough to know that nothing must be guessed of it.
      guard
        actions[place].dropped.count < Limits.mostFindings
          || fact != nil && !actions[place].dropped.contains(where: { $0.fact == fact })
      else { return }
      actions[place].dropped.append(DroppedLine(line: line, fact: fact, group: group))
    case .expect(let place): Self.keep(line, in: &expectations[place].dropped)
    case .fact(let place): Self.keep(line, in: &charter.facts[place].dropped)
    case .ledger(let place): Self.keep(line, in: &ledgers[place].dropped)
    case .rule(let place): Self.keep(line, in: &charter.rules[place].dropped)
    case .charter, .phrases: charter.isIncomplete = true
    case nil: break
    }
  }
}

extension Workspace.Waiting {
  fileprivate mutating func hold(_ line: SourceLine, isAlone: Bool) {
    if isAlone { alone.insert(lines.count) }
    lines.append(line)
  }

  /// Takes over the lines that waited for an earlier try.
  fileprivate mutating func take(_ other: Workspace.Waiting) {
    (lines, alone) = (other.lines, other.alone)
  }
}

extension Diagnostic {
  /// The same finding, where the line that it is about is not the one that was typed just now but
  /// one of those that waited for it.
  fileprivate func ofLine(_ number: Int) -> Diagnostic {
    guard var line, line.file == nil else { return self }
    var moved = self
    line.file = "the lines that waited"
    line.number = number
    moved.line = line
    moved.sentences = sentences.map { sentence in
      sentence == LineFate.typed.sentence
        ? "The line is left out. Go up to it, mend it, Enter." : sentence
    }
    return moved
  }
}
