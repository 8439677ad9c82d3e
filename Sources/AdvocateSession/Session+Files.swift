import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// Commands that read and write files, and leaving.
extension Session {
  mutating func use(_ name: Phrase, _ line: SourceLine, _ response: inout Response) {
    var reader = ScriptReader(files: files.read)
    let result = reader.charter(name, line)
    report(reader, &response)
    switch result {
    case .failure(let box): report([box.diagnostic], &response)
    case .success(let charter):
      switch workspace.use(
        charter, as: name, fate: line.file == nil && isTyped ? .typed : .leftOut(of: nil))
      {
      case .failure(let box): report([box.diagnostic], &response)
      case .success(let findings):
        report(findings, &response)
        guard isTyped, line.file == nil else { return }
        let used = workspace.charter.rules.count { $0.isUsed }
        response.say(
          """
          \(bold: workspace.charter.name) is in force: \(used == 1 ? "1 rule" : "\(used) rules"), \
          \(workspace.charter.totalWeight) points of weight.
          """, width: width)
      }
    }
  }

  /// Reports what a reader found, and how much more.
  mutating func report(_ reader: ScriptReader, _ response: inout Response) {
    report(reader.diagnostics, &response)
    guard reader.untold > 0 else { return }
    response.untold += reader.untold
    response.say("Not shown: \(Self.findings(reader.untold)) more.", width: width)
  }

  private static func findings(_ count: Int) -> String {
    count == 1 ? "1 finding" : "\(Number(count).exactDecimal) findings"
  }

  /// Takes the lines of a file as if they were typed, but for the place that findings name.
  mutating func load(_ name: String, _ line: SourceLine, _ response: inout Response) {
    let path = ScriptReader.path(name, besideFile: line.file)
    namedFiles = loading.isEmpty ? 0 : namedFiles + 1
    if namedFiles > Limits.mostNamedFiles {
      report([FileError.tooMany.diagnostic(file: path, line: line)], &response)
      return
    }
    if loading.contains(path) {
      report([FileError.cycle(loading + [path]).diagnostic(file: path, line: line)], &response)
      return
    }
    guard loading.count < FileError.deepestNesting else {
      report([FileError.tooDeep.diagnostic(file: path, line: line)], &response)
      return
    }
    let counts = (
      actions: workspace.actions.count, findings: response.findings.count,
      held: response.heldExpectations, failed: failedExpectations
    )
    let untold = response.untold
    switch ScriptReader.lines(of: path, files.read) {
    case .failure(let error):
      report([error.diagnostic(file: path, line: line.file == nil ? nil : line)], &response)
      return
    case .success(let lines):
      report(workspace.finish(), &response)
      loading.append(path)
      let outer = (undoSteps, redoSteps, hasUnsavedWork)
      // A file takes back its own lines only; it costs time to be able to, and few files do it.
      let turnsBack = lines.contains { Self.turnsBack($0) }
      if turnsBack { (undoSteps, redoSteps) = ([], []) }
      var shown = 0
      for (place, bytes) in lines.enumerated() where !Interruption.isRequested {
        let told = response.pieces.count
        let before = turnsBack ? workspace : nil
        let reading = LineParser.read(bytes, subject: workspace.subjectKind)
        let text = String(decoding: bytes.prefix(2 * LineText.longestLine), as: UTF8.self)
        take(SourceLine(file: path, number: place + 1, text: text), reading, &response)
        if let before { note(before, text, &response) }
        response.keepFindings(from: told, &shown)
      }
      if turnsBack { (undoSteps, redoSteps, hasUnsavedWork) = outer }
      report(workspace.finish(), &response)
      loading.removeLast()
    }
    guard isTyped, line.file == nil else { return }
    if fileName == nil {
      fileName = path
      // Saving writes what was understood: remarks, commands and unread lines would go.
      holdsMore = files.read(path) != .success(Array(workspace.document.utf8))
    }
    tellLoaded(path, since: counts, untold: response.untold - untold, &response)
  }

  /// Whether a line of a file begins with `undo` or `redo`.
  private static func turnsBack(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.drop { $0 == UInt8(ascii: " ") }.prefix(4)
    let text = String(decoding: word, as: UTF8.self).lowercased()
    return text == "undo" || text == "redo"
  }

  private mutating func tellLoaded(
    _ path: String, since counts: (actions: Int, findings: Int, held: Int, failed: Int),
    untold: Int, _ response: inout Response
  ) {
    let added = workspace.actions.count - counts.actions
    let wrong = response.findings.dropFirst(counts.findings).count { $0.severity == .error }
    var text: StyledText = "\(bold: path) is read: \(added == 1 ? "1 action" : "\(added) actions")"
    if added == 0 { text = "\(bold: path) is read; it holds no new action" }
    if wrong > 0 {
      text += StyledText(", with \(Self.findings(wrong)) above")
    }
    if untold > 0 { text += StyledText(" and \(Self.findings(untold)) more, not shown") }
    text += "."
    let first = counts.actions + 1
    let next = room == nil ? "judge \(first) judges" : "poll \(first) asks the room about"
    if added == 1 { text += StyledText(" \(next) it.") }
    if added > 1 { text += StyledText(" list shows them, \(next) the first.") }
    response.say(text, width: width)
    tellExpectations(
      held: response.heldExpectations - counts.held, failed: failedExpectations - counts.failed,
      &response)
    // What was just read is on the disk already.
    isOnDisk = undoSteps.isEmpty
  }

  /// Says how many of the expectations in a file hold; those that do not were told one by one.
  private func tellExpectations(held: Int, failed: Int, _ response: inout Response) {
    switch (held, failed) {
    case (0, 0): return
    case (0, 1): response.say("1 expectation does not hold.", width: width)
    case (0, _): response.say("\(failed) expectations do not hold.", width: width)
    default:
      let holds = held == 1 ? "1 expectation holds" : "\(held) expectations hold"
      let fails = failed == 0 ? "" : failed == 1 ? ", 1 does not" : ", \(failed) do not"
      response.say("\(holds)\(fails).", width: width)
    }
  }

  // MARK: - Saving

  /// Whether a file may be written: nothing is there, or the same line came twice.
  ///
  /// - Parameter command: what writes it, so that a line of another command counts for nothing.
  mutating func mayWrite(
    to path: String, by command: String, _ response: inout Response
  ) -> Bool {
    let key = "\(command) \(path)"
    guard !files.exists(path) || mayReplace == key else {
      mayReplace = key
      response.refuse(
        "\(bold: path) is there already. The same line once more replaces it.", width: width)
      return false
    }
    mayReplace = nil
    return true
  }

  mutating func save(_ name: String?, _ response: inout Response) {
    let file = name ?? fileName ?? proposedName
    guard isFileName(file, &response) else { return }
    if workspace.document.isEmpty, !files.exists(file) {
      response.refuse("There is nothing to save yet.", width: width)
      return
    }
    let isOwn = file == fileName && !holdsMore
    if !isOwn, mayReplace != file, files.exists(file) {
      mayReplace = file
      response.refuse(
        file == fileName
          ? """
          \(bold: file) would lose something: remarks, commands or lines that could not be read. \
          The same line once more replaces it.
          """ : "\(bold: file) is there already. The same line once more replaces it.",
        width: width)
      return
    }
    if let reason = files.write(file, workspace.document) {
      response.hasFailedToWrite = true
      response.refuse(
        "\(bold: file) could not be written: \(reason). Nothing is lost; try another name.",
        width: width)
      return
    }
    hasReachedOut = true
    fileName = file
    holdsMore = false
    mayReplace = nil
    hasUnsavedWork = false
    let count = workspace.actions.count
    let what = count == 0 ? "the charter" : count == 1 ? "1 action" : "\(count) actions"
    response.say("Saved \(what) in \(file).", width: width)
    guard let waiting = workspace.waiting, !waiting.lines.isEmpty else { return }
    let number = waiting.lines.count
    response.say(
      """
      Not in it: \(number == 1 ? "the line" : "the \(number) lines") below \
      "\(waiting.failed.text)", which \(number == 1 ? "waits" : "wait") for that line to be mended.
      """, width: width)
  }

  /// Whether a file may be called so that is written for the first time; says why where not.
  private func isFileName(_ name: String, _ response: inout Response) -> Bool {
    if AnswerForm.parted(Phrase(name, SourceSpan(0, 0))).rest?.text != name {
      response.refuse(
        """
        save writes all lines as they are typed, and in no other form. An answer is written from \
        the command line, as in:  advocate answer "rank as json" FILE -o rank.json
        """, width: width)
      return false
    }
    guard name == fileName || name.contains(where: { $0 == "." || $0 == "/" }) else {
      response.refuse(
        "A file name ends in .advocate; \"\(name)\" is none. As in:  save \(name).advocate",
        width: width)
      return false
    }
    return true
  }

  /// A file name made from the first action's first words.
  var proposedName: String {
    let name = workspace.actions.first?.name ?? workspace.charter.name
    let letters = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let words = String(letters).split(separator: "-").prefix(4)
    return (words.isEmpty ? "advocate" : words.joined(separator: "-")) + ".advocate"
  }

  // MARK: - Leaving

  mutating func leave(_ response: inout Response) {
    if asksToKeepMeeting(before: "quit", &response) { return }
    guard isTyped, hasUnsavedWork, fileName != nil || !workspace.document.isEmpty else {
      response.isOver = true
      return
    }
    let file = fileName ?? proposedName
    question = .leaving(file: file)
    let names = workspace.actions.map(\.name)
    let what =
      names.isEmpty
      ? "The changes of the charter are not saved yet."
      : names.count == 1
        ? "1 action is not saved yet: \(names[0])."
        : "\(names.count) actions are not saved yet: \(Self.brief(names))."
    response.say(StyledText(what), width: width)
    response.say("Save first?   yes (as \(file)), another file name, no, stay", width: width)
  }

  private static func brief(_ names: [String]) -> String {
    names.count <= 4
      ? names.joined(separator: ", ")
      : names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more"
  }

  mutating func answerQuestion(_ answer: String, _ response: inout Response) {
    guard case .leaving(let file)? = question else { return }
    question = nil
    let typed = answer.split(separator: " ").joined(separator: " ")
    switch typed.lowercased() {
    case "no", "n": response.isOver = true
    case "stay", "s", "": response.say("Nothing was saved; the work goes on.", width: width)
    case "yes", "y": saveAndLeave(file, &response)
    default:
      let name = typed.lowercased().hasPrefix("yes as ") ? String(typed.dropFirst(7)) : typed
      guard name.contains(where: { $0 == "." || $0 == "/" }) else {
        response.say("A file name ends in .advocate; \"\(name)\" is none.", width: width)
        leave(&response)
        return
      }
      saveAndLeave(name, &response)
    }
  }

  private mutating func saveAndLeave(_ file: String, _ response: inout Response) {
    save(file, &response)
    if hasUnsavedWork { leave(&response) } else { response.isOver = true }
  }

  /// Leaves after the end of the lines came in answer to the question.
  ///
  /// Lines that have ended do not come back, so that the question cannot be asked for ever.
  mutating func leaveUnanswered(_ response: inout Response) {
    let isKept = keeping.isKept()
    guard isKept || unansweredEnds > 3 else { return }
    response = Response()
    response.isOver = true
    leavesWorkBehind = true
    if isKept {
      response.say("Not saved, and not lost: the next start offers it.", width: width)
    }
  }

  /// Drops the question that the last line asked, as Ctrl-C does; what was answered stays said.
  @discardableResult
  public mutating func cancelQuestion() -> Response {
    var response = Response()
    unansweredEnds = 0
    if tour != nil, question == nil, interview == nil {
      leaveTour(&response)
      return response
    }
    if case .quiz(let quiz) = question { endQuiz(quiz, &response) }
    _ = endJournalQuestion(&response)
    if run != nil, question == nil, interview == nil {
      leaveLesson(&response)
      return response
    }
    question = nil
    screen?.rest = []
    endCollecting(&response)
    stopInterview(&response)
    tellStep(&response, again: true)
    return response
  }
}
