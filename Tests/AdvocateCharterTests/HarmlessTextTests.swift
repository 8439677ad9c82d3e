import AdvocateDiagnostics
import Testing

/// What is made visible before it is shown, held against what Unicode says of each character.
@Suite struct HarmlessTextTests {
  /// What stays though it cannot be seen: some scripts and emoji cannot be written without it.
  private static let needed: [ClosedRange<UInt32>] = [
    0x034F...0x034F, 0x180B...0x180D, 0x180F...0x180F, 0x200C...0x200D, 0xFE00...0xFE0F,
    0xE0100...0xE01EF,
  ]

  @Test func everyHiddenCharacterIsKnown() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isHidden =
        [.control, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
        || properties.isBidiControl || properties.isDefaultIgnorableCodePoint
      let isNeeded = Self.needed.contains { $0.contains(value) }
      // Marks around a note between the lines are invisible, too, though Unicode does not say so.
      let isMark = (0xFFF9...0xFFFB).contains(value)
      if HarmlessText.isHarmful(scalar) != (isHidden && !isNeeded || isMark) {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func hiddenCharactersAreNamed() {
    #expect(HarmlessText.of("a\u{1B}[31mb") == "a<U+001B>[31mb")
    #expect(HarmlessText.of("co\u{AD}operate") == "co<U+00AD>operate")
    #expect(HarmlessText.of("x\u{E0061}") == "x<U+E0061>")
    #expect(HarmlessText.of("👨‍👩‍👧 ❤️ می‌خواهم 葛\u{E0100}") == "👨‍👩‍👧 ❤️ می‌خواهم 葛\u{E0100}")
  }
}
