import AdvocateDiagnostics
import AdvocateSession
import AdvocateSyntax
import Testing

/// What holds for every text of the reference, and for the messages that its scripts meet.
struct ReferenceWordsTests {
  private static let forbidden = [
    "syntax", "parse", "token", "invalid", "illegal", "null", "exception", "unexpected",
    "you forgot", "probably", "likely", "risk", "confident", "!",
  ]

  private static func screens(width: Int) -> [(name: String, lines: [StyledText])] {
    CodePages.all.map { ("explain \($0.id.number)", $0.lines(width: width)) }
      + HelpTopics.all.map { ("help \($0.name)", $0.lines(width: width)) }
      + [
        ("help", HelpTopics.overview(width: width)), ("forms", LineForms.overview(width: width)),
      ]
      + LineForms.kinds.map { ("forms \($0.rawValue)", LineForms.lines(of: $0, width: width)) }
  }

  @Test(arguments: [80, 60, 59, 40, 20])
  func nothingIsWiderThanTheWindow(width: Int) {
    for (name, lines) in Self.screens(width: width) {
      for line in lines {
        let written = OutputStyle(width: width).render(line)
        #expect(TextWidth.of(written) <= width, "\(name): \(written)")
      }
    }
  }

  @Test func noWordNeedsAProgrammer() {
    var texts = Self.screens(width: 80).map { ($0.name, $0.lines.map(\.plain)) }
    for page in CodePages.all {
      for finding in ReferenceReading.file(page.wrong)
        + ReferenceReading.typed(page.wrong).diagnostics
      {
        texts.append(("message \(page.id.number)", finding.sentences.map(\.plain)))
      }
    }
    for (name, lines) in texts {
      let text = lines.joined(separator: " ")
      for word in Self.forbidden {
        #expect(!text.lowercased().contains(word), "\(name): \(word)")
      }
      #expect(!text.split(separator: " ").contains("I"), "\(name)")
      #expect(!text.contains("`"), "\(name)")
    }
  }
}
