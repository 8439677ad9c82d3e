import AdvocateCharter
public import AdvocateDiagnostics
import AdvocateSyntax

/// Work that is not saved, in this session and in those that were ended from outside.
extension Session {
  /// The lines that bring back what was said since the last save; nil where nothing would be lost.
  public var unsavedText: String? {
    // What is typed in the tour or in a lesson is no work of the person's own.
    if let own = outer.first { return own.unsavedText }
    let minutes = isTyped ? unkeptMinutes : []
    guard isTyped, hasUnsavedWork || !minutes.isEmpty else { return nil }
    var text = hasUnsavedWork ? workspace.document : ""
    text += minutes.map { $0 + "\n" }.joined()
    if hasUnsavedWork, let waiting = workspace.waiting {
      text += ([LeftWork.waitingMark, waiting.failed.text] + waiting.lines.map(\.text))
        .map { $0 + "\n" }.joined()
    }
    return text.isEmpty ? nil : text
  }

  /// The file that the work was read from or saved in last.
  public var savedName: String? { outer.first?.savedName ?? fileName }

  /// What is said at the start of work that sessions left behind.
  public func noticeOfLeftWork() -> [StyledText] {
    let left = keeping.left()
    guard let first = left.first else { return [] }
    guard left.count == 1 else {
      return TextLayout.wrap("The work of \(left.count) sessions was not saved:", width: width)
        + left.enumerated().flatMap { place, work in
          TextLayout.wrap(
            StyledText("\(place + 1) " + described(work)), width: width, first: "  ", indent: 4)
        }
        + TextLayout.wrap(
          """
          \(bold: "recover 1") brings the first back, \(bold: "recover drop 1") forgets it.
          """, width: width)
    }
    return TextLayout.wrap(
      """
      Work of \(first.moment) was not saved: \(extent(first)). \(bold: "recover") brings it back, \
      \(bold: "recover drop") forgets it.
      """, width: width)
  }

  private func described(_ work: LeftWork) -> String { "\(work.moment): \(extent(work))" }

  private func extent(_ work: LeftWork) -> String {
    if work.lines.isEmpty, work.minutes.isEmpty { return "nothing that can be read" }
    return work.extent + (work.isDamaged ? ", and a part of it is missing" : "")
  }

  // MARK: - The command

  mutating func recover(_ argument: String?, _ line: SourceLine, _ response: inout Response) {
    guard isTyped, line.file == nil else {
      response.refuse("recover works at the prompt only.", width: width)
      return
    }
    let left = keeping.left()
    let words = (argument ?? "").lowercased().split(separator: " ").map(String.init)
    let isDrop = words.first == "drop"
    let chosen = isDrop ? words.dropFirst() : words[...]
    guard !left.isEmpty else {
      response.refuse("No session left unsaved work behind.", width: width)
      return
    }
    let which: [LeftWork]
    switch chosen.first {
    case nil where left.count == 1: which = left
    case "all"? where chosen.count == 1: which = left
    case let word? where chosen.count == 1:
      guard let number = Int(word), left.indices.contains(number - 1) else { fallthrough }
      which = [left[number - 1]]
    default:
      response.show(noticeOfLeftWork())
      if left.count > 1 {
        response.say("\(bold: "recover all") brings everything back.", width: width)
      }
      return
    }
    hasReachedOut = true
    for work in which { if isDrop { forget(work, &response) } else { bringBack(work, &response) } }
  }

  private func forget(_ work: LeftWork, _ response: inout Response) {
    response.say(
      keeping.forget(work)
        ? "The work of \(work.moment) is forgotten."
        : "The work of \(work.moment) could not be forgotten; it stays in \(work.id).",
      width: width)
  }

  private mutating func bringBack(_ work: LeftWork, _ response: inout Response) {
    if !work.lines.isEmpty || work.minutes.isEmpty { bringBackLines(work, &response) }
    if !work.minutes.isEmpty { tellMinutes(of: work, &response) }
  }

  private mutating func bringBackLines(_ work: LeftWork, _ response: inout Response) {
    let parts = work.text.split(separator: "\n", omittingEmptySubsequences: false)
    let mark = parts.firstIndex { $0 == LeftWork.waitingMark } ?? parts.endIndex
    let name = (work.folder.map { $0 + "/" } ?? "") + "unsaved work"
    report(workspace.finish(), &response)
    loading.append(name)
    let end = parts[..<mark].firstIndex { $0 == LeftWork.minutesMark } ?? mark
    for (place, text) in parts[..<end].enumerated() {
      take(SourceLine(file: name, number: place + 1, text: String(text)), &response)
    }
    report(workspace.finish(), &response)
    loading.removeLast()
    var unheard = Response()
    // What waited then has to wait now, too.
    isPasting = true
    for text in parts[mark...].dropFirst() where !text.isEmpty {
      take(SourceLine(file: nil, number: 0, text: String(text)), &unheard)
    }
    isPasting = false
    let soFar = recording?.instead ?? []
    recording?.instead = soFar + parts[..<end].map(String.init)
    workspace.noteChange()
    hasUnsavedWork = true
    // Only what is in this session now may go from where it was kept.
    let now = Set((unsavedText ?? "").split(separator: "\n").map { Self.bare($0) })
    let missing = work.lines.filter { !now.contains(Self.bare($0)) }
    if missing.isEmpty, !work.isDamaged {
      // Minutes are shown, and stand nowhere else.
      if work.minutes.isEmpty { broughtBack.append(work) }
      response.say("The work of \(work.moment) is back: \(work.extent).", width: width)
    } else {
      response.say(
        """
        The work of \(work.moment) is back, as far as it goes: \(extent(work)). \
        The file \(work.id) stays until \(bold: "recover drop") forgets it.
        """, width: width)
      for line in missing.prefix(5) { response.say("  Not as it was: \(line)", width: width) }
      if missing.count > 5 { response.say("  and \(missing.count - 5) more lines", width: width) }
    }
    if let waiting = workspace.waiting {
      response.say(
        "\"\(waiting.failed.text)\" still waits to be mended, and the lines below it wait, too.",
        width: width)
    }
    let file = work.fileName.map {
      $0.hasPrefix("/") ? $0 : (work.folder.map { $0 + "/" } ?? "") + $0
    }
    if let file {
      response.say("It belongs to \(file): save \(file) puts it there.", width: width)
    } else {
      response.say("It is still not saved: \(bold: "save") keeps it.", width: width)
    }
  }

  private mutating func take(_ line: SourceLine, _ response: inout Response) {
    take(line, LineParser.read(line.text, subject: workspace.subjectKind), &response)
  }

  private static func bare(_ line: Substring) -> String {
    line.split(separator: " ").joined(separator: " ")
  }

  /// The work that was brought back and stands in ``unsavedText`` now, for the caller to forget
  /// once that is kept.
  public mutating func takeBroughtBack() -> [LeftWork] {
    defer { broughtBack = [] }
    return broughtBack
  }
}
