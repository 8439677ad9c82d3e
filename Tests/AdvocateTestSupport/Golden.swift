import Glibc
public import Testing

/// Expected outputs that live in files beside the tests.
///
/// `RECORD_GOLDEN=1` in the environment rewrites them. What was recorded is read, judged and
/// committed by a person; a file that is missing fails even while it is recorded.
public enum Golden {
  /// Whether expected outputs are rewritten.
  public static var isRecording: Bool {
    getenv("RECORD_GOLDEN").map { String(cString: $0) == "1" } ?? false
  }

  /// Compares `actual` with the file called `name`.
  ///
  /// - Parameters:
  ///   - actual: the text that was made.
  ///   - name: the name of the file with the text that is expected.
  ///   - folder: where it is, from the folder of the test's own file.
  ///   - testFile: the test's own file.
  ///   - sourceLocation: where a difference is reported.
  public static func check(
    _ actual: String, named name: String, in folder: String, beside testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = self.folder(folder, beside: testFile) + "/" + name
    let expected = TemporaryFolder.contents(of: path).map { String(decoding: $0, as: UTF8.self) }
    if isRecording, expected != actual { TemporaryFolder.write(Array(actual.utf8), to: path) }
    guard let expected else {
      Issue.record("\(folder)/\(name) is missing", sourceLocation: sourceLocation)
      return
    }
    guard expected != actual, !isRecording else { return }
    let lines = difference(from: expected, to: actual).joined(separator: "\n")
    Issue.record(
      "\(folder)/\(name) differs (- expected, + found):\n\(lines)", sourceLocation: sourceLocation)
  }

  /// The path of a folder that is named from the folder of a test's own file.
  public static func folder(_ folder: String, beside testFile: String = #filePath) -> String {
    let own = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return own.joined(separator: "/") + "/" + folder
  }

  /// The lines that differ, each with the two before and after it; `-` expected, `+` found.
  public static func difference(from expected: String, to actual: String) -> [String] {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [(text: String, isChange: Bool)] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        lines.append(("- \(old[left])", true))
        left += 1
      } else if inserted.contains(right) {
        lines.append(("+ \(new[right])", true))
        right += 1
      } else {
        lines.append(("  \(old[left])", false))
        left += 1
        right += 1
      }
    }
    return shortened(lines)
  }

  private static func shortened(_ lines: [(text: String, isChange: Bool)]) -> [String] {
    var result: [String] = []
    var isCut = false
    for place in lines.indices {
      let near = lines[max(0, place - 2)..<min(lines.count, place + 3)]
      if near.contains(where: \.isChange) {
        result.append(lines[place].text)
        isCut = false
      } else if !isCut {
        result.append("  ...")
        isCut = true
      }
    }
    return result
  }
}
