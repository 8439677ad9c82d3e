import AdvocateExplanation

/// The views that set all plans on one page.
extension LookView {
  static let maps: [LookView] = [
    LookView(
      name: "align", summary: "all plans by their gain and ours, in four fields",
      reason: "What lasts pays both sides; a map shows at once which plans live off one of them.",
      example: """
        action Refund late parcels
          life afterwards is slightly better
          gain this quarter is -40k
        action Raise the price
          life afterwards is slightly worse
          gain this quarter is 600k
        look align
        """,
      make: .actions { View.align($0) }),
    LookView(
      name: "complacency", otherNames: ["losses", "loyal", "signals"],
      summary: "over all plans, signs that customers are taken for granted",
      reason: "No single plan takes people for granted, and all of them together can.",
      example: """
        action Welcome discount
          treats loyal customers is worse
        action Win them back
          loss blamed on is outside causes
          leavers is unwatched
        look complacency
        """,
      make: .actions { View.complacency($0) }),
    LookView(
      name: "fit", summary: "all plans by our skill and their wish, in four fields",
      reason: "Time with people whom others serve better, or who said no, is lost on both sides.",
      example: """
        action Cold calls
          our skill is behind others
          choice is no say
          time of theirs is takes minutes
        look fit
        """,
      make: .actions { View.fit($0) }),
    LookView(
      name: "portrait", summary: "the charter, all verdicts, and what no plan shows",
      reason: "What a firm holds dear is read from its plans, and then from its words.",
      example: """
        action Phone to cancel
          effort to leave is a call
        action Cancel in one step
          effort to leave is one step
        look portrait
        """,
      make: .actions { View.portrait($0) }),
    LookView(
      name: "stance", otherNames: ["seats"],
      summary: "all plans by where our gain comes from and how a yes is won",
      reason: "Where the money comes from and how a yes is won tell whose side a plan is on.",
      example: """
        action Countdown timer
          gain comes through is their purse
          method is pressures
          measured by is our takings
        action Free advice
          gain comes through is their success
          method is helps
        look stance
        """,
      make: .actions { View.stance($0) }),
  ]
}
