import Foundation
import Testing

/// The documentation holds together, whatever it says.
@Suite struct DocumentTests {
  @Test(arguments: Document.all)
  func linksLeadSomewhere(_ document: Document) {
    let folder = document.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let names = Set(Document.all.map(\.path))
    for line in document.prose {
      for match in line.matches(of: #/<doc:([A-Za-z-]+)>/#) {
        #expect(names.contains("\(folder)\(match.1).md"), "\(document.path): \(line)")
      }
      for match in line.matches(of: #/\]\(([^)#:]+)(#[^)]*)?\)/#) {
        #expect(Document.exists(folder + match.1), "\(document.path): \(line)")
      }
    }
  }

  @Test(arguments: Document.all)
  func pathsThatAreNamedExist(_ document: Document) {
    let rooms = ["Sources/", "Tests/", "examples/", "scripts/"]
    for line in document.prose {
      for match in line.matches(of: #/`([A-Za-z./+-]+)`/#) {
        let path = String(match.1)
        guard rooms.contains(where: { path.hasPrefix($0) }) else { continue }
        #expect(Document.exists(path), "\(document.path): \(path)")
      }
    }
  }

  @Test(arguments: Document.all)
  func nothingNamesOneMachine(_ document: Document) {
    for line in document.lines {
      #expect(
        !line.contains(#/(^|[\s`("'])/(bin|etc|home|opt|root|tmp|Users|usr|var|work)\b/#),
        "\(document.path): \(line)")
    }
  }

  @Test(arguments: Document.all)
  func linesFitTheScreen(_ document: Document) {
    for line in document.lines { #expect(line.count <= 100, "\(document.path): \(line)") }
  }

  @Test func everyLibraryHasALandingPageAndALineInTheReadme() {
    let manifest = Document.text(of: "Package.swift")
    let libraries = manifest.matches(of: #/\n    library\(\s*"([A-Za-z]+)"/#).map { String($0.1) }
    let readme = Document.text(of: "README.md")
    #expect(libraries.count >= 9)
    for library in libraries {
      #expect(Document.exists("Sources/\(library)/\(library).docc/\(library).md"))
      #expect(readme.contains("\n| `\(library)` |"), "\(library)")
    }
  }

  @Test func everyArticleHasAPlaceOnItsLandingPage() {
    for document in Document.all where document.path != "README.md" {
      let parts = document.path.split(separator: "/")
      let article = document.name.dropLast(3)
      guard parts[1] != article else { continue }
      let landing = Document.text(of: "Sources/\(parts[1])/\(parts[2])/\(parts[1]).md")
      #expect(landing.contains("<doc:\(article)>"), "\(document.path)")
    }
  }
}
