import AdvocateCharter
import AdvocateSession

@testable import AdvocateTerminal

/// Tries what the editor does with a line, where that needs no terminal.
enum EditingFuzzing {
  private nonisolated(unsafe) static let session: Session = {
    var session = Session(files: .none, isTyped: true)
    for line in FuzzCharter.script.split(separator: "\n") { _ = session.respond(to: String(line)) }
    _ = session.respond(to: "action First")
    return session
  }()

  private nonisolated(unsafe) static let completer: Completer = {
    TextEncoding.useUTF8()
    return Completer(session)
  }()

  static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let columns = 2 + Int(bytes.first ?? 0) % 100
    complete(text)
    layOut(text, columns)
    keep(text, bytes)
    undo(text, bytes)
    let pasted = PastedText(text.unicodeScalars, prompt: "charter> ")
    if pasted.lines.contains(where: { $0.contains("\n") }) { found("a line end in a line") }
  }

  private static func complete(_ text: String) {
    let line = text.prefix { $0 != "\n" }
    // One of the three is enough for an input: each takes longer than all below.
    switch (text.utf8.last ?? 0) % 4 {
    case 0:
      let answer = completer.complete(String(line))
      if answer.replacedCharacters > line.count { found("more is replaced than was typed") }
    case 1: _ = completer.marks(in: String(line))
    case 2: _ = completer.suggestion(after: String(line))
    default: break
    }
  }

  private static func layOut(_ text: String, _ columns: Int) {
    var layout = CellLayout(columns: columns)
    for scalar in text.unicodeScalars.prefix(5_000) {
      layout.settle(before: scalar)
      layout.advance(over: scalar)
      if layout.column >= layout.columns { found("beyond the window") }
    }
    for row in CellLayout.wrap(text, width: columns) where !row.isEmpty {
      if CellLayout.width(of: row) > max(1, columns) { found("a row of \(columns) is too wide") }
    }
  }

  private static func keep(_ text: String, _ bytes: [UInt8]) {
    if HistoryCoding.decode(HistoryCoding.encode(text)) != text { found("history lost a line") }
    _ = HistoryCoding.decode(bytes)
  }

  private static func undo(_ text: String, _ bytes: [UInt8]) {
    var undo = EditUndo()
    var line = ""
    for (place, scalar) in text.unicodeScalars.prefix(300).enumerated() {
      let byte = bytes[place % max(1, bytes.count)]
      switch byte % 7 {
      case 0 where !line.isEmpty: line.removeLast()
      case 1 where !line.isEmpty: line.removeFirst()
      case 2: line = String(scalar) + line
      case 3:
        if let state = undo.undo() { line = state.text }
      default: line.unicodeScalars.append(scalar)
      }
      undo.note(.init(text: line, cursor: Int(byte) % (line.utf8.count + 1)))
    }
    while undo.undo() != nil {}
  }
}
