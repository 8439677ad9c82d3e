import AdvocateDiagnostics
import AdvocateReports
import AdvocateTerminal
import ArgumentParser

/// Where the text of a report goes, piece by piece: to standard output as it comes, or into a file
/// that is put in place when all of it is there.
struct Sink {
  private let path: String?
  private var text = ""

  /// Creates a way to the file at `path`, or to standard output when it is nil or `-`.
  init(path: String?) { self.path = path == "-" ? nil : path }

  mutating func write(_ piece: String) {
    text += piece
    if path == nil, text.utf8.count > 1 << 16 { flush() }
  }

  private mutating func flush() {
    Streams.answer(text)
    text = ""
  }

  /// Writes what is left; ends the program where the file cannot be written.
  mutating func finish(_ look: LookOptions) throws {
    guard let path else {
      flush()
      return
    }
    try Output.write(text, to: path, look)
  }
}

/// Whole texts in files.
enum Output {
  /// Puts `text` in the place of the file at `path`; throws the exit status where it cannot.
  static func write(_ text: String, to path: String, _ look: LookOptions) throws {
    if let reason = Disk.write(path, text) {
      Streams.remark("\(bold: path) could not be written: \(reason).", look)
      throw ExitStatus.wrongUsage
    }
  }
}

/// The forms of answers for readers and for programs.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case json
  case markdown
  case text

  /// The form that the ending of a file's name asks for; nil where it asks for none of them.
  init?(endingOf path: String?) {
    guard let path, let format = BatchFormat(endingOf: path) else { return nil }
    self.init(rawValue: format.rawValue)
  }
}

/// The forms of answers that are one document.
enum DocumentFormat: String, ExpressibleByArgument, CaseIterable {
  case json
  case text
}
