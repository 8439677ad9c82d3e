import AdvocateTestSupport
import Testing

/// The examples of what can be wrong with tables, as `explain` shows them, are judged.
@Suite struct TableExamplesTests {
  /// The numbers that findings in tables have.
  private static let numbers = 90...99

  /// The lines behind `label` on a page.
  private func lines(_ label: String, of page: String) -> [String] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(label + " ") }) else { return [] }
    let rest = lines[(start + 1)...].prefix { $0.hasPrefix("        ") }
    return ([lines[start]] + rest).map { String($0.dropFirst(8)) }
  }

  /// A byte that is no text stands where the page shows that there is one, and many words where it
  /// says that there are.
  private func bytes(_ lines: [String]) -> [UInt8] {
    let words = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    let bytes = lines.joined(separator: "\n").unicodeScalars.flatMap { scalar in
      scalar == "\u{FFFD}" ? [0xE9] : scalar == "\u{2026}" ? words : Array(String(scalar).utf8)
    }
    return bytes + [0x0A]
  }

  @Test func whatIsShownIsFoundAndMended() throws {
    var tried = 0
    for number in Self.numbers {
      let page = try Tool.run(["explain", "\(number)"], environment: ["COLUMNS": "100"])
      guard page.status == 0 else { continue }
      tried += 1
      let scripts = try Scripts()
      for (label, isBad) in [("Before", true), ("After", false)] {
        let lines = lines(label, of: page.stdout).map {
          $0.replacing("...", with: "\u{2026}")
        }
        try #require(!lines.isEmpty, "\(number)")
        let name = lines[0].hasPrefix("{") ? "plans.jsonl" : "plans.csv"
        scripts.write(bytes(lines), to: name)
        let result = try Tool.run(["judge", name], in: scripts.folder.path)
        #expect(result.status == (isBad ? 3 : 0), "\(number) \(label)")
        #expect(result.stderr.contains("(explain \(number))") == isBad, "\(result.stderr)")
        #expect(isBad || result.stderr.isEmpty, "\(number) \(result.stderr)")
      }
    }
    #expect(tried == 10)
  }
}
