/// What `help` says about groups of customers.
extension HelpTopics {
  static let eachCustomer = HelpTopic(
    "for each customer", or: ["group", "groups", "each customer", "for group"],
    forms: [
      .init("for GROUP: FACT is VALUE", "in an action: so it is for this group only"),
      .init("judge ACTION for GROUP", "the verdict for one group; other commands take it, too"),
      .init("expect ACTION for GROUP", "what is expected for one group"),
      .init("look groups", "all groups side by side, and what would lift the worst-off"),
      .init("drop for GROUP", "takes out all that was said for a group"),
      .init("drop for GROUP: FACT", "takes out one line of it"),
    ],
    """
    New and loyal, buyer and user, donor and served: one plan can be several things to several \
    groups of customers. What is said without a group holds for every group that does not say \
    otherwise. Where those shared lines say every fact that some group says, they tell of everyone \
    else, who is judged as a group, too. The verdict of the plan is that of the worst-off group, \
    everywhere: in judge, rank, compare, ledgers, expect and the gates of the command line. Worst \
    off is who can still come out lowest; between equals, who stands lowest as told.
    """,
    example: """
      action Price rise
        moves the job is easier
        value for money is same
        for loyal customers: value for money is less
        for new customers: effort to leave is one step
      judge
      judge Price rise for new customers
      look groups
      """)
}
