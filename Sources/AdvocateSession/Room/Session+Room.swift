import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// A meeting with one keyboard and one screen.
extension Session {
  /// The words that begin lines in a room alone, with what they do.
  static let roomWords: [(word: String, gloss: String)] = [
    ("poll", "asks the room what the charter will say"),
    ("poll do", "asks the room what it would do"),
    ("votes ", "counts hands, letter by letter"),
    ("revote", "asks the same once more, after the talk in pairs"),
    ("reveal", "tells the verdict"),
    ("challenge ", "doubts a weight, and lets hands decide"),
    ("accept because ", "takes the challenged weight"),
    ("drop because ", "leaves the challenged weight as it is"),
    ("lock weights", "nobody changes a weight from here on"),
    ("unlock weights", "weights may change again"),
    ("roles", "deals five roles"),
    ("dissent", "collects written objections"),
    ("premortem", "collects reasons why it failed, seen from a year on"),
    ("owner ", "names who takes an open question along"),
    ("checkpoint ", "marks a state to go back to"),
    ("back to ", "goes back to a marked state"),
    ("replay ", "plays a prepared file, one line for each Enter"),
    ("next", "the next step of the plan"),
    ("minutes", "what the meeting came to"),
    ("blank", "hides the screen, and shows it again"),
    ("bigger pause", "each line waits for Enter"),
    ("smaller pause", "answers come page by page again"),
  ]

  /// What stands before the cursor in a room; nil outside of one.
  var roomPrompt: String? {
    if screen?.isHidden == true { return "room> " }
    if screen?.rest.isEmpty == false { return "Enter shows more> " }
    guard let room else { return nil }
    switch room.collecting {
    case .dissent: return "objection \(room.dissent.count + 1)> "
    case .premortem: return "reason \(room.premortem.count + 1)> "
    case nil: break
    }
    return room.isAsking || room.challenge != nil || workspace.currentAction == nil
      || workspace.waiting != nil ? "room> " : nil
  }

  // MARK: - Entering and leaving

  mutating func room(_ argument: String?, _ line: SourceLine, _ response: inout Response) {
    guard line.file == nil else {
      response.say("room belongs to the prompt; inside a file it shows nothing.", width: width)
      return
    }
    guard run == nil, tour == nil else {
      response.say(
        "The room waits outside; \(bold: "stop") goes back to it.", width: width)
      return
    }
    let words = (argument ?? "").lowercased().split(separator: " ").map(String.init)
    switch words.first {
    case nil: enterRoom(isNew: false, &response)
    case "new" where words.count == 1:
      if !asksToKeepMeeting(before: "room new", &response) { enterRoom(isNew: true, &response) }
    case "off" where words.count == 1: leaveRoom(&response)
    case "plan":
      if room == nil { enterRoom(isNew: false, &response) }
      roomPlan(Array(words.dropFirst()), &response)
    default:
      response.say(
        """
        \(bold: "room") opens the room, \(bold: "room off") leaves it, \(bold: "room new") begins \
        another, and \(bold: "room plan 45") shows a program.
        """, width: width)
    }
  }

  private mutating func enterRoom(isNew: Bool, _ response: inout Response) {
    hasAnswered = true
    let wasOn = room != nil
    if isNew || room == nil { room = isNew ? Room() : leftRoom ?? Room() }
    let isBack = !wasOn && leftRoom != nil && !isNew
    leftRoom = nil
    saidHints.insert("new action")
    if screen == nil { screen = RoomScreen() }
    fitWidth()
    response.clearsScreen = isTyped
    response.piecesForReading = 0
    response.say(
      "\(bold: "THE ROOM")   one keyboard, one screen, and no verdict before \(bold: "reveal")",
      width: width)
    if isBack {
      response.say("It goes on where it was left; room new begins another.", width: width)
    }
    response.show([""])
    for (typed, gloss) in Self.roomOverview {
      response.show(
        ReferenceLayout.row(
          ReferenceLayout.blanks(2) + .bold(typed), StyledText(gloss), column: 33, width: width))
    }
    response.show([""])
    response.say(
      "\(bold: "room off") leaves, \(bold: "help room") tells more.", width: width)
  }

  private static let roomOverview = [
    ("poll, votes 4 9 2, revote", "what will the charter say?"),
    ("poll do", "what would you do?"),
    ("reveal", "the verdict, beside the hands"),
    ("what if FACT is VALUE", "try a change, vote on it, reveal it"),
    ("challenge RULE is N", "doubt a weight; hands decide"),
    ("roles, dissent, premortem", "every voice before the talk"),
    ("replay FILE", "a prepared file, line by line"),
    ("checkpoint NAME, back to NAME", "go back on stage; undo, too"),
    ("blank, bigger pause", "hide the screen; line by line"),
    ("room plan 45, next", "a program, step by step"),
    ("owner, minutes FILE", "who asks what, and what it came to"),
  ]

  private mutating func leaveRoom(_ response: inout Response) {
    guard room != nil else {
      response.say("No room is open; \(bold: "room") opens one.", width: width)
      return
    }
    leftRoom = room
    room = nil
    screen = nil
    response.say(
      "The room is closed. Verdicts are told at once again; \(bold: "room") goes on with it.",
      width: width)
  }

  // MARK: - Each line

  /// Answers one line while a room is open.
  mutating func respondInRoom(to bytes: [UInt8]) -> Response {
    let text = String(decoding: bytes.prefix(2 * LineText.longestLine), as: UTF8.self)
    guard question == nil, interview == nil, HarmlessText.firstHarmful(in: text) == nil else {
      return respondPlainly(to: bytes)
    }
    unansweredEnds = 0
    var response = Response()
    let typed = text.split(separator: " ").joined(separator: " ")
    if text.utf8.count > Limits.longestLine, room?.collecting != nil || roomWord(typed) != nil {
      lineNumber += 1
      response.say(
        """
        The line is too long: \(Limits.longestLine) letters or so are the most. Nothing was \
        written down; say it in two lines.
        """, width: width)
      return response
    }
    if let collecting = room?.collecting {
      lineNumber += 1
      collect(typed, collecting, &response)
      return response
    }
    if typed.isEmpty {
      lineNumber += 1
      return playNext()
    }
    if let word = roomWord(typed), !isStatement(text) {
      lineNumber += 1
      recording?.instead = []
      let rest = String(typed.dropFirst(word.count).drop { $0 == " " })
      answerRoomWord(word, rest, &response)
      return response
    }
    if let slip = slip(text) {
      lineNumber += 1
      response.say(slip, width: width)
      return response
    }
    return respondUnlessLocked(to: bytes)
  }

  /// What to say of a line that begins nearly like a word of the room, and that nothing else reads;
  /// nil for any other.
  private func slip(_ text: String) -> StyledText? {
    guard isTyped,
      case .failure(let error) =
        LineParser.read(text, subject: workspace.subjectKind).result
    else { return nil }
    switch error {
    case .unknownLine(let word, let near):
      let firsts = Self.roomWords.map { String($0.word.prefix { $0 != " " }) }
      let folded = word.text.prefix { $0 != " " }.lowercased()
      guard near == nil, let found = NearestName.find(folded, among: firsts) else { return nil }
      return """
        "\(folded)" is near \(bold: found). Nothing was changed: press Up, mend it, Enter.
        """
    default: return nil
    }
  }

  /// The word of the room that `typed` begins with.
  func roomWord(_ typed: String) -> String? {
    let folded = typed.lowercased()
    let words = Self.roomWords.map { $0.word.trimmingBlanks } + ["accept", "owner", "drop"]
    let fitting = words.filter { folded == $0 || folded.hasPrefix($0 + " ") }
    guard let longest = fitting.max(by: { $0.count < $1.count }) else { return nil }
    // To take something out is another thing than to leave a weight as it is.
    if longest == "drop", folded != "drop" || room?.challenge == nil { return nil }
    return longest == "poll do" ? "poll" : longest
  }

  /// Whether `text` says a fact of the action at hand whose name begins like a word of the room.
  private func isStatement(_ text: String) -> Bool {
    guard
      case .success(.statement(let statement)) =
        LineParser.read(text, subject: workspace.subjectKind).result
    else { return false }
    return workspace.factPlace(statement.fact.text) != nil
  }

  /// Answers a line of the language or a command, unless it changes what is locked.
  private mutating func respondUnlessLocked(to bytes: [UInt8]) -> Response {
    let whole = self
    let response = respondPlainly(to: bytes)
    guard room?.isLocked == true, !workspace.charter.judges(as: whole.workspace.charter) else {
      return response
    }
    self = whole
    lineNumber += 1
    var refusal = Response()
    tellLocked(&refusal)
    return refusal
  }

  private mutating func answerRoomWord(
    _ word: String, _ rest: String, _ response: inout Response
  ) {
    var rest = rest
    if ["minutes", "poll", "reveal", "votes"].contains(word) {
      let (argument, form) = AnswerForm.parted(rest.isEmpty ? nil : Phrase(rest, SourceSpan(0, 0)))
      (rest, answerForm) = (argument?.text ?? "", form)
    }
    defer { answerForm = .text }
    hasAnswered = true
    switch word {
    case "poll": poll(rest, &response)
    case "votes": votes(rest, &response)
    case "revote": revote(rest, &response)
    case "reveal": revealToRoom(rest, &response)
    case "challenge": challenge(rest, &response)
    case "accept", "accept because": decide(true, word == "accept" ? "" : rest, &response)
    case "drop", "drop because": decide(false, word == "drop" ? "" : rest, &response)
    case "lock weights": lockWeights(&response)
    case "unlock weights": unlockWeights(&response)
    case "roles": dealRoles(&response)
    case "dissent": beginCollecting(.dissent, rest, &response)
    case "premortem": beginCollecting(.premortem, rest, &response)
    case "owner": owner(rest, &response)
    case "checkpoint": checkpoint(rest, &response)
    case "back to": goBack(to: rest, &response)
    case "replay": replay(rest, &response)
    case "next": nextStep(&response)
    case "minutes": tellMinutes(rest, &response)
    default: break
    }
  }

  /// What is said behind the finding about a word that works in a room only.
  func hintAtRoom(_ text: String, _ response: inout Response) {
    let typed = text.split(separator: " ").joined(separator: " ")
    let isUnknown = response.findings.contains { $0.severity == .error }
    guard room == nil, run == nil, isUnknown, typed.lowercased() != "drop",
      let word = roomWord(typed)
    else { return }
    response.say("\(bold: word) is a word of the room; \(bold: "room") opens one.", width: width)
  }

  /// Shows lines as a screen of their own.
  func showTitled(_ response: inout Response) { response.clearsScreen = isTyped }
}
