import AdvocateTestSupport
import Foundation
import Testing

/// What the whole project promises of itself, read from its files.
@Suite struct ArchitectureTests {
  private let project = Project()

  @Test func everyModuleImportsOnlyWhatStandsAboveIt() throws {
    let dependencies = try project.dependencies()
    let order = try project.libraries()
    #expect(order.count >= 9)
    for (place, name) in order.enumerated() {
      let above = Set(order[..<place])
      let own = Set((dependencies[name] ?? []).filter { $0.hasPrefix("Advocate") })
      #expect(own.isSubset(of: above), "\(name) depends on \(own.subtracting(above))")
      let imported = project.imports(ofModule: name).filter { $0.hasPrefix("Advocate") }
      #expect(imported.isSubset(of: own), "\(name) imports \(imported.subtracting(own))")
      #expect(own.isSubset(of: imported), "\(name) has no use for \(own.subtracting(imported))")
    }
  }

  @Test func onlyTheEdgeTouchesTheProcess() throws {
    let edges: Set = ["AdvocateJournal", "AdvocateTerminal"]
    for name in try project.libraries() where !edges.contains(name) {
      let imported = project.imports(ofModule: name)
      let outside = imported.filter { !$0.hasPrefix("Advocate") }
      #expect(outside.isEmpty, "\(name) imports \(outside.sorted())")
    }
    let edge: Set = ["ArgumentParser", "CMallocSystem", "Glibc"]
    let main = project.imports(ofModule: "advocate").filter { !$0.hasPrefix("Advocate") }
    #expect(main.isSubset(of: edge), "\(main.subtracting(edge))")
    let journal = project.imports(ofModule: "AdvocateJournal").filter { !$0.hasPrefix("Advocate") }
    #expect(journal == ["CSQLiteSystem", "Glibc"], "\(journal.sorted())")
    let terminal = project.imports(ofModule: "AdvocateTerminal")
    #expect(terminal == ["AdvocateSession", "CLibedit", "Glibc"], "\(terminal.sorted())")
  }

  @Test func sourcesAvoidWhatHidesAFailure() {
    let banned: [(name: String, pattern: String)] = [
      ("print", #"(^|[^.\w])print\("#), ("try!", #"\btry!"#), ("as!", #"\bas!"#),
      ("force unwrap", #"[\w\)\]]!($|[\s\.\)\],\[])"#), ("fatalError", #"\bfatalError\("#),
      ("Foundation", #"^\s*(public )?import Foundation"#),
      ("unchecked", #"@unchecked|nonisolated\(unsafe\)|\bunsafeBitCast\b"#),
    ]
    for file in project.swiftFiles(under: "Sources") {
      for (number, line) in file.codeLines {
        for rule in banned {
          let isBad = line.range(of: rule.pattern, options: .regularExpression) != nil
          #expect(!isBad, "\(file.name), line \(number) has \(rule.name): \(line)")
        }
      }
    }
  }

  @Test func filesStayReadable() {
    for file in project.swiftFiles(under: "Sources") + project.swiftFiles(under: "Tests") {
      #expect(file.lines.count <= 600, "\(file.name) has \(file.lines.count) lines")
      for (place, line) in file.lines.enumerated() where !file.name.hasPrefix("Tests") {
        #expect(line.count <= 100, "\(file.name), line \(place + 1) is too wide")
      }
    }
  }

  @Test func aFindingHasOneNumberAndOneName() {
    var numbers: [Int: String] = [:]
    var names: Set<String> = []
    for file in project.swiftFiles(under: "Sources") {
      for match in file.text.matches(of: /DiagnosticID\((\d+), "([^"]+)"\)/) {
        guard let number = Int(match.1) else { continue }
        let name = String(match.2)
        #expect(numbers[number] == nil, "\(number) is \(numbers[number] ?? "") and \(name)")
        #expect(names.insert(name).inserted, "\(name) stands for two findings")
        #expect(name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(name)")
        numbers[number] = name
      }
    }
    #expect(numbers.count > 70)
  }

  @Test func theProjectSpeaksOfItselfAlone() {
    // Written in pieces, so that this file does not name what it looks for.
    let machine = ["/wo" + "rk/", "../sh" + "ared", "/ro" + "ot/", "/ho" + "me/", "local" + "host"]
    let hosts = ["artif" + "actory", "prox" + "y.", "regis" + "try."]
    let allowed = ["/home/\\(", "HOME"]
    let files = project.allFiles()
    #expect(files.count > 150)
    for file in files {
      for (place, line) in file.lines.enumerated() {
        for word in machine + hosts where line.contains(word) {
          let isMeant = allowed.contains { line.contains($0) }
          #expect(isMeant, "\(file.name), line \(place + 1) names \(word)")
        }
      }
    }
  }
}
