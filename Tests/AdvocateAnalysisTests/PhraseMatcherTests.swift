import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import Testing

/// What the phrases of a charter are heard in, and what not.
@Suite struct PhraseMatcherTests {
  /// The words that are found, denied ones left out.
  private func heard(_ text: String, _ phrases: String...) -> [String] {
    var family = PhraseFamily(name: "talk", location: SourceLocation())
    family.phrases = phrases
    return heard(text, [family])
  }

  private func heard(_ text: String, _ families: [PhraseFamily]) -> [String] {
    let bytes = Array(text.utf8)
    return PhraseMatcher(families).hits(in: text).filter { !$0.isDenied }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private func heardByCharter(_ text: String) -> [String] {
    heard(text, BuiltInCharter.charter.phraseFamilies.filter { $0.name != "money" })
  }

  @Test(arguments: ["own them", "owns them", "owned them", "OWNING them"])
  func theFirstWordHasForms(_ text: String) {
    #expect(heard("Who \(text)?", "own them") == [text])
  }

  @Test func aPhraseInAnotherFormIsHeardAlike() {
    #expect(heard("to lock in, locks in, locking-in", "locked in").count == 3)
    #expect(heard("trap and trapped; tied, tying", "trapping", "ties").count == 4)
    #expect(heard("we made them buy", "make them buy") == ["made them buy"])
    #expect(heard("monetised, monetising, monetises", "monetise").count == 3)
  }

  @Test func theLastWordIsANoun() {
    #expect(
      heard(
        "our customer, our customers, our customer’s, our customers' yard",
        "our customers"
      ).count == 4)
    // Accounting is another trade than an account.
    #expect(heard("our accounting, our accounted", "our account").isEmpty)
    #expect(heard("Once we owned it", "we own") == ["we owned"])
  }

  @Test func wordsThatOnlyLookAlikeAreNotHeard() {
    #expect(heard("the owner of a town, the downtown, owner-occupied", "own").isEmpty)
    #expect(heard("I hope and hoped, hoping", "hop").isEmpty)
    #expect(heard("a new thing, hooky, unhook, captivated", "news", "hook", "captive").isEmpty)
    #expect(heard("planes, planing", "plan").isEmpty)
    #expect(heard("clock in, blocked in, locket in", "lock in").isEmpty)
  }

  @Test func aPhraseEndsWithItsClause() {
    #expect(heard("We lock. In the morning we open.", "lock in").isEmpty)
    #expect(heard("lock, in fact", "lock in").isEmpty)
    #expect(heard("lock\n\nin", "lock in").isEmpty)
    #expect(heard("lock\nin, “lock” in, *lock* in, lock\u{2011}in", "lock in").count == 4)
    #expect(heard("lock - in", "lock in").isEmpty)
  }

  @Test(arguments: [
    "They do not belong to us.", "They don’t belong to us", "We never lock anyone in.",
    "Nobody owns a customer.", "We don't own them", "We cannot own customers.",
    "Without lock-in", "no switching costs", "Neither lock-in nor traps",
    "They are not our customers", "Never call them our customers!",
    "We do not say “our customers”", "We do not own our customers.",
    "We would rather help than lock them in", "instead of locking people in",
    "We never, ever lock anyone in.",
  ])
  func whatIsDeniedIsNotHeard(_ text: String) {
    #expect(heardByCharter(text).isEmpty)
  }

  @Test(arguments: [
    ("It is not easy, but somebody owns them.", "owns them"),
    ("We do not rest until they are locked in.", "locked in"),
    ("No, they belong to us.", "belong to us"),
    ("Nothing changes. We lock them in.", "lock them in"),
    ("We do not ask and we lock them in.", "lock them in"),
    ("Not only do we hook people.", "hook"),
    ("Why not lock them in?", "lock them in"),
    ("No doubt they are captive.", "captive"),
    ("We never forget our customers.", "our customers"),
    ("\"Never mind,\" they said, \"lock them in.\"", "lock them in"),
    ("He said “never” to upsells.", "upsells"),
    ("They cannot leave the customer base.", "customer base"),
    ("We can't serve our customers better.", "our customers"),
  ])
  func aDenialEndsWithItsClause(_ text: String, _ expected: String) {
    #expect(heardByCharter(text).contains(expected))
  }

  @Test func aPhraseMayDenyByItself() {
    for text in [
      "They will not leave.", "they won’t leave", "They'll not leave", "they wont leave",
    ] {
      #expect(heardByCharter(text).count == 1)
    }
    // It is we who stay: nobody is held.
    #expect(heardByCharter("We will not leave you alone.").isEmpty)
    #expect(heardByCharter("Never say they cannot leave.").isEmpty)
  }

  @Test func ofTwoPhrasesTheLongerIsHeard() {
    #expect(heard("lock them in now", "lock", "lock them in") == ["lock them in"])
    #expect(heard("lock them up", "lock", "lock them in") == ["lock"])
  }

  @Test func everyPhraseOfTheCharterIsHeard() {
    for family in BuiltInCharter.charter.phraseFamilies {
      #expect(family.reason != nil && family.wording != nil)
      #expect(family.phrases.count >= 10)
      for phrase in family.phrases {
        #expect(heard("Today \(phrase).", [family]).count == 1, "\(phrase)")
      }
    }
  }

  @Test func plainWordsAreNotHeard() {
    let text = """
      Our shop opens at nine. We help people finish their own work, on their own account, and tell \
      them what it costs. Whoever wants to leave, leaves in one step. We will not leave them alone \
      with it. Their house, their rules.
      """
    #expect(heardByCharter(text).isEmpty)
  }

  @Test func countsAreThoseOfTheMirror() {
    let words = "We own them. They don't belong to us, they're locked in."
    let family = BuiltInCharter.charter.phraseFamilies.filter { $0.name == "ownership talk" }
    #expect(PhraseMatcher(family).count(in: words) == 1)
  }
}
