import AdvocateExplanation

/// The views that ask about one plan from another chair, or on another day.
extension LookView {
  static let chairs: [LookView] = [
    LookView(
      name: "announce", summary: "a draft to announce it, and the questions that follow",
      reason: "What cannot be announced in plain words is not ready, or not right.",
      example: """
        action Refund late parcels
          moves the job is easier because 212 answers to our letter
          acts before asked is yes
          learn of it is in small print
        look announce
        """,
      make: .action { View.announce($0) }),
    LookView(
      name: "captive", summary: "the verdict again when everybody could leave tomorrow",
      reason: "People bear with us only until another door opens; better to know what holds them.",
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
          moves the job is harder
        look captive
        """,
      make: .prospect { View.captive($0, $1) }),
    LookView(
      name: "chair", summary: "the verdict in the customers' own voice",
      reason: "A harm that is easy to plan about \"them\" is harder to hear from \"us\".",
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
        look chair
        """,
      make: .prospect { View.chair($0, $1) }),
    LookView(
      name: "found out", otherNames: ["used"],
      summary: "the verdict again when customers know all of it tomorrow",
      reason: "It comes to light, and being used is forgiven less than an honest failure.",
      example: """
        action Fees at the till
          true as told is slanted
          learn of it is in small print
          would feel is used
        look found out
        """,
      make: .prospect { View.foundOut($0, $1) }),
    LookView(
      name: "listen", summary: "what is our guess, what hangs on it, and where to ask",
      reason: "One question to the right person is cheaper than a plan that rests on a guess.",
      example: """
        action Phone to cancel
          effort to leave is a call because mystery calls in October
          moves the job is harder
        look listen
        """,
      make: .prospect { View.listen($0, $1) }),
    LookView(
      name: "openings", summary: "deeds that it leaves out and that would speak for it",
      reason: "Chances to do people good lie beside every plan, and nobody asks for them.",
      example: """
        action Phone to cancel
          effort to leave is a call
        look openings
        """,
      make: .prospect { View.openings($0, $1) }),
    LookView(
      name: "premortem", summary: "a year on, they have moved on: why?",
      reason: "Looking back from a loss, people name what they would not say of a plan.",
      example: """
        action Phone to cancel
          effort to leave is a call
          moves the job is harder
        look premortem
        """,
      make: .action { View.premortem($0) }),
    LookView(
      name: "refer", summary: "what to say to those whom another would serve better",
      reason: "Advice that costs us a sale is remembered when the next one comes.",
      example: """
        action Sell to everyone
          points elsewhere is keeps quiet
          our skill is behind others
        look refer
        """,
      make: .prospect { View.refer($0, $1) }),
    LookView(
      name: "reframe", summary: "each objection turned into a question to think with",
      reason: "An objection ends a talk, and the question behind it begins a better plan.",
      example: """
        action Phone to cancel
          effort to join is one step
          effort to leave is a call
          would show customer is reluctantly
        look reframe
        """,
      make: .prospect { View.reframe($0, $1) }),
  ]
}
