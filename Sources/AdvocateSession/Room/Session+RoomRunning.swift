import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateReports

/// Running a meeting: the program, prepared lines, marked states, and the minutes.
extension Session {
  // MARK: - The plan

  mutating func roomPlan(_ words: [String], _ response: inout Response) {
    guard let word = words.first else {
      guard let plan = room?.plan else {
        response.say(
          """
          \(bold: "room plan 45") is one case with three polls; \(bold: "room plan 90") is three \
          lessons and two cases of your own.
          """, width: width)
        return
      }
      return showPlan(plan, &response)
    }
    guard words.count == 1, let plan = RoomPlan.all.first(where: { String($0.minutes) == word })
    else {
      response.refuse(
        "There are plans of 45 and of 90 minutes:  \(bold: "room plan 45")", width: width)
      return
    }
    room?.plan = plan
    room?.step = nil
    response.pieces = []
    showPlan(plan, &response)
  }

  private mutating func showPlan(_ plan: RoomPlan, _ response: inout Response) {
    showTitled(&response)
    response.say(
      "\(bold: "\(plan.minutes) MINUTES")   the minutes are told, not measured", width: width)
    response.show([""])
    for (place, step) in plan.steps.enumerated() {
      let isNow = room?.step == place
      let mark = isNow ? "→ " : "  "
      let start = TextLayout.padLeft(String(plan.start(of: place)), to: 3)
      let minutes = TextLayout.padLeft(String(step.minutes), to: 3)
      response.show(
        TextLayout.wrap(
          StyledText("\(mark)from \(start)  \(minutes) min  ")
            + StyledText(
              step.title, isNow ? .bold : .plain), width: width, indent: 21))
    }
    response.show([""])
    response.say(
      room?.step == nil
        ? "\(bold: "next") begins." : "\(bold: "next") goes on.", width: width)
  }

  mutating func nextStep(_ response: inout Response) {
    guard let plan = room?.plan else {
      response.refuse(
        "No plan is on. \(bold: "room plan 45") or \(bold: "room plan 90") takes one.",
        width: width)
      return
    }
    let place = room?.step.map { $0 + 1 } ?? 0
    guard plan.steps.indices.contains(place) else {
      response.say(
        """
        The plan is at its end, after \(plan.minutes) minutes. \(bold: "minutes") shows what it \
        came to, \(bold: "room off") leaves.
        """, width: width)
      return
    }
    room?.step = place
    let step = plan.steps[place]
    let start = plan.start(of: place)
    showTitled(&response)
    response.say(
      """
      \(bold: step.title.uppercased())   \(step.minutes) minutes, from \(start) to \
      \(start + step.minutes) of \(plan.minutes)
      """, width: width)
    response.show([""])
    response.show(TextLayout.wrap(StyledText(step.text), width: width, first: "   ", indent: 3))
    response.show([""])
    for (place, line) in step.typed.enumerated() {
      response.show(["   " + StyledText(place == 0 ? "Type  " : "      ") + .bold(line)])
    }
    response.show([""])
    let after = place + 1
    response.say(
      after < plan.steps.count
        ? """
        Then \(bold: "next"): \(plan.steps[after].title), \(plan.steps[after].minutes) minutes.
        """
        : "That is the last step.", width: width)
  }

  // MARK: - Marked states

  mutating func checkpoint(_ name: String, _ response: inout Response) {
    guard !name.isEmpty else {
      let names = (room?.checkpoints ?? []).map(\.name)
      response.say(
        names.isEmpty
          ? "A name stands behind it:  \(bold: "checkpoint start")"
          : "Marked so far: \(names.joined(separator: ", ")). \(bold: "back to \(names[0])")",
        width: width)
      return
    }
    let isAgain = room?.checkpoints.contains { $0.name.lowercased() == name.lowercased() } ?? false
    room?.checkpoints.removeAll { $0.name.lowercased() == name.lowercased() }
    room?.checkpoints.append(Room.Checkpoint(name: name, workspace: workspace))
    response.say(
      "\(bold: name) is marked\(isAgain ? " anew" : ""). \(bold: "back to \(name)") returns here.",
      width: width)
  }

  mutating func goBack(to name: String, _ response: inout Response) {
    let checkpoints = room?.checkpoints ?? []
    let known = checkpoints.map(\.name)
    guard !name.isEmpty, case .found(let place) = NameMatch.find(name, among: known) else {
      let words: StyledText =
        known.isEmpty
        ? "Nothing is marked yet:  \(bold: "checkpoint start")"
        : "Marked are: \(known.joined(separator: ", ")).  \(bold: "back to \(known[0])")"
      response.say(words, width: width)
      return
    }
    let target = checkpoints[place].workspace
    guard room?.isLocked == false || workspace.charter.judges(as: target.charter) else {
      return tellLocked(&response)
    }
    let before = workspace
    workspace = target
    while workspace.changeCount <= before.changeCount { workspace.noteChange() }
    forgetJudge()
    trial = nil
    room?.supposed = nil
    note(before, "back to \(checkpoints[place].name)", &response)
    recording?.instead = ["# | What came after the mark stays in this record."]
    response.say(
      """
      Back at \(bold: checkpoints[place].name). Votes and objections stay; \(bold: "undo") takes \
      this back.
      """, width: width)
  }

  // MARK: - A prepared file

  mutating func replay(_ argument: String, _ response: inout Response) {
    let word = argument.lowercased()
    if argument.isEmpty || word == "again" || word == "off" {
      guard var now = room?.replay else {
        response.say(
          "A file of lines stands behind it:  \(bold: "replay case.advocate")", width: width)
        return
      }
      switch word {
      case "off":
        room?.replay = nil
        response.say("\(now.path) stops here; what it said stays.", width: width)
        return
      case "again": now.place = 0
      default: break
      }
      room?.replay = now
      return tellReplay(now, &response)
    }
    switch ScriptReader.lines(of: argument, files.read) {
    case .failure(let error): report([error.diagnostic(file: argument)], &response)
    case .success(let found):
      let lines = found.map { String(decoding: $0, as: UTF8.self).trimmingBlanks }
        .filter { !$0.isEmpty }
      let replay = Room.Replay(path: argument, lines: lines)
      room?.replay = replay
      guard isTyped else { return playAll(&response) }
      tellReplay(replay, &response)
    }
  }

  private func tellReplay(_ replay: Room.Replay, _ response: inout Response) {
    let rest = replay.lines.count - replay.place
    let words: StyledText =
      rest == 0
      ? "\(bold: replay.path) is at its end; \(bold: "replay again") begins anew."
      : """
      \(bold: replay.path): \(rest == 1 ? "1 line" : "\(rest) lines") to come. Enter takes the \
      next one; your own lines may come between.
      """
    response.say(words, width: width)
  }

  /// Where nobody presses Enter, all lines come at once.
  private mutating func playAll(_ response: inout Response) {
    while let now = room?.replay, now.place < now.lines.count, !Interruption.isRequested {
      let answer = playNext()
      response.pieces += answer.pieces
      response.isRefused = response.isRefused || answer.isRefused
      response.hasFailedToWrite = response.hasFailedToWrite || answer.hasFailedToWrite
      if answer.isOver {
        response.isOver = true
        return
      }
    }
  }

  /// Takes the next line of the prepared file.
  mutating func playNext() -> Response {
    var response = Response()
    guard var now = room?.replay, now.place < now.lines.count else {
      if isTyped, room?.replay != nil, saidHints.insert("replay is over").inserted {
        response.say("The prepared lines are through; your own go on.", width: width)
      }
      return response
    }
    let line = now.lines[now.place]
    now.place += 1
    room?.replay = now
    if line.hasPrefix("#") {
      // What stands there is for the room to hear.
      let words = String(line.drop { $0 == "#" || $0 == " " })
      response.show(TextLayout.wrap(StyledText(words), width: width, first: "  ", indent: 2))
      return response
    }
    let shown = TextLayout.wrap(.bold(line), width: width, first: "  ", indent: 4)
    guard roomWord(line) != "replay" else {
      response.show(shown)
      response.say("A prepared file cannot play another; this line is left out.", width: width)
      return response
    }
    let recorded = recording?.instead ?? []
    recording?.instead = nil
    let answer = respondInRoom(to: Array(line.utf8))
    let own = recording?.instead ?? [line]
    recording?.instead = recorded + own
    if !answer.clearsScreen { response.show(shown) }
    response.pieces += answer.pieces
    response.clearsScreen = answer.clearsScreen
    response.isOver = answer.isOver
    response.isRefused = answer.isRefused
    response.hasFailedToWrite = answer.hasFailedToWrite
    if answer.piecesForReading > 0 { response.piecesForReading = response.pieces.count }
    return response
  }

  // MARK: - The minutes

  mutating func tellMinutes(_ argument: String, _ response: inout Response) {
    let words = argument.split(separator: " ").map(String.init)
    if words.first?.lowercased() == "review" {
      let text = words.dropFirst().joined(separator: " ")
      let today = journalKeeping?.today()
      let day = today.map { DecisionDraft.day(text, today: $0) } ?? CalendarDay(text)
      guard let day else {
        let example = (today ?? CalendarDay(number: 20_878)).adding(days: 42).text
        response.refuse(
          """
          "\(text)" is no day to come. A day is said like this:  \
          \(bold: "minutes review \(example)")  or:  \(bold: "minutes review in 6 weeks")
          """, width: width)
        return
      }
      room?.review = day.text
      response.say("It is looked at again on \(bold: day.text).", width: width)
      return
    }
    var minutes = minutes
    if !keptHere.isEmpty, let content = journalContent(&response) {
      minutes.decisions = content.decisions.filter { keptHere.contains($0.number) }
    }
    let view = View.minutes(minutes)
    guard !argument.isEmpty else {
      showTitled(&response)
      return answer(view, &response)
    }
    guard mayWrite(to: argument, by: "minutes", &response) else { return }
    if let reason = files.write(argument, MarkdownReport.document(view, isFile: true)) {
      response.hasFailedToWrite = true
      response.refuse(
        "\(bold: argument) could not be written: \(reason). Nothing is lost; try another name.",
        width: width)
      return
    }
    hasReachedOut = true
    if let meeting = room?.meeting { room?.kept = meeting }
    response.say("The minutes stand in \(bold: argument).", width: width)
  }

  /// What the meeting came to so far.
  var minutes: Minutes {
    var minutes = Minutes()
    guard let room else { return minutes }
    let here = workspace.actions.map(\.name)
    let revealed =
      here.filter { room.revealed[$0] != nil }
      + room.revealed.keys.filter { workspace.actionPlace($0) == nil }.sorted()
    let inMind = actionInMind.map { $0.saidCount > 0 ? [$0.name] : [] } ?? []
    var names: [String] = []
    for name in room.ballots.map(\.plan) + revealed + inMind where !names.contains(name) {
      names.append(name)
    }
    var session = self
    let judge = session.judge()
    minutes.plans = names.map { name in
      guard let place = workspace.actionPlace(name) else {
        return Minutes.Plan(name: name, lines: [], judgement: nil, outlook: nil, isGone: true)
      }
      let action = workspace.actions[place]
      let judgement = isRevealed(action) ? judge.judge(action) : nil
      return Minutes.Plan(
        name: action.name, lines: roomLines(ofAction: name), judgement: judgement,
        outlook: judgement.map { judge.outlook(of: $0) })
    }
    minutes.ballots = room.ballots
    minutes.questions = ownedQuestions
    minutes.challenges = challengeSentences
    minutes.dissent = room.dissent
    minutes.premortem = room.premortem
    minutes.review = room.review
    return minutes
  }
}
