import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateReports

/// What a meeting came to outlives it: by its minutes, and without them by what is kept of unsaved
/// work.
extension Session {
  /// What the meeting, or the one that was left last, came to where no file holds it.
  var unkeptMeeting: Room.Meeting? {
    guard let room = room ?? leftRoom else { return nil }
    let meeting = room.meeting
    return meeting == room.kept ? nil : meeting
  }

  /// The minutes that stand in no file, as remarks.
  var unkeptMinutes: [String] {
    guard unkeptMeeting != nil else { return [] }
    var probe = self
    probe.room = room ?? leftRoom
    let text = MarkdownReport.document(.minutes(probe.minutes), isFile: true)
    return [LeftWork.minutesMark]
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { LeftWork.minutesLead + $0 }
  }

  /// Says once before `line` gives up a meeting that no file holds.
  ///
  /// - Returns: whether the line is to be said once more.
  mutating func asksToKeepMeeting(before line: String, _ response: inout Response) -> Bool {
    guard isTyped, let meeting = unkeptMeeting else { return false }
    if let askedToLose, askedToLose.line == line, askedToLose.meeting == meeting { return false }
    askedToLose = (line, meeting)
    let way: StyledText =
      room == nil
      ? "\(bold: "room") goes back to it, and there \(bold: "minutes FILE") keeps it"
      : "\(bold: "minutes FILE") keeps it"
    let loss = line == "quit" ? "leaves without it" : "gives it up"
    response.say(
      "What the meeting came to stands in no file yet. \(way); the same line once more \(loss).",
      width: width)
    return true
  }

  /// Shows the minutes that a session left behind.
  func tellMinutes(of work: LeftWork, _ response: inout Response) {
    response.say("The minutes of its meeting, which stood in no file:", width: width)
    for line in work.minutes {
      response.show(TextLayout.wrap(StyledText(line), width: width, first: "  ", indent: 4))
    }
    response.say(
      "They stay in \(work.id) until \(bold: "recover drop") forgets them.", width: width)
  }
}
