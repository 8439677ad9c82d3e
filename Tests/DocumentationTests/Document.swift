import Foundation
import Testing

/// One file of the documentation, and what stands between its fences.
struct Document: Sendable, CustomTestStringConvertible {
  /// A piece that is set off as code.
  struct Block: Sendable, CustomTestStringConvertible {
    /// The first word behind the opening fence.
    var language: String
    /// The second word: the file that the piece stands for, or `continued`.
    var label: String?
    /// The lines between the fences.
    var lines: [String]
    /// The place of the first of them among the lines of the document, from 0.
    var start: Int
    /// Where it stands, for people.
    var place: String

    var text: String { lines.joined(separator: "\n") + "\n" }
    var testDescription: String { place }
  }

  /// The path from the root of the package.
  var path: String
  /// The lines of the file.
  var lines: [String]

  var testDescription: String { path }
  var name: String { String(path.split(separator: "/").last ?? "") }

  /// Every document: the README and the articles of all catalogues, by path.
  static let all: [Document] = paths.sorted().map { path in
    Document(path: path, lines: text(of: path).components(separatedBy: "\n"))
  }

  /// The folder that holds the package.
  static let root: String = {
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return folders.dropLast(3).joined(separator: "/")
  }()

  static func text(of path: String) -> String {
    (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? ""
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }

  private static var paths: [String] {
    let found = FileManager.default.enumerator(atPath: root + "/Sources")?.compactMap { entry in
      (entry as? String).flatMap { $0.hasSuffix(".md") ? "Sources/" + $0 : nil }
    }
    return ["README.md"] + (found ?? [])
  }

  /// What stands between fences, in order.
  var blocks: [Block] {
    var blocks: [Block] = []
    var open: Block?
    for (place, line) in lines.enumerated() {
      if var block = open {
        if line == "```" {
          blocks.append(block)
          open = nil
        } else {
          block.lines.append(line)
          open = block
        }
      } else if line.hasPrefix("```") {
        let words = line.dropFirst(3).split(separator: " ").map(String.init)
        open = Block(
          language: words.first ?? "", label: words.dropFirst().first, lines: [],
          start: place + 1, place: "\(path), line \(place + 1)")
      }
    }
    return blocks
  }

  /// The lines outside all fences.
  var prose: [String] {
    let fenced = blocks.flatMap { $0.start - 1...$0.start + $0.lines.count }
    return lines.enumerated().filter { !fenced.contains($0.offset) }.map(\.element)
  }
}
