import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateSyntax

/// The first-run tour, in a session of its own inside the one at hand.
extension Session {
  mutating func beginTour(_ argument: String?, fromFile: Bool, _ response: inout Response) {
    guard !fromFile else {
      response.say("tour belongs to the prompt; inside a file it shows nothing.", width: width)
      return
    }
    guard tour == nil else {
      tellStep(&response)
      return
    }
    // INVARIANT: the example lives in a session of its own, so that nothing of the work at hand
    // can be touched, whatever is typed.
    var inner = Session(files: files, isTyped: isTyped, width: width)
    inner.lineNumber = lineNumber
    inner.outer = [self]
    inner.screen = screen
    inner.showsBeginnings = showsBeginnings
    inner.tour = Tour()
    inner.hasAnswered = true
    inner.sayExample()
    // The line that began the tour is no step of the example.
    inner.isTurningBack = true
    self = inner
    response.say(
      """
      \(bold: "The tour"): two minutes with an example. Enter takes the line that is prepared, any \
      other line works as well, and stop leaves. Your own work is not touched.
      """, width: width)
    tellStep(&response)
  }

  private mutating func sayExample() {
    for text in Tour.exampleLines { _ = workspace.read(SourceLine(text: text), isTyped: false) }
    saidHints.insert("new action")
    hasUnsavedWork = false
  }

  /// Answers a line while the tour is on.
  mutating func respondInTour(to bytes: [UInt8]) -> Response {
    var response = Response()
    let typed = String(decoding: bytes, as: UTF8.self).split(separator: " ").joined(separator: " ")
    if question != nil || interview != nil {
      response = respondPlainly(to: bytes)
      if question == nil, interview == nil { tellStep(&response, again: true) }
      return response
    }
    guard let step = tour?.current else { return endTour(typed, bytes) }
    switch typed.lowercased() {
    case "stop":
      leaveTour(&response)
      return response
    case "quit", "exit":
      leaveTour(&response)
      response.pieces += respondPlainly(to: bytes).pieces
      response.isOver = question == nil
      return response
    case "tour":
      tellStep(&response)
      return response
    default: break
    }
    let line = typed.isEmpty ? step.line : typed
    let isDone = step.isDone(by: line)
    if isDone { selectExample() }
    if typed.isEmpty {
      // Not behind a prompt: whoever plays the screen again types the empty line alone.
      response.show(TextLayout.wrap(.bold(line), width: width, first: "  ", indent: 4))
    }
    let answer = respondPlainly(to: typed.isEmpty ? Array(line.utf8) : bytes)
    response.pieces += answer.pieces
    response.clearsScreen = answer.clearsScreen
    if answer.piecesForReading > 0 { response.piecesForReading = response.pieces.count }
    guard tour != nil, question == nil, interview == nil else { return response }
    if isDone, !answer.findings.contains(where: { $0.severity == .error }) {
      tour?.step += 1
      tellStep(&response)
    } else {
      tellStep(&response, again: true)
    }
    return response
  }

  /// The example is what the prepared lines are about, whatever was typed in between.
  private mutating func selectExample() {
    guard let place = workspace.actionPlace(Tour.example) else { return sayExample() }
    if workspace.subject != .action(place) { workspace.select(action: place) }
  }

  /// Tells the step at hand, in short where it was told already, and prepares its line.
  func tellStep(_ response: inout Response, again: Bool = false) {
    guard let tour else { return }
    response.show([""])
    let head = StyledText(
      "\(min(tour.step, Tour.steps.count) + 1) of \(Tour.steps.count + 1)", .bold)
    guard let step = tour.current else {
      response.show(
        TextLayout.wrap(
          again ? "The tour ends here." : Tour.ending, width: width, first: head + "  ",
          indent: indent))
      let keeping = mayKeep ? "; keep puts it among your actions" : ""
      response.say("Enter ends the tour, and the example goes\(keeping).", width: width)
      return
    }
    let text: StyledText = again ? "The tour goes on with:  \(step.line)" : step.text
    response.show(TextLayout.wrap(text, width: width, first: head + "  ", indent: indent))
    if !again, isTyped, !showsBeginnings {
      response.show(
        TextLayout.wrap(
          "The prepared line:  \(step.line)", width: width, first: ReferenceLayout.blanks(indent),
          indent: indent))
    }
    response.beginning = step.line
    response.isBeginningOffered = true
  }

  private var indent: Int { width >= 60 ? 8 : 2 }

  // MARK: - The end

  /// Whether the example fits the work that goes on after the tour.
  private var mayKeep: Bool {
    guard let own = outer.first?.workspace else { return false }
    return own.charter.name == BuiltInCharter.name && own.actionPlace(Tour.example) == nil
      && own.waiting == nil && workspace.actionPlace(Tour.example) != nil
  }

  private mutating func endTour(_ typed: String, _ bytes: [UInt8]) -> Response {
    var response = Response()
    let isKept = typed.lowercased() == "keep" && mayKeep
    let lines =
      workspace.actionPlace(Tour.example).map {
        Workspace.lines(of: workspace.actions[$0], workspace.charter)
      } ?? []
    leaveTour(isKept: isKept, &response)
    if isKept {
      let before = workspace
      for line in lines {
        if case .subject(let text) = line { read(text) }
        if case .inner(let text) = line { read(text) }
      }
      note(before, "the example of the tour", &response)
    } else if !["", "stop", "keep", "no", "yes", "tour"].contains(typed.lowercased()) {
      // The first line of the person's own work.
      let answer = respondPlainly(to: bytes)
      response.pieces += answer.pieces
      response.isOver = answer.isOver
    }
    return response
  }

  private mutating func read(_ text: String) {
    _ = workspace.read(SourceLine(text: text), isTyped: true)
  }

  /// Goes back to the work at hand.
  mutating func leaveTour(isKept: Bool = false, _ response: inout Response) {
    guard tour != nil, var own = outer.first else { return }
    own.width = width
    own.lineNumber = lineNumber
    self = own
    hasAnswered = true
    let end = isKept ? "; the example is kept" : ", and its example is gone"
    response.say(
      "The tour is over\(end). ask or action NAME begins a plan of your own.", width: width)
  }
}
