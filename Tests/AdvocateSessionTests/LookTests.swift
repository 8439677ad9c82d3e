import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSession
import Testing

/// What `look` answers, with figures worked out by hand.
struct LookTests {
  private static let phone = """
    action Phone to cancel
    effort to join is one step
    effort to leave is a call
    moves the job is harder
    would show customer is reluctantly
    gain this quarter is 250k
    customers touched is 20,000
    the rest is untouched
    """

  private static let plans =
    phone + """

      action Small print
      true as told is slanted
      learn of it is in small print
      life afterwards is slightly worse
      gain this quarter is between -10k and 600k
      the rest is untouched
      action Refund
      life afterwards is slightly better
      gain this quarter is roughly -40k
      method is helps
      gain comes through is their success
      the rest is untouched
      """

  private func session(_ script: String, width: Int = 80) -> Session {
    let access = SessionFiles(
      read: { _ in .failure(.missing) }, write: { _, _ in nil }, exists: { _ in false })
    var session = Session(files: access, isTyped: true, width: width)
    for line in script.split(separator: "\n") { _ = session.respond(to: String(line)) }
    return session
  }

  private func answer(_ line: String, _ session: Session) -> String {
    var session = session
    var text = ""
    for piece in session.respond(to: line).pieces {
      switch piece {
      case .lines(let lines): text += OutputStyle(width: session.width).render(lines)
      case .finding(let finding): text += finding.sentences.map(\.plain).joined(separator: "\n")
      }
    }
    return text
  }

  private func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  // MARK: - Figures worked out by hand

  // Phone to cancel puts three rules in play, of 4 + 5 + 3 = 12 points:
  //   Leaving is as easy as joining, 4: a call is more than one step, so against with all 4.
  //   The job gets easier, 5: harder, so against with half, 2.5.
  //   We would let them watch, 3: reluctantly, so against with half, 1.5.
  // As told: 50 + 50 × (0 − 8) ÷ 12 = 16.7.

  @Test func captiveJudgesWithoutTheHold() {
    let shown = words(answer("look captive", session(Self.phone)))
    #expect(shown.contains("as told against the customer, 17"))
    // Leaving untouched: the first rule is not in play. 50 + 50 × (0 − 4) ÷ 8 = 25.
    #expect(
      shown.contains("without the hold against the customer, 25 effort to leave is untouched"))
    // Leaving in one step: it speaks for with 4. 50 + 50 × (4 − 4) ÷ 12 = 50.
    #expect(shown.contains("if we open the door mixed, 50 effort to leave is one step"))
    // What is left objects with 2.5 and 1.5, and 250,000 ÷ 20,000 = 12.50.
    #expect(
      shown.contains(
        "Would send them off: The job gets easier 2.5 and We would let them watch 1.5."))
    #expect(shown.contains("EUR 12.50 from each of them this quarter (250,000 ÷ 20,000)"))
  }

  @Test func reframeJudgesEachQuestion() {
    let shown = words(answer("look reframe", session(Self.phone)))
    // One step: 50 + 50 × (4 − 2.5 − 1.5) ÷ 12 = 50.
    #expect(
      shown.contains("What if effort to leave were one step, instead of a call? Then mixed, 50."))
    // Easier leans for with 2.5: 50 + 50 × (2.5 − 4 − 1.5) ÷ 12 = 37.5, halves up.
    #expect(
      shown.contains(
        "until moves the job is easier, instead of harder? Then against the customer, 38."))
    // "If asked" silences the third rule alone; "proudly" speaks for with 3:
    // 50 + 50 × (3 − 4 − 2.5) ÷ 12 = 35.4.
    #expect(
      shown.contains(
        "until would show customer is proudly, instead of reluctantly? Then against the customer, "
          + "35."))
    // All three: 50 + 50 × (4 + 2.5 + 3) ÷ 12 = 89.6.
    #expect(shown.contains("All 3 at once: for the customer, 90."))
    // How one joins simply is so: it is no question.
    #expect(!shown.contains("What if effort to join"))
  }

  @Test func listenTriesEveryOtherLevel() {
    let shown = words(answer("look listen", session(Self.phone)))
    // Much harder: 50 − 50 × (4 + 5 + 1.5) ÷ 12 = 6.25. Much easier: 50 + 50 × (5 − 5.5) ÷ 12 = 47.9.
    #expect(shown.contains("moves the job is harder 6 to 48; mixed"))
    // One step: 50, as above. A struggle says no more than a call beside one step: 16.7.
    #expect(shown.contains("effort to leave is a call 17 to 50; mixed"))
    // Never: 50 − 50 × (6.5 + 3) ÷ 12 = 10.4. Proudly: 35.4.
    #expect(shown.contains("would show customer is reluctantly 10 to 35, no turn"))
    // Joining by a struggle: a call still leans against, with 2. 50 − 50 × (2 + 4) ÷ 12 = 25.
    #expect(shown.contains("effort to join is one step 17 to 25, no turn"))
    #expect(shown.contains("6 of 6 facts are our guess"))
  }

  @Test func whatIsKnownIsNoGuess() {
    var session = session(Self.phone)
    _ = session.respond(to: "moves the job is harder because twelve calls in May")
    let shown = words(answer("look listen", session))
    #expect(shown.contains("5 of 6 facts are our guess"))
    #expect(!shown.contains("moves the job is harder 6 to 48"))
  }

  @Test func referTellsWhatEachAnswerBrings() {
    let shown = words(answer("look refer", session(Self.phone)))
    // The rule weighs 4, so 16 are in play. For all: 50 + 50 × (4 − 8) ÷ 16 = 37.5; for half:
    // 50 + 50 × (2 − 8) ÷ 16 = 31.25; against half: 50 − 50 × 10 ÷ 16 = 18.75; all: 12.5.
    #expect(shown.contains("talks them round against 4 against the customer, 13"))
    #expect(shown.contains("keeps quiet against 2 against the customer, 19"))
    #expect(shown.contains("tells if asked for 2 against the customer, 31"))
    #expect(shown.contains("tells unasked for 4 against the customer, 38"))
  }

  @Test func foundOutIsNoBetterThanTold() {
    let script = """
      action Small print
      true as told is slanted
      learn of it is in small print
      the rest is untouched
      """
    let shown = words(answer("look found out", session(script)))
    // Slanted speaks against with 5, small print with 1.5 of 3: 50 − 50 × 6.5 ÷ 8 = 9.4.
    #expect(shown.contains("as told against the customer, 9"))
    // Found out: against with 5 and 3, of 8, which is 0.
    #expect(shown.contains("found out against the customer, 0 learn of it is by finding out"))
    // Told first: the truth is due and earns nothing, and the plain word brings 1.5 of 3: 75.
    #expect(
      shown.contains(
        "if we tell it first for the customer, 75 true as told is true and learn of it is told "
          + "plainly"))
  }

  // MARK: - Maps

  @Test func alignPlacesOnlyWhatIsSure() {
    let shown = words(answer("look align as json", session(Self.plans)))
    #expect(shown.contains("\"action\": \"Refund\", \"theirs\": \"slightly better\""))
    #expect(shown.contains("\"field\": \"sacrifice\""))
    // Its gain could be a loss.
    #expect(
      shown.contains("Small print (gain this quarter is between -10,000 and 600,000)"))
    #expect(!shown.contains("\"field\": \"exploitation\""))
  }

  @Test func mapsTakeNoName() {
    for view in ["align", "complacency", "fit", "portrait", "stance"] {
      #expect(answer("look \(view) Refund", session(Self.plans)).contains("takes no name"))
    }
  }

  @Test func stagesThatPullApartAreNamed() {
    let script = """
      action Good start
      method is helps
      effort to join is one step
      effort to leave is a struggle
      the rest is untouched
      """
    let shown = words(answer("look stages", session(script)))
    #expect(
      shown.contains(
        "The stages pull apart: all speaks for it at the sale, and against it at leaving."))
  }

  // MARK: - All views

  private static let views = [
    "align", "announce", "captive", "chair", "complacency", "fit", "found out", "lenses",
    "listen", "openings", "portrait", "premortem", "refer", "reframe", "stages", "stance",
    "together",
  ]

  @Test(arguments: [40, 80]) func everyViewKeepsItsWidth(_ width: Int) {
    let session = session(Self.plans, width: width)
    for view in Self.views {
      let isMap = ["align", "complacency", "fit", "portrait", "stance"].contains(view)
      for name in isMap ? [""] : [" Phone", " Small print"] {
        let shown = answer("look \(view)\(name)", session)
        #expect(!shown.isEmpty)
        for line in shown.split(separator: "\n") {
          #expect(TextWidth.of(String(line)) <= width, "\(view)\(name) at \(width): \(line)")
        }
      }
    }
  }

  @Test func everyOtherNameLeadsToItsView() {
    let session = session(Self.plans)
    let pairs = [
      ("used Phone", "found out Phone"), ("seats", "stance"), ("voices Phone", "together Phone"),
      ("losses", "complacency"), ("loyal", "complacency"), ("signals", "complacency"),
    ]
    for (other, view) in pairs {
      #expect(answer("look \(other)", session) == answer("look \(view)", session))
    }
  }

  @Test func completionOffersViewsAndThenPlans() {
    let completer = Completer(session(Self.plans))
    func items(_ typed: String) -> [String] { completer.complete(typed).items.map(\.insertion) }
    #expect(items("look fo") == ["found out"])
    #expect(items("look found out Ph") == ["Phone to cancel"])
  }
}
