import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession

/// A session at the prompt as one text: what is typed stands behind the prompt, the rest is the
/// whole answer.
///
/// Lines before the first prompt set the scene: `# width 40`, `# file NAME` with lines of a file
/// below it as `# | LINE`, `# locked NAME` for a file that cannot be written, `# left MOMENT` for
/// work that another session left behind, with its lines below it as `# > LINE`, `# torn` where a
/// part of that is missing, `# predicted` with a line of the private file of predictions, fields
/// parted by ` / `, `# unkept` for one that cannot be written, and remarks. `^C` and `^D` stand for the keys,
/// and `^T DATE` makes it another day than 2026-11-22. Files that were saved stand at the end.
struct Transcript {
  private var scene: [String] = []
  private var typed: [String] = []
  private var width = 80
  private let days = Days()
  private let files = MemoryFiles()

  init(_ text: String) {
    var name = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if typed.isEmpty, line.hasPrefix("#") {
        scene.append(String(line))
        let words = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first {
        case "width": width = Int(words[1]) ?? 80
        case "file":
          name = words[1]
          files.texts[name] = ""
        case "left":
          files.left.append(LeftWork(id: "left \(files.left.count)", moment: words[1], text: ""))
        case ">": files.left[files.left.count - 1].text += words[1] + "\n"
        case "torn": files.left[files.left.count - 1].isDamaged = true
        case "predicted":
          files.predictions.append(words[1].split(separator: " / ").joined(separator: "\t"))
        case "unkept": files.predictionProblem = "the disk is full"
        case "locked": files.refusals[words[1]] = "permission denied"
        case "|": files.texts[name, default: ""] += (words.count > 1 ? words[1] : "") + "\n"
        default: break
        }
      } else if let input = Self.input(line) {
        typed.append(input)
      }
    }
  }

  /// What is typed in `line`, where it begins with a prompt.
  private static func input(_ line: Substring) -> String? {
    guard let first = line.first, first != " ", let end = line.firstIndex(of: ">") else {
      return nil
    }
    guard !line[..<end].contains("<") else { return nil }
    let rest = line[end...].dropFirst()
    guard rest.isEmpty || rest.first == " " else { return nil }
    return String(rest.dropFirst())
  }

  /// The transcript with the answers that the session gives now.
  func played() -> String {
    let reader = TypedLines(typed, days)
    reader.output = scene.map { $0 + "\n" }.joined()
    let session = Session(
      files: files.forSession, isTyped: true, width: width, keeping: files.keeping,
      predictions: files.predictionKeeping, journal: .inMemory { [days] in days.today })
    let style = OutputStyle(width: width)
    _ = reader.show(style.render(session.noticeOfLeftWork()))
    var loop = Loop(
      session: session, reader: reader,
      style: { [width] in OutputStyle(width: width) },
      showAnswer: { reader.show($0) }, showFinding: { reader.show($0) },
      clearScreen: { _ = reader.show("(the screen is cleared)\n") },
      keepWork: { [files] session in
        for work in session.takeBroughtBack() { _ = files.keeping.forget(work) }
        return []
      })
    if loop.run() == .finished { _ = reader.show("(the session is over)\n") }
    for name in files.written.uniqued {
      _ = reader.show("(\(name) now holds)\n")
      for line in (files.texts[name] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast()
      {
        _ = reader.show(line.isEmpty ? "  |\n" : "  | \(line)\n")
      }
    }
    return reader.output
  }
}

/// The day that it is in a transcript.
///
/// A class, since it passes while the session asks for it.
private final class Days {
  var today = CalendarDay("2026-11-22") ?? CalendarDay(number: 0)
}

/// Types some lines and keeps all that a person would see.
private final class TypedLines: LineReader {
  var output = ""
  private var lines: ArraySlice<String>
  private let days: Days

  init(_ lines: [String], _ days: Days) { (self.lines, self.days) = (lines[...], days) }

  /// True: an empty line stands for Enter on the line that is prepared.
  var showsBeginnings: Bool { true }

  func read(prompt: String, beginning: String) -> LineReading {
    guard let line = lines.popFirst() else { return .terminated(signal: 0) }
    if line.hasPrefix("^T ") {
      output += prompt + line + "\n"
      days.today = CalendarDay(String(line.dropFirst(3))) ?? days.today
      return read(prompt: prompt, beginning: beginning)
    }
    output += (line.isEmpty ? String(prompt.dropLast()) : prompt + line) + "\n"
    switch line {
    case "^C": return .cancelled
    case "^D": return .end
    default: return .line(Array(line.utf8))
    }
  }

  func show(_ text: String) -> Bool {
    output += text
    return true
  }
}

extension [String] {
  /// The elements without later doubles.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
