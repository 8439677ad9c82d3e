extension Idea {
  /// Every idea, in the order of the articles.
  public static let all = reasons + service + success + independence + partnership

  private static let reasons: [Idea] = [
    .line(
      .reasons, "Ask why you want customers, set money aside, and take the next three answers.",
      "purpose"),
    .rule(
      .reasons, "Where money is the only reason, somebody is hurt on the way to it.",
      "Reasons beyond money", "reasons met is money"),
    .rule(
      .reasons, "People who are paid for profit per head hunt profit per head.",
      "Paid for what customers reach", "staff rewarded for is profit per head"),
    .rule(
      .reasons, "Firm reasons show in how a complaint is met.", "Complaints are put right",
      "complaint answer is put right with thanks"),
    .line(
      .reasons, "One complaint reads differently under each reason.",
      "purpose complaint The parcel came a week late."),
    .line(
      .reasons, "So does one talk with a buyer.",
      "purpose sale You should decide today."),
    .line(
      .reasons, "Thoughts become deeds: a reason that no plan serves is only said.", "purpose",
      "life afterwards is clearly better"),
    .line(
      .reasons,
      "With firm reasons selling gets easier and new customers follow: expect it, then look.",
      "review", "journal go ahead expecting new customers follow sure 60 review in 0 days"),
    .rule(
      .reasons, "The first reason: their lives get better, and they would say so.",
      "Their lives get better", "life afterwards is clearly better"),
    .rule(
      .reasons, "The second reason: it is a joy to serve them.", "Gladly served",
      "staff joy is glad"),
    .rule(
      .reasons, "Whoever dreads customers keeps away from them.", "Nearer to the people we serve",
      "contact is farther"),
    .rule(
      .reasons, "The third reason: some good in the world beyond the two of us.",
      "Reasons beyond money", "reasons met is wider good"),
    .rule(
      .reasons, "A deal is not good when people outside it pay.", "Nobody outside pays for it",
      "people outside the deal is harmed"),
    .rule(
      .reasons, "What they pay buys something in return.", "Worth what it costs",
      "value for money is less"),
    .line(
      .reasons, "Donors are customers too: what is good for one group may fall on another.",
      "look groups", "for donors: true as told is slanted"),
  ]

  private static let service: [Idea] = [
    .rule(
      .service, "People buy what a thing lets them do, so the job comes first.",
      "The job gets easier", "moves the job is easier"),
    .line(
      .service, "Whoever has not said the job has not begun: the interview starts there.", "ask"),
    .rule(
      .service, "Help them do it in the best way that is known, and look for a better one.",
      "The best way we know", "best known way is better way exists"),
    .rule(
      .service, "Selling, delivery and support count as much as the thing itself.",
      "Trouble is passed to nobody", "makes worse is delivery"),
    .line(
      .service, "All stages pull the same way, or the plan trips over itself.", "look stages",
      "makes worse is delivery"),
    .line(
      .service, "One lens for everything we do: whom does it help?", "look lenses",
      "moves the job is easier"),
    .rule(
      .service, "A team that plays to fill the seats is not playing to win.",
      "Play to win their game", "measured by is our takings"),
    .line(
      .service, "Whose game is it? The seats tell.", "look stance", "measured by is our takings"),
    .rule(
      .service, "Losing is forgiven; being used is not.", "Respected instead of used",
      "would feel is used"),
    .line(
      .service, "Would they feel used if they saw it all?", "look found out", "would feel is used"),
    .rule(
      .service, "Self-interest gets found out.", "Told before it is found out",
      "learn of it is by finding out"),
    .line(
      .service, "Judge it as if it were known tomorrow.", "look found out",
      "learn of it is by finding out"),
    .rule(
      .service, "Trust rests on not being exploited.", "No weakness exploited",
      "weakness used is fear"),
    .rule(
      .service, "No lie for a signature.", "No deceit for a signature",
      "true as told is a false picture"),
    .rule(
      .service, "Nothing is taken without asking.", "Nothing taken unasked",
      "takes unasked is money"),
    .rule(
      .service, "The weakest are guarded first.", "The weakest are guarded",
      "weakest customers is hits them hardest"),
    .rule(
      .service, "Offer them any road to success, another firm's included.",
      "Another door where it fits better", "points elsewhere is tells unasked"),
    .line(
      .service, "Whom to send elsewhere, and what that earns.", "look refer",
      "points elsewhere is keeps quiet"),
    .line(
      .service, "Does it move goods, or help people? Whose interest steers?", "look stance",
      "gain comes through is their success", "method is helps"),
    .line(
      .service, "Lasting success puts customers first: level plans are parted by the harm they do.",
      "rank", "moves the job is easier"),
    .line(.service, "The answers show who a firm is.", "look portrait", "moves the job is easier"),
  ]

  private static let success: [Idea] = [
    .rule(
      .success, "Would we let them watch us plan it?", "We would let them watch",
      "would show customer is never"),
    .rule(
      .success, "Help them to their own yes, instead of convincing them.",
      "Help them to their own yes", "method is pressures"),
    .line(
      .success, "Turn a plan around: a light question from the other side.", "look reframe",
      "method is pressures"),
    .rule(
      .success, "All we do is meant for their success, and ours comes through it.",
      "We gain as they succeed", "gain comes through is their success"),
    .line(
      .success, "Their success is the best way to ours: say beforehand what you expect of it.",
      "journal", "life afterwards is clearly better"),
    .line(
      .success, "Their gain and ours, in four fields.", "look align",
      "life afterwards is slightly better", "gain this quarter is 40k"),
    .rule(
      .success, "How we earn can be known.", "How we earn is no secret", "earnings told is no"),
    .line(
      .success, "Say it aloud: what would the announcement claim, and what shows it?",
      "look announce", "life afterwards is slightly better"),
    .rule(
      .success, "Be tireless in spotting their chances.", "They see further afterwards",
      "customer learns is see new chances"),
    .line(
      .success, "Which chances does it open, and which does it pass by?", "look openings",
      "moves the job is harder"),
    .rule(
      .success, "It is no charity: what cannot be kept up helps nobody for long.",
      "It can be kept up", "can keep up is no"),
    .rule(
      .success, "Both sides may gain.", "Our gain beside theirs", "gain this quarter is 40k",
      "life afterwards is clearly better"),
    .rule(
      .success, "A good that costs us something says more than words.",
      "Good that costs us something", "gain this quarter is -40k",
      "life afterwards is slightly better"),
    .rule(
      .success, "Seek those whose problem we are best at.", "Where we are truly good",
      "our skill is outside our field"),
    .rule(
      .success, "Their time is as dear as ours.", "Their time is dear",
      "time of theirs is takes hours"),
    .line(
      .success, "Stay with those we can help, who want it: does it fit?", "look fit",
      "our skill is outside our field"),
    .line(
      .success, "A talk that turns to ourselves shows in its words.",
      "mirror We grow our share and our margin."),
  ]

  private static let independence: [Idea] = [
    .line(
      .independence, "Listen for words of ownership, then look into the mirror.",
      "mirror We own our customers."),
    .rule(
      .independence, "Such words in a plan count against it.", "Words of ownership",
      "our words is We own our customers."),
    .rule(
      .independence, "Being relied on is not being in control.", "It works with free people",
      "rests on reliance is yes"),
    .line(
      .independence, "Would it still stand if everybody could leave tomorrow?", "look captive",
      "rests on reliance is yes"),
    .rule(
      .independence, "They chose it, and may choose again.", "They chose it", "choice is no say"),
    .rule(
      .independence, "People like to stand on their own feet.", "More able to stand alone",
      "self-reliance is less able"),
    .rule(
      .independence, "They hired us for a job, and may hire another tomorrow.",
      "Leaving is as easy as joining", "effort to leave is a struggle"),
    .rule(
      .independence, "Good deeds are soon forgotten and wrongs never: mend them.",
      "Wrongs are mended", "past wrong is leaves it"),
    .line(
      .independence, "What have you done for them lately? The account of good and bad deeds.",
      "ledger", "acts before asked is yes", "ledger Trust", "on day 1 An idea"),
    .rule(
      .independence, "Slack service after the sale is the first sign.",
      "Earned again after the sale", "care after the sale is drops"),
    .line(
      .independence, "Where do our plans take customers for granted?", "look complacency",
      "leavers is assumes they stay"),
    .rule(
      .independence, "When they leave, look at ourselves first.", "The mirror first",
      "loss blamed on is the customer"),
    .line(
      .independence, "How do we explain those we lost?", "look complacency",
      "loss blamed on is the customer"),
    .line(
      .independence, "Leader today, forgotten tomorrow: a year on they are gone; why?",
      "look premortem", "moves the job is harder"),
    .rule(
      .independence, "Do not forget who brought us here.", "Loyalty is rewarded",
      "treats loyal customers is worse"),
    .line(
      .independence, "What do those get who have been here longest?", "look complacency",
      "treats loyal customers is worse"),
    .rule(
      .independence, "What one has is soon taken for granted.", "Nobody is taken for granted",
      "leavers is unwatched"),
    .line(
      .independence, "Which signs would tell us that they are leaving?", "look complacency",
      "leavers is unwatched"),
  ]

  private static let partnership: [Idea] = [
    .line(
      .partnership,
      "The customer is the chief part of the work: hear the verdict from their chair.",
      "look chair", "moves the job is harder"),
    .rule(
      .partnership, "Solve a problem or add something, or there is no business.",
      "A problem solved for them", "gives them is nothing"),
    .rule(
      .partnership, "Know them: ask, watch, and listen where they speak.", "Ask those it is for",
      "evidence is nothing"),
    .line(
      .partnership, "Never stop listening: which answer is worth finding out next, and how?",
      "look listen", "moves the job is easier"),
    .rule(
      .partnership, "A way to tell us stays open.", "An ear that stays open",
      "way to tell us is no way"),
    .line(
      .partnership, "Selling that helps is a good deed: one talk under each reason.",
      "purpose sale It will save you an hour a day."),
    .rule(
      .partnership, "Make it with them: from products to people.", "Made with them",
      "customer role is designed it with us"),
    .line(
      .partnership, "What part did they have in it?", "look together",
      "customer role is designed it with us"),
    .rule(
      .partnership, "Friends are believed before advertisements.", "Word from friend to friend",
      "spreads by is peers"),
    .rule(
      .partnership, "Attention is given, and can be taken back.", "Attention is theirs to give",
      "can mute is no"),
    .rule(
      .partnership, "Give them the stage; what they say is not ours to steer.", "Let them speak",
      "voice of customers is silenced"),
    .line(
      .partnership, "Who speaks about us, and how freely?", "look together",
      "voice of customers is slanted"),
    .rule(
      .partnership, "Do more than was promised.", "More than was promised",
      "promise kept is far more"),
    .rule(
      .partnership, "Act before they have to ask.", "Before they ask", "acts before asked is yes"),
    .rule(
      .partnership, "Serve those you have before you hunt new ones.", "Those already here",
      "share for existing is 70%"),
    .rule(
      .partnership, "Free to go, and glad to stay.", "Free to go yet glad to stay",
      "years they stay is 3", "years they would stay is 4"),
    .rule(
      .partnership, "Think in years rather than quarters.", "Made to last",
      "horizon is this quarter"),
    .rule(
      .partnership, "A quarter's gain is set against what the years lose.",
      "The years outweigh the quarter", "gain this quarter is 250k", "customers touched is 20000",
      "margin per customer is 60", "years they stay is 4", "years they would stay is 3.5"),
    .line(
      .partnership, "The sum for whoever counts the money: the quarter against a lifetime.",
      "lifetime", "gain this quarter is 250k", "customers touched is 20000",
      "margin per customer is 60", "years they stay is 4", "years they would stay is 3.5"),
    .line(
      .partnership, "When was the last good deed that nobody asked for?", "ledger",
      "acts before asked is yes", "ledger Trust", "on day 1 An idea"),
  ]
}
