import AdvocateDiagnostics
import AdvocateSession
import Testing

/// What comes of predictions where no transcript looks.
struct PredictionTests {
  private func play(_ lines: String, typed: Bool, _ files: MemoryFiles) -> String {
    var session = Session(
      files: .none, isTyped: typed, predictions: typed ? files.predictionKeeping : nil)
    var text = ""
    for line in lines.split(separator: "\n") {
      for case .lines(let lines) in session.respond(to: String(line)).pieces {
        text += OutputStyle(width: 80).render(lines)
      }
    }
    return text
  }

  private let plan = """
    action Phone to cancel
    effort to join is one step
    effort to leave is a call
    the rest is untouched

    """

  @Test func aRevealedPredictionIsKeptAsOneLine() {
    let files = MemoryFiles()
    _ = play(plan + "predict against sure 80\njudge", typed: true, files)
    #expect(
      files.predictions == [
        "prediction\t80\tagainst the customer\tagainst the customer\tPhone to cancel"
      ])
  }

  @Test func judgingAgainRevealsNothingTwice() {
    let files = MemoryFiles()
    let text = play(plan + "predict mixed sure 80\njudge\njudge\nwhy", typed: true, files)
    #expect(files.predictions.count == 1)
    #expect(text.components(of: "You said mixed") == 1)
  }

  @Test func undoBringsNoPredictionBack() {
    let files = MemoryFiles()
    let text = play(
      plan + "predict mixed sure 80\neffort to leave is a form\nundo\njudge", typed: true, files)
    #expect(files.predictions.isEmpty)
    #expect(text.components(of: "You said") == 0)
    #expect(text.components(of: "taken back and not counted") == 1)
  }

  @Test func aRemarkIsNoChange() {
    let files = MemoryFiles()
    _ = play(plan + "predict mixed sure 80\nnote asked twice\njudge", typed: true, files)
    #expect(files.predictions.count == 1)
  }

  @Test func anotherPlanKeepsWaiting() {
    let files = MemoryFiles()
    let text = play(
      plan + """
        predict against sure 80
        action Refund
        moves the job is easier
        predict for sure 90
        judge
        """, typed: true, files)
    #expect(files.predictions.count == 1)
    #expect(text.components(of: "You said for the customer, 90 sure") == 1)
    #expect(text.components(of: "You said against the customer") == 0)
    // Both are told at once in a ranking.
    let other = play(
      plan + "predict against sure 80\naction Refund\nmoves the job is easier\nrank", typed: true,
      files)
    #expect(other.components(of: "You said against the customer, 80 sure") == 1)
  }

  @Test func aDocumentStaysWholeAndIsCounted() {
    let files = MemoryFiles()
    let text = play(plan + "predict mixed sure 80\njudge as json", typed: true, files)
    #expect(text.components(of: "You said") == 0)
    #expect(files.predictions.count == 1)
  }

  @Test func aPipeIsAnsweredTheSameEveryTime() {
    let files = MemoryFiles()
    let lines = plan + "predict mixed sure 80\njudge\npredict"
    let first = play(lines, typed: false, files)
    #expect(first == play(lines, typed: false, files))
    #expect(first.components(of: "0 of 1 prediction came true") == 1)
    #expect(files.predictions.isEmpty)
  }
}

extension String {
  /// How often `part` stands in it, whatever its line ends.
  fileprivate func components(of part: String) -> Int {
    let text = split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    return text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
