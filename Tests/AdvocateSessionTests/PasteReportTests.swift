import AdvocateDiagnostics
import AdvocateSession
import Testing

/// A paste at the prompt, from the side of the session.
@Suite struct PasteReportTests {
  /// Hands out a paste line by line, then the end.
  private final class PastingReader: LineReader {
    private var lines: [String]
    private let cancelled: Int?
    private let isLong: Bool
    private var given = 0

    init(_ lines: [String], cancelledAfter: Int? = nil, isLong: Bool = true) {
      self.lines = lines.reversed()
      self.isLong = isLong
      cancelled = cancelledAfter
    }

    var isPasting: Bool { isLong && !lines.isEmpty }
    var hasPastedLines: Bool { !lines.isEmpty }

    func read(prompt: String, beginning: String) -> LineReading {
      given += 1
      if given - 1 == cancelled {
        lines = []
        return .cancelled
      }
      return lines.popLast().map { .line(Array($0.utf8)) } ?? .terminated(signal: 1)
    }
  }

  private func shown(_ reader: PastingReader) -> String {
    var text = ""
    var loop = Loop(
      session: Session(files: MemoryFiles().forSession, isTyped: true), reader: reader,
      style: { OutputStyle(width: 60, isStyled: false, isASCII: false) },
      showAnswer: {
        text += $0
        return true
      },
      showFinding: {
        text += $0
        return true
      }, clearScreen: {})
    _ = loop.run()
    return text
  }

  @Test func manyLinesAreReportedOnce() {
    let text = shown(
      PastingReader([
        "action Phone to cancel", "effort to join is one step", "effort to leave = 4",
        "action Letter to cancel", "effort to leave is a call",
      ]))
    #expect(
      text.hasPrefix("5 lines read: 2 actions, 3 facts. judge all judges them.\n"), "\(text)")
  }

  @Test func findingsShowTheLineTheyMean() {
    let text = shown(
      PastingReader([
        "action Phone to cancel", "effort to join is one step", "efort to leave is a call", "",
      ]))
    let wanted = """
      4 lines read: 1 action, 1 fact; 1 line was not understood:
      the paste, line 3   (explain 20)
        efort to leave is a call
        ^^^^^^^^^^^^^^

      """
    #expect(text.hasPrefix(wanted), "\(text)")
    #expect(
      text.contains(
        "The line is left out. To mend it: action Phone to cancel,\nthen go up to the line.\n"),
      "\(text)")
  }

  @Test func answersToCommandsAreShownWhereTheyStand() throws {
    let text = shown(
      PastingReader([
        "action Phone to cancel", "effort to leave is a call", "judge", "moves the job is harder",
      ]))
    let verdict = try #require(text.firstRange(of: "Phone to cancel is"))
    let report = try #require(text.firstRange(of: "4 lines read: 1 action, 2 facts.\n"))
    #expect(verdict.lowerBound < report.lowerBound)
  }

  @Test func aPasteThatIsCutShortIsReportedToo() {
    let text = shown(
      PastingReader(
        ["action Phone to cancel", "effort to leave is a call", "judge"], cancelledAfter: 2))
    #expect(text.hasPrefix("2 lines read: 1 action, 1 fact. judge judges it.\n"), "\(text)")
  }

  @Test(arguments: [true, false])
  func theQuestionAtHandIsShownOnceAtTheEnd(isLong: Bool) throws {
    let text = shown(
      PastingReader(
        [
          "action Phone to cancel", "ask", "effort to join is one step",
          "would show customer is reluctantly", "# what they said", "effort to leave is a call", "",
          "# that is all",
        ], isLong: isLong))
    #expect(text.split(separator: " of 11  ").count == 2, "\(text)")
    if isLong {
      let report = try #require(text.firstRange(of: "8 lines read:"))
      let question = try #require(text.firstRange(of: " of 11  "))
      #expect(report.lowerBound < question.lowerBound)
    }
  }

  @Test func manyFindingsAreCounted() {
    let text = shown(
      PastingReader(["action Phone"] + (1...24).map { "efort \($0) is a call" } + [""]))
    #expect(text.hasPrefix("26 lines read: 1 action; 24 lines were not understood:\n"), "\(text)")
    #expect(text.contains("the paste, line 21 "))
    #expect(!text.contains("the paste, line 22 "))
    #expect(
      text.contains(
        "and 4 more. Save the lines as a file and load it to see all\nof them.\n"), "\(text)")
  }
}
