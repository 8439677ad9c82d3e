@testable import AdvocateExplanation
import Testing

/// Sentences of the firm as customers would say them.
struct CustomerVoiceTests {
  @Test func theyBecomeWeAndWeBecomeYou() {
    let pairs = [
      (
        "they hired us for a job and may hire another tomorrow",
        "we hired you for a job and may hire another tomorrow"
      ),
      (
        "if we earn when they fail, sooner or later we will help them to fail",
        "if you earn when we fail, sooner or later you will help us to fail"
      ),
      (
        "an hour of their life is the one thing that we can never pay back",
        "an hour of our life is the one thing that you can never pay back"
      ),
      ("They ask what we do ourselves", "We ask what you do yourselves"),
      ("theirs and ours, them and us", "ours and yours, us and you"),
    ]
    for (firm, customers) in pairs { #expect(CustomerVoice.of(firm) == customers) }
  }

  @Test func othersStayOthers() {
    let pairs = [
      (
        "people stand by what they chose and slip away from what was chosen for them",
        "people stand by what they chose and slip away from what was chosen for them"
      ),
      (
        "people do what they are paid for, so our pay shows whose result we want",
        "people do what they are paid for, so your pay shows whose result you want"
      ),
      (
        "those who came first carried us here, and they can read the offers",
        "those who came first carried you here, and they can read the offers"
      ),
    ]
    for (firm, customers) in pairs { #expect(CustomerVoice.of(firm) == customers) }
  }

  @Test func partsOfWordsAreLeftAlone() {
    #expect(
      CustomerVoice.of("trust, Thursday, weather, hours") == "trust, Thursday, weather, hours")
  }
}
