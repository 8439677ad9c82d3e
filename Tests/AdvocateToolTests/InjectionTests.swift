import AdvocateTestSupport
import Foundation
import Testing

/// Names that a spreadsheet, a page, a document or a build server would take for something else.
@Suite struct InjectionTests {
  private let scripts: Scripts

  private static let names = [
    "=1+1", "+1+1", "-2+3", "@SUM(A1)", "\u{FF1D}1+1", "=cmd|' /C calc'!A0", "-5", "a,b", "a;b",
    "say \"a\"", "| x | y", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>", "`code`",
    "**bold**", "&lt;b&gt;", "\"><x a='b'>&]]>", "a%0A::error::b", "a::b,c:d", "\\|", "1. one",
    "# head",
  ]

  init() throws {
    scripts = try Scripts()
    let lines = try Self.names.map { name in
      let object: [String: String] = ["action": name, "effort to leave": "a call"]
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }
    scripts.write(lines.joined(separator: "\n") + "\n", to: "names.jsonl")
  }

  private func judge(_ format: String) throws -> Tool.Result {
    let result = try Tool.run(
      ["judge", "names.jsonl", "--format", format], in: scripts.folder.path)
    #expect(result.status == 0, "\(result.stderr)")
    return result
  }

  @Test func aSpreadsheetRunsNothing() throws {
    let rows = try judge("csv").stdout.split(separator: "\n").dropFirst()
    #expect(rows.count == Self.names.count)
    for (row, name) in zip(rows, Self.names) {
      let cell = Self.firstCell(row)
      let isFormula = ["=", "+", "@", "\u{FF1D}"].contains { name.hasPrefix($0) }
      #expect(cell == (isFormula || name == "-2+3" ? "'" : "") + name)
    }
  }

  @Test func whatReadsJSONGetsTheNamesAsTheyAre() throws {
    let lines = try judge("jsonl").stdout.split(separator: "\n")
    let found = try lines.map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
    #expect(found.compactMap { $0?["name"] as? String ?? $0?["action"] as? String } == Self.names)
    let sarif = try #require(
      try JSONSerialization.jsonObject(with: Data(judge("sarif").output)) as? [String: Any])
    let runs = try #require(sarif["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    let texts = results.compactMap { ($0["message"] as? [String: Any])?["text"] as? String }
    #expect(texts.count == Self.names.count)
    for (text, name) in zip(texts, Self.names) { #expect(text.hasPrefix(name + ": ")) }
  }

  @Test func aTableOfMarkdownKeepsItsCells() throws {
    let rows = try judge("markdown").stdout.split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(rows.count == Self.names.count)
    for (row, name) in zip(rows, Self.names) {
      // Six cells: what parts them is what no backslash stands before.
      var parts = 0
      var isEscaped = false
      for character in row {
        if character == "|", !isEscaped { parts += 1 }
        #expect(isEscaped || !"[]<>`*&~".contains(character), "\(row)")
        isEscaped = character == "\\" && !isEscaped
      }
      #expect(parts == 7, "\(name): \(row)")
    }
  }

  @Test func aDocumentOfXMLKeepsItsForm() throws {
    let text = try judge("junit").stdout
    let found = text.matches(of: #/<testcase name="([^"<]*)" /#).map { match in
      String(match.1).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
    #expect(found == Self.names)
    // Nothing but our own elements opens.
    let elements = Set(text.matches(of: #/<([a-z-]+)/#).map { String($0.1) })
    #expect(
      elements == [
        "testsuites", "testsuite", "properties", "testcase", "failure", "system-out", "system-err",
      ])
  }

  @Test func aBuildServerReadsOneAnnotationALine() throws {
    let lines = try judge("github").stdout.split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(lines.count == Self.names.count)
    for (line, name) in zip(lines, Self.names) {
      #expect(line.matches(of: #/::/#).count == 2, "\(line)")
      let title = try #require(line.firstMatch(of: #/title=([^:,]*)::/#)?.1)
      let plain = title.replacing("%3A", with: ":").replacing("%2C", with: ",")
        .replacing("%25", with: "%")
      #expect(plain == name)
    }
  }

  private static func firstCell(_ row: Substring) -> String {
    guard row.first == "\"" else { return String(row.prefix { $0 != "," }) }
    var cell = ""
    var rest = row.dropFirst()
    while let character = rest.popFirst() {
      if character == "\"" {
        guard rest.first == "\"" else { break }
        rest.removeFirst()
      }
      cell.append(character)
    }
    return cell
  }
}
