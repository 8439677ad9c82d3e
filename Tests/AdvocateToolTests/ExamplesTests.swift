import AdvocateTestSupport
import Glibc
import Testing

/// The examples that are shipped do what they say.
@Suite struct ExamplesTests {
  @Test func thereAreExamples() { #expect(Self.names.count >= 15) }

  @Test func everyExampleKeepsItsPromises() throws {
    let result = try Tool.run(["test"] + Self.scripts, in: Self.folder)
    #expect(result.status == 0, "\(result.stdout.suffix(4_000))")
    #expect(result.stderr.isEmpty, "\(result.stderr)")
    #expect(result.stdout.contains("passed  ") && !result.stdout.contains("FAILED"))
  }

  @Test func everyExampleIsCanonical() throws {
    let result = try Tool.run(["format", "--check"] + Self.names, in: Self.folder)
    #expect(result.status == 0, "\(result.stdout)\(result.stderr)")
    #expect(result.stdout.isEmpty && result.stderr.isEmpty)
  }

  @Test func everyExampleIsJudged() throws {
    let result = try Tool.run(
      ["judge", "--explain", "none", "--format", "json"] + Self.scripts, in: Self.folder)
    #expect(result.status == 0, "\(result.stderr)")
    let verdicts = try JSONDocument(result.output).values("verdict", as: String.self)
    #expect(verdicts.count > 2 * Self.scripts.count)
    #expect(Set(verdicts).isSuperset(of: ["vetoed", "for the customer", "against the customer"]))
  }

  static let folder = Golden.folder("../../examples", beside: #filePath)

  /// The files that hold actions; the others hold a charter only.
  static let scripts = names.filter { !$0.hasSuffix("-charter.advocate") }

  static let names: [String] = {
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".advocate") { names.append(name) }
    }
    return names.sorted()
  }()
}
