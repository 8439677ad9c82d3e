import AdvocateCharter
import AdvocateSession

/// The files that the examples of one document may name: its own labelled pieces, and `examples`.
///
/// A class, since what a transcript saves is there for its later lines.
final class ExampleFiles {
  private var texts: [String: String] = [:]

  init(_ document: Document) {
    for block in document.blocks {
      if block.language == "advocate", let label = block.label { texts[label] = block.text }
    }
  }

  func read(_ path: String) -> Result<[UInt8], FileError> {
    if let text = texts[path] { return .success(Array(text.utf8)) }
    guard Document.exists("examples/" + path) else { return .failure(.missing) }
    return .success(Array(Document.text(of: "examples/" + path).utf8))
  }

  var forSession: SessionFiles {
    SessionFiles(
      read: { self.read($0) },
      write: { path, text in
        self.texts[path] = text
        return nil
      },
      exists: { self.texts[$0] != nil })
  }
}
