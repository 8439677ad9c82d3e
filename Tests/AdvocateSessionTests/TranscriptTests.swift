import AdvocateTestSupport
import Glibc
import Testing

/// Every transcript in the folder beside this file is played and compared as a whole.
@Suite struct TranscriptTests {
  @Test(arguments: TranscriptTests.names) func isAnsweredAsWritten(_ name: String) throws {
    let path = Golden.folder("Transcripts", beside: #filePath) + "/" + name
    let bytes = try #require(TemporaryFolder.contents(of: path))
    let transcript = Transcript(String(decoding: bytes, as: UTF8.self))
    Golden.check(transcript.played(), named: name, in: "Transcripts")
  }

  @Test func thereAreTranscripts() { #expect(Self.names.count >= 15) }

  static let names: [String] = {
    guard let folder = opendir(Golden.folder("Transcripts", beside: #filePath)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".transcript") { names.append(name) }
    }
    return names.sorted()
  }()
}
