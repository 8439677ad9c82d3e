import AdvocateSession

/// How long the prompt works between two keys, by the built-in charter.
enum Prompt {
  private static let lines = [
    "action Phone to cancel", "effort to leave is a call because mystery calls in October",
    "what if effort to leave is one step and moves the job is easier",
    "compare Phone to cancel with do nothing",
  ]

  static func run(_ watch: Stopwatch) {
    watch.head("the prompt, for each key")
    for line in lines {
      var session = Session(files: .none, isTyped: true)
      if line != lines[0] { _ = session.respond(to: lines[0]) }
      let completer = Completer(session)
      let beginnings = line.indices.map { String(line[...$0]) }
      watch.time("colours and suggestion: \(line.prefix(15))", parts: beginnings.count) {
        for beginning in beginnings {
          _ = (completer.marks(in: beginning), completer.suggestion(after: beginning))
        }
      }
      watch.time("Tab: \(line.prefix(15))", parts: beginnings.count) {
        for beginning in beginnings { _ = completer.complete(beginning) }
      }
    }
  }
}
