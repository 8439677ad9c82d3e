public import AdvocateDiagnostics

/// Puts right what is certain to be a slip in a script, and leaves every other line as it stands.
///
/// Mended are misspelt words, names and levels that are near to one only, and lines that say two
/// things. A line that cannot be read even then keeps its own words. Ends of lines, blanks, remarks
/// and all that could be read stay byte for byte.
public struct ScriptMender {
  /// One line that was put right.
  public struct Change: Sendable, Equatable {
    /// The line as it stood, with its file and number.
    public let line: SourceLine
    /// The lines in its place.
    public let replacement: [String]
  }

  /// What was put right, in the order of the lines.
  public private(set) var changes: [Change] = []
  /// The script with the changes.
  public private(set) var text: String

  /// A line of the script, or the lines in its place.
  private struct Piece {
    let number: Int
    let original: Substring
    var lines: [String]
    /// What ends the line, for the lines in its place as well.
    let ending: String

    var isChanged: Bool { lines != [String(original)] }
  }

  /// A slip may hide another one on the same line.
  private static let mostRounds = 4

  /// Mends the script `text`, which is called `name`.
  ///
  /// - Parameters:
  ///   - text: the script.
  ///   - name: the name that findings give it.
  ///   - workspace: what is in force before its first line.
  ///   - files: gives the bytes of files that it names.
  public init(
    _ text: String, named name: String, in workspace: Workspace, files: @escaping ScriptReader.Files
  ) {
    var pieces = Self.pieces(of: text)
    func findings() -> [Int: [Diagnostic]] {
      var reader = ScriptReader(files: files, mostFindings: .max)
      var workspace = workspace
      reader.read(Array(Self.joined(pieces).utf8), named: name, into: &workspace)
      let own = reader.diagnostics.filter { $0.severity == .error && $0.line?.file == name }
      return Dictionary(grouping: own) { $0.line?.number ?? 0 }
    }
    for _ in 0..<Self.mostRounds {
      let found = findings()
      var number = 0
      var isChanged = false
      for place in pieces.indices {
        var lines: [String] = []
        for line in pieces[place].lines {
          number += 1
          let mended = found[number]?.first { !$0.replacement.isEmpty }?.replacement ?? []
          lines += mended.isEmpty ? [line] : mended.map { Self.indented($0, like: line) }
          isChanged = isChanged || !mended.isEmpty
        }
        pieces[place].lines = lines
      }
      guard isChanged else { break }
    }
    let left = findings()
    var number = 0
    for place in pieces.indices {
      let numbers = (number + 1)..<(number + 1 + pieces[place].lines.count)
      number += pieces[place].lines.count
      if pieces[place].isChanged, numbers.contains(where: { left[$0] != nil }) {
        pieces[place].lines = [String(pieces[place].original)]
      }
    }
    changes = pieces.filter(\.isChanged).map { piece in
      Change(
        line: SourceLine(file: name, number: piece.number, text: String(piece.original)),
        replacement: piece.lines)
    }
    self.text = (text.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}" : "") + Self.joined(pieces)
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    // A mark of the byte order belongs to the file, and to no line.
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    while !rest.isEmpty {
      let end = rest.firstIndex(of: "\n") ?? rest.endIndex
      var line = rest[..<end]
      var ending = end == rest.endIndex ? "" : "\n"
      if line.last == "\r" {
        line.removeLast()
        ending = "\r" + ending
      }
      let original = Substring(line)
      pieces.append(
        Piece(
          number: pieces.count + 1, original: original, lines: [String(original)], ending: ending))
      rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
    }
    return pieces
  }

  private static func joined(_ pieces: [Piece]) -> String {
    var text = ""
    for piece in pieces {
      text += piece.lines.joined(separator: piece.ending.isEmpty ? "\n" : piece.ending)
      text += piece.ending
    }
    return text
  }

  /// `text` with the blanks before it that `line` begins with.
  private static func indented(_ text: String, like line: String) -> String {
    let blanks = line.prefix { $0 == " " || $0 == "\t" }
    return String(blanks + text.drop { $0 == " " || $0 == "\t" })
  }
}
