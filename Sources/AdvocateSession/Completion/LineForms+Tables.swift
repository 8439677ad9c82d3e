public import AdvocateSyntax

/// The forms themselves, each beside a line that reads so.
extension LineForms {
  /// The forms of the lines of `kind`, the one that begins it first.
  ///
  /// The examples read in this order, below `setting(of:)`.
  public static func forms(of kind: SubjectKind) -> [LineForm] {
    switch kind {
    case .action: action
    case .charter: charter
    case .expect: expect
    case .fact: fact
    case .ledger: ledger
    case .phrases: phrases
    case .rule: rule
    }
  }

  /// The lines that the examples of `kind` need before them.
  public static func setting(of kind: SubjectKind) -> [String] {
    switch kind {
    case .expect: ["action Phone to cancel", "action Cancel in one step"]
    case .ledger: ["action Phone to cancel"]
    default: []
    }
  }

  private static let action = [
    LineForm("action NAME", "action Phone to cancel", main: true),
    LineForm("FACT is VALUE", "effort to leave is a call", main: true),
    LineForm(
      "FACT is VALUE because EVIDENCE", "moves the job is same because we asked", main: true),
    LineForm("FACT is LEVEL, LEVEL", "evidence is their words, their deeds"),
    LineForm("FACT is between VALUE and VALUE", "years they stay is between 2 and 4", main: true),
    LineForm("FACT is roughly NUMBER", "gain this quarter is roughly 250k"),
    LineForm("FACT is untouched", "life afterwards is untouched"),
    LineForm("FACT is unsaid", "would feel is unsaid"),
    LineForm(
      "for GROUP: FACT is VALUE", "for loyal customers: effort to leave is a struggle"),
    LineForm("the rest is untouched", "the rest is untouched", main: true),
    LineForm("note TEXT", "note asked for by the service team"),
    LineForm("copy ACTION as NAME", "copy Phone to cancel as One step"),
  ]

  private static let charter = [
    LineForm("charter NAME", "charter Our shop", main: true),
    LineForm("use NAME", "use customer first", main: true),
    LineForm("currency CODE", "currency GBP"),
    LineForm("verdict NAME from N", "verdict for the customer from 65"),
    LineForm("lens NAME", "lens neighbours"),
    LineForm("reason TEXT", "reason people sleep better"),
    LineForm(
      "reason TEXT served by RULE", "reason people sleep better served by neighbours"),
    LineForm("note TEXT", "note agreed in the spring meeting"),
  ]

  private static let expect = [
    LineForm("expect ACTION", "expect Phone to cancel", main: true),
    LineForm("verdict is VERDICT", "verdict is against the customer", main: true),
    LineForm("score is from N to N", "score is from 20 to 35"),
    LineForm("for RULE", "for The job gets easier"),
    LineForm("against RULE", "against Leaving is as easy as joining"),
    LineForm("neutral RULE", "neutral They chose it"),
    LineForm("vetoed by RULE", "vetoed by Nothing taken unasked"),
    LineForm("settled", "settled"),
    LineForm("not settled", "not settled"),
    LineForm("better than ACTION", "better than do nothing"),
    LineForm("worse than ACTION", "worse than Cancel in one step"),
    LineForm("note TEXT", "note agreed with the service team"),
  ]

  private static let fact = [
    LineForm("fact NAME", "fact mood in the shop", main: true),
    LineForm("asks QUESTION", "asks How do people walk out?", main: true),
    LineForm("scale LEVEL, LEVEL", "scale sour, calm, merry", main: true),
    LineForm("means LEVEL TEXT", "means merry they hum at the till"),
    LineForm("one of LEVEL, LEVEL", "one of sour, calm, merry"),
    LineForm("any of LEVEL, LEVEL", "any of nothing, anger, fear"),
    LineForm("yes-no", "yes-no"),
    LineForm("number of UNIT", "number of smiles"),
    LineForm("money", "money"),
    LineForm("percent", "percent"),
    LineForm("text", "text"),
    LineForm("computed EXPRESSION", "computed customers touched * 2"),
    LineForm("counts PHRASES in FACT", "counts ownership talk in our words"),
    LineForm("kind deed|outcome|view|given", "kind outcome"),
    LineForm("first", "first"),
    LineForm("must be said", "must be said"),
    LineForm("note TEXT", "note watched at the door for a week"),
  ]

  private static let ledger = [
    LineForm("ledger NAME", "ledger Trust", main: true),
    LineForm("starts at N", "starts at 5"),
    LineForm("good halves every N days", "good halves every 30 days"),
    LineForm("bad fades never", "bad fades never"),
    LineForm("bad halves every N days", "bad halves every 365 days"),
    LineForm("good fades never", "good fades never"),
    LineForm("on DATE ACTION", "on day 45 Phone to cancel", main: true),
    LineForm("note TEXT", "note dates from the board minutes"),
  ]

  private static let phrases = [
    LineForm("phrases NAME", "phrases hurry talk", main: true),
    LineForm("says TEXT", "says last chance", main: true),
    LineForm("because TEXT", "because patient people choose better"),
    LineForm("instead TEXT", "instead until when it can be had"),
    LineForm("note TEXT", "note heard in the sales room"),
  ]

  private static let rule = [
    LineForm("rule NAME", "rule Leaving is easy", main: true),
    LineForm("lens NAME", "lens independence"),
    LineForm("weight N", "weight 4", main: true),
    LineForm("only when TESTS", "only when contact is not same"),
    LineForm("for when TESTS", "for when effort to leave is one step", main: true),
    LineForm("leans for when TESTS", "leans for when can mute is yes"),
    LineForm("leans against when TESTS", "leans against when can mute is not yes"),
    LineForm("against when TESTS", "against when effort to leave is a call", main: true),
    LineForm("veto when TESTS", "veto when choice is after a no"),
    LineForm("because TEXT", "because they may hire another", main: true),
    LineForm("source TEXT", "source talks with people who left"),
    LineForm("note TEXT", "note weighed anew in May"),
    LineForm("FACT is VALUE", "for when choice is asked for it"),
    LineForm("FACT is at least VALUE", "for when method is at least informs"),
    LineForm("FACT is at most VALUE", "for when contact is at most same"),
    LineForm("FACT is more than VALUE", "for when contact is more than farther"),
    LineForm("FACT is less than VALUE", "for when leavers is less than watched"),
    LineForm("FACT is between VALUE and VALUE", "for when years they stay is between 2 and 4"),
    LineForm("FACT includes LEVEL", "for when evidence includes their words"),
    LineForm("FACT does not include LEVEL", "for when weakness used does not include fear"),
    LineForm("TEST and TEST", "for when can mute is yes and contact is nearer"),
  ]
}
