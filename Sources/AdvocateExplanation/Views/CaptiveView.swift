public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// The verdict again when everybody could leave tomorrow, and what would hold people then.
  public static func captive(_ judgement: Judgement, _ judge: Judge) -> View {
    let charter = judgement.charter
    let known: [NamedFact] = [.leave, .reliance, .choice, .selfReliance]
    guard !charter.places(known).isEmpty else { return lacking("captive", known, in: charter) }
    let name = judgement.title
    var view = View("captive")
    view.record(judgement)
    view.say("\(bold: name), if everybody could leave tomorrow:")
    let day = OtherDay(judgement, judge, holds(on: judgement))
    if day.parts.isEmpty {
      view.say("As told, nothing in it holds people. It stays \(ViewWords(judgement).outcome).")
      let unsaid = charter.places([.leave, .choice, .reliance]).filter {
        !judgement.world[$0].isTouched
      }
      view.ask(unsaid, "What could hold them is said by:", in: charter)
    } else {
      view.say(day, then: "without the hold", open: "if we open the door")
    }
    view.record(day, then: "withoutHold", open: "opened")
    view.sayPull(day.then ?? judgement)
    if judgement.holds(.reliance, "yes") || judgement.holds(.leavers, "assumes they stay") {
      view.say("As told, it would fail on that day: its sums need people who cannot go.")
    }
    view.sayRival(judgement)
    return view
  }

  /// What holds people as told, and what an open door would be in its place.
  private static func holds(on judgement: Judgement) -> [OtherDay.Part] {
    let charter = judgement.charter
    func part(_ fact: NamedFact, _ open: String) -> OtherDay.Part? {
      charter.place(fact).map { place in
        .init(
          fact: place, then: .untouched, open: charter.level(open, of: place).map { .level($0) })
      }
    }
    var parts: [OtherDay.Part?] = []
    if let leave = judgement.level(.leave), leave > 0 { parts.append(part(.leave, "one step")) }
    if judgement.holds(.reliance, "yes") { parts.append(part(.reliance, "no")) }
    if judgement.isAtMost(.choice, "no say") { parts.append(part(.choice, "opted in")) }
    if judgement.isAtMost(.selfReliance, "less able") {
      parts.append(part(.selfReliance, "same"))
    }
    return parts.compactMap { $0 }
  }

  /// What would hold people, and what would send them off.
  private mutating func sayPull(_ left: Judgement) {
    let words = ViewWords(left)
    let stays = words.pro.isEmpty ? "nothing that is told" : words.named(words.pro)
    let goes = words.against.isEmpty ? "nothing that is told" : words.named(words.against)
    say("\(bold: "Would hold them"): \(stays).")
    say("\(bold: "Would send them off"): \(goes).")
    record("holds", .list(words.pro.map { .text(left.name(ofRule: $0)) }))
    record("sendsOff", .list(words.against.map { .text(left.name(ofRule: $0)) }))
  }

  /// What a rival could offer each customer out of what we gain from them.
  private mutating func sayRival(_ judgement: Judgement) {
    guard let gain = judgement.number(.gain), let touched = judgement.number(.touched),
      Number(0) < gain, Number(0) < touched, let share = gain.divided(by: touched)
    else { return }
    record("gainPerCustomer", .number(share))
    let currency = judgement.charter.currency
    func plain(_ number: Number) -> String { number.decimal(places: 0, separator: ",") }
    say(
      """
      We gain \(currency) \(Words.money(share)) from each of them this quarter (\(plain(gain)) ÷ \
      \(plain(touched))). With costs like ours, a rival can ask that much less of each and earn \
      what we earned before.
      """)
  }
}
