import AdvocateTestSupport
import Testing

/// Answers over files as documents: `check`, `test --format json` and `answer`.
@Suite struct ToolDocumentTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    scripts.write(Self.charter(veto: "veto when melts is at once"), to: "old.advocate")
    scripts.write(Self.charter(veto: "against when melts is at once"), to: "new.advocate")
    scripts.write("action Cone at noon\n  melts is at once\n", to: "plan.advocate")
  }

  private static func charter(veto: String) -> String {
    """
    charter Ice cream
      verdict good from 50
      verdict bad from 0
    fact melts
      one of never, slowly, at once
    rule It stays firm
      weight 4
      for when melts is never
      leans against when melts is slowly
      \(veto)
      because they bought an ice and no puddle

    """
  }

  private func run(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(arguments, in: scripts.folder.path)
  }

  @Test func aLostVetoIsToldFirstAndFails() throws {
    let result = try run("check", "new.advocate", "plan.advocate", "--against", "old.advocate")
    #expect(result.status == 1)
    #expect(result.stderr.isEmpty, "\(result.stderr)")
    #expect(result.stdout.contains("1 veto no longer holds"))
    #expect(result.stdout.contains("Cone at noon  vetoed  →  bad, 0"))
  }

  @Test func aNewVetoIsToldAndPasses() throws {
    let result = try run("check", "old.advocate", "plan.advocate", "--against", "new.advocate")
    #expect(result.status == 0, "\(result.stdout)")
    #expect(result.stdout.contains("Cone at noon  bad, 0  →  vetoed"))
  }

  @Test func checkGivesADocumentALine() throws {
    let result = try run("check", "old.advocate", "--against", "old.advocate", "--format", "json")
    #expect(result.status == 0)
    let documents = try result.stdout.split(separator: "\n").map {
      try JSONDocument(Array($0.utf8))
    }
    #expect(documents.count == 2)
    #expect(documents.first?["clean"] as? Bool == true)
    #expect(documents.last?["equivalent"] as? Bool == true)
  }

  @Test func expectationsGiveADocument() throws {
    scripts.write(
      Self.charter(veto: "veto when melts is at once")
        + "action Cone\n  melts is never\nexpect Cone\n  verdict is good\n  settled\n"
        + "  vetoed by It stays firm\n",
      to: "expect.advocate")
    let result = try run("test", "--coverage", "--format", "json", "expect.advocate")
    #expect(result.status == 1)
    let document = try JSONDocument(Array(result.stdout.utf8))
    #expect(document["hold"] as? Int == 2)
    #expect(document["fail"] as? Int == 1)
    #expect(document.values("passes", as: Bool.self) == [false])
    let coverage = document["coverage"] as? [[String: Any]]
    #expect((coverage?.first?["rules"] as? [String: Any])?["tried"] as? Int == 1)
  }

  @Test func aLineOfThePromptIsAnsweredOverFiles() throws {
    scripts.write("use new.advocate\naction Cone\n  melts is never\n", to: "cone.advocate")
    let result = try run("answer", "rank as json", "cone.advocate", "-o", "rank.json")
    #expect(result.status == 0)
    #expect(result.stdout.isEmpty && result.stderr.isEmpty)
    let document = try JSONDocument(Array(scripts.text("rank.json").utf8))
    let ranking = document["ranking"] as? [[String: Any]]
    #expect(ranking?.compactMap { $0["action"] as? String } == ["Cone", "do nothing"])
    #expect(try run("answer", "rnk", "cone.advocate").status == 3)
    #expect(try run("answer", "rank", "nowhere.advocate").status == 2)
  }
}
