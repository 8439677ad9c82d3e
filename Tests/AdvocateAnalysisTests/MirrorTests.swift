import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation
import Testing

/// What the mirror shows of a text.
@Suite struct MirrorTests {
  private let mirror = Mirror(BuiltInCharter.charter)

  /// The marked words of each sentence, after its line.
  private func shown(_ reading: MirrorReading) -> [String] {
    reading.sentences.map { sentence in
      let bytes = Array(sentence.text.utf8)
      let marks = sentence.marks.map { String(decoding: bytes[$0.range], as: UTF8.self) }
      return "\(sentence.line): " + marks.joined(separator: " | ")
    }
  }

  @Test func aShortTextIsShownAsAWhole() {
    let reading = mirror.read(
      """
      We own our customers for the term. Once locked in, they will not leave. We help you finish, \
      and tell you what it costs.
      """)
    #expect(reading.isWhole)
    #expect(
      shown(reading) == ["1: We own | our customers", "1: locked in | they will not leave", "1: "])
    #expect(
      mirror.families.map(\.name) == ["ownership talk", "capture talk", "self-interest talk"])
    #expect(reading.counts == [2, 2, 0])
    #expect(reading.ours == 3 && reading.theirs == 3 && reading.denied == 0)
  }

  @Test func ofALongTextOnlyWhatWasFoundIsShown() {
    let plain = "We open at nine.\nBread is fresh at six.\n"
    let text =
      plain + plain + "They do not belong to us.\n" + plain
      + "Our customers,\nas we say, “belong to us”. So!\n"
      + plain
    let reading = mirror.read(text)
    #expect(!reading.isWhole)
    // Four lines, the denied one, two more; then the sentence that begins on line 8.
    #expect(shown(reading) == ["8: Our customers | belong to us"])
    #expect(reading.sentences.first?.text == "Our customers, as we say, “belong to us”.")
    #expect(reading.denied == 1)
  }

  @Test func marksStandRightBehindWideCharacters() {
    let reading = mirror.read("東京 🏦  says: “our customers”, naïve\u{301}.")
    #expect(shown(reading) == ["1: our customers"])
    #expect(reading.sentences.first?.text == "東京 🏦 says: “our customers”, naïve\u{301}.")
  }

  @Test func longSentencesAreCutBetweenHits() {
    let text = [String](repeating: "bread and lock them in", count: 100).joined(separator: " ")
    let reading = mirror.read(text)
    #expect(reading.counts[1] == 100)
    #expect(reading.sentences.map(\.marks.count).reduce(0, +) == 100)
    #expect(reading.sentences.allSatisfy { $0.text.utf8.count < 330 })
    #expect(reading.sentences.map(\.text).joined(separator: " ") == text)
  }

  @Test(arguments: ["", " ", "\n\n", "…", "'", "-", "“", "\r\n", "\u{FEFF}", "🏦"])
  func textsWithoutWordsHoldNothing(_ text: String) {
    let reading = mirror.read(text)
    #expect(reading.total == 0 && reading.sentences.isEmpty && reading.isWhole)
  }

  @Test func bigDocumentsAreReadInOneGo() {
    let reading = mirror.read(String(repeating: "We lock them in. Fine bread.\n", count: 20_000))
    #expect(reading.counts == [0, 20_000, 0])
    #expect(reading.sentences.count == 20_000)
    #expect(reading.sentences.last?.line == 20_000)
  }

  @Test func whatIsCountedIsWhatIsShown() throws {
    let workspace = try CharterScript.workspace(
      """
      action Tariff
        our words is we own them, they don't belong to us, they're locked in
        effort to leave is a call because nobody leaves our base
        note our target
      """, on: BuiltInCharter.charter)
    let action = try #require(workspace.actions.first)
    let judgement = Judge(.init(workspace.charter)).judge(action)
    let texts = MirrorText.all(of: action, workspace.charter)
    #expect(texts.map(\.label) == ["our words", "evidence for effort to leave", "note"])
    let counted = CountedWords.all(in: action, judgement.program)
    #expect(counted.map(\.count) == [1, 1])
    #expect(Array(mirror.read(texts[0].text).counts.prefix(2)) == [1, 1])
  }
}
