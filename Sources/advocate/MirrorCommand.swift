import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateReports
import ArgumentParser

/// Reads documents for what they say of customers.
struct MirrorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mirror",
    abstract: "Read documents for talk of owning, holding or using people.",
    discussion: """
      One document is shown with its words underlined; several, or a folder, with counts for each \
      and in all. Folders are read with all that is in them, but for hidden files.

      Examples:
        advocate mirror letter.txt
        advocate mirror --format json letters
        advocate mirror - < speech.txt

      The ending of the file behind -o (.json, .md, .txt) decides the format where none is named.

      Exit status: 0 fine, 2 wrong usage, or a file or folder that could not be read.
      """)

  @Argument(help: "Documents and folders; - is standard input.")
  var files: [String]

  @Option(help: "How it is written: text, json or markdown.")
  var format: AnswerFormat?

  @Option(name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @OptionGroup var charter: CharterOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let (workspace, charterStatus, charterFiles) = try charter.workspace(look)
    let mirror = Mirror(workspace.charter)
    var isBroken = false
    var documents: [String] = []
    for file in files {
      if let found = Disk.files(inFolder: file) {
        documents += found.files
        isBroken = isBroken || !found.unread.isEmpty
        Streams.report(found.unread.map { $0.error.diagnostic(file: $0.path) }, look)
      } else {
        documents.append(file)
      }
    }
    var own = OwnFiles()
    for document in documents { own.add(document, as: .input) }
    if let charter = charter.charter { own.add(charter, as: .charter) }
    for file in charterFiles { own.add(file, as: .input) }
    try own.protect(from: output.map { [$0] } ?? [], look)
    let view: View
    if documents.count == 1, documents == files {
      guard case .success(let text) = text(of: documents[0]) else { throw ExitStatus.wrongUsage }
      view = .mirror(text, mirror, name: Script.name(of: documents[0]))
    } else {
      var readings: [(name: String, reading: MirrorReading)] = []
      for document in documents {
        switch text(of: document) {
        case .success(let text):
          readings.append((Script.name(of: document), mirror.read(text).countsOnly))
        // Folders hold pictures and other files beside what there is to read.
        case .failure(.binary) where !files.contains(document): continue
        case .failure: isBroken = true
        }
      }
      let count = readings.count == 1 ? "1 document" : "\(readings.count) documents"
      view = .mirror(
        documents: readings, mirror, heading: "\(count), read for these kinds of talk:")
    }
    var sink = Sink(path: output)
    sink.write(rendered(view, workspace.charter))
    try sink.finish(look)
    if isBroken { throw ExitStatus.wrongUsage }
    guard charterStatus == .fine else { throw charterStatus }
  }

  private func rendered(_ view: View, _ charter: Charter) -> String {
    switch format ?? AnswerFormat(endingOf: output) ?? .text {
    case .json: return JSONReport.document(view, charter: charter.name).pretty + "\n"
    case .markdown: return MarkdownReport.document(view)
    case .text:
      var style = look.style()
      if output != nil { style.isStyled = look.color == .always }
      return style.render(view.render(width: style.width))
    }
  }

  /// The text of a document; where it has none, that is told.
  private func text(of path: String) -> Result<String, FileError> {
    let problem: FileError
    switch Disk.read(path, atMost: Limits.longestText) {
    case .success(let bytes) where !bytes.prefix(4096).contains(0):
      return .success(String(decoding: bytes, as: UTF8.self))
    case .success: problem = .binary
    case .failure(let error): problem = error
    }
    Streams.report([problem.diagnostic(file: Script.name(of: path))], look)
    return .failure(problem)
  }
}
