import AdvocateTestSupport
import Foundation
import FoundationXML
import Testing

/// What other programs ask of the reports that they read: all that the schemas of SARIF 2.1.0 and
/// of JUnit (that of Ant, the stricter one, and that of Jenkins) say of what is written here.
///
/// `scripts/validate-reports` holds many more reports against the schemas themselves.
@Suite struct ReportFormTests {
  private let scripts: Scripts

  private static let names = [
    "Plain", "<b>&'single'</b>", "]]>", "a\u{1}b", "tab\tand\u{1B}[31m", "r\u{202E}tl",
    "\u{FFFE} and \u{FFFF}", "=cmd", "%0A::error::", "emoji \u{1F468}\u{200D}\u{1F469}",
  ]

  init() throws {
    scripts = try Scripts()
    var table = "action,effort to join,effort to leave,takes unasked\n"
    let cells = ["a call,", "one step,", "one step,money", "no such,"]
    for (place, name) in Self.names.enumerated() {
      for cell in cells { table += "\"\(name) \(place)\",one step,\(cell)\n" }
    }
    scripts.write(table + "short,one\n\"open,one step,a call,\n", to: "a b&ü.csv")
  }

  private func judge(_ words: String...) throws {
    let result = try Tool.run(
      ["judge", "a b&ü.csv", "-o", "out.sarif", "-o", "out.xml"] + words, in: scripts.folder.path)
    #expect(result.status == 3)
  }

  @Test(arguments: [[], ["--fail-on", "vetoed"], ["--fail-on", "not-settled"]])
  func sarifHoldsWhatItsSchemaAsks(_ gates: [String]) throws {
    let result = try Tool.run(
      ["judge", "a b&ü.csv", "-o", "out.sarif"] + gates, in: scripts.folder.path)
    #expect(result.status == 3)
    let document = try JSONDocument(Array(scripts.text("out.sarif").utf8))
    #expect(document["version"] as? String == "2.1.0")
    let runs = try #require(document["runs"] as? [[String: Any]])
    let tool = try #require(runs.first?["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "advocate")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids.count == rules.count && Set(ids).count == ids.count)
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      #expect(Set(result.keys) == ["ruleId", "level", "message", "locations"])
      #expect(ids.contains(result["ruleId"] as? String ?? ""))
      #expect(["none", "note", "warning", "error"].contains(result["level"] as? String ?? ""))
      #expect((result["message"] as? [String: Any])?["text"] as? String != nil)
      let locations = try #require(result["locations"] as? [[String: Any]])
      let place = try #require(locations.first?["physicalLocation"] as? [String: Any])
      let address = (place["artifactLocation"] as? [String: Any])?["uri"] as? String
      #expect(address == "a%20b%26%C3%BC.csv")
      #expect(((place["region"] as? [String: Any])?["startLine"] as? Int ?? 0) > 1)
    }
  }

  @Test func testReportsHoldWhatTheirSchemasAsk() throws {
    try judge()
    let reader = ReportReader()
    let parser = XMLParser(data: Data(scripts.text("out.xml").utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    #expect(reader.elements.first?.path == ["testsuites"])
    let suites = reader.elements.filter { $0.path == ["testsuites", "testsuite"] }
    #expect(suites.count == 1)
    for (place, suite) in suites.enumerated() {
      #expect(suite.children.first == "properties")
      #expect(suite.children.suffix(2) == ["system-out", "system-err"])
      #expect(suite.children.dropFirst().dropLast(2).allSatisfy { $0 == "testcase" })
      #expect(suite.attributes["id"] == "\(place)")
      #expect(suite.attributes["name"]?.isEmpty == false)
      for name in ["package", "timestamp", "hostname", "time"] {
        #expect(suite.attributes[name]?.isEmpty == false, "\(name)")
      }
      #expect(suite.attributes["tests"] == "\(suite.children.count - 3)")
    }
    let cases = reader.elements.filter { $0.path.last == "testcase" }
    // Each name with four rows, one of them of a level that is none, and two broken rows.
    #expect(cases.count == 4 * Self.names.count + 2)
    for one in cases {
      #expect(Set(one.attributes.keys) == ["name", "classname", "time"])
      #expect(one.children.count <= 1)
    }
    let told = reader.elements.filter { ["failure", "error"].contains($0.path.last) }
    for one in told { #expect(Set(one.attributes.keys) == ["type", "message"]) }
    let failures = told.filter { $0.path.last == "failure" }.count
    #expect(failures == 2 * Self.names.count)
    #expect(suites.first?.attributes["failures"] == "\(failures)")
    #expect(suites.first?.attributes["errors"] == "\(Self.names.count + 2)")
    #expect(told.count == failures + Self.names.count + 2)
  }
}

/// The elements of a report in the order in which they begin.
private final class ReportReader: NSObject, XMLParserDelegate {
  struct Element {
    var path: [String]
    var attributes: [String: String]
    var children: [String] = []
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let path = (open.last.map { elements[$0].path } ?? []) + [name]
    if let parent = open.last { elements[parent].children.append(name) }
    open.append(elements.count)
    elements.append(Element(path: path, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
