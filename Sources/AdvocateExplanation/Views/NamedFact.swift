import AdvocateAnalysis
import AdvocateCharter
import AdvocateEvaluation

/// The facts that some views read by name, as the charter inside the program names them.
///
/// A view that reads nothing by name works with every charter; the others say which facts they
/// miss. This file is the only place that knows the names, and how facts belong together.
enum NamedFact: String {
  case actsFirst = "acts before asked"
  case afterSale = "care after the sale"
  case bestWay = "best known way"
  case capture = "capture words"
  case choice = "choice"
  case complaint = "complaint answer"
  case contact = "contact"
  case earnings = "earnings told"
  case elsewhere = "points elsewhere"
  case evidence = "evidence"
  case existing = "share for existing"
  case feel = "would feel"
  case gain = "gain this quarter"
  case gainSource = "gain comes through"
  case gives = "gives them"
  case join = "effort to join"
  case learns = "customer learns"
  case learnsOf = "learn of it"
  case leave = "effort to leave"
  case leavers = "leavers"
  case life = "life afterwards"
  case lossBlame = "loss blamed on"
  case loyal = "treats loyal customers"
  case makesWorse = "makes worse"
  case margin = "margin per customer"
  case measure = "measured by"
  case method = "method"
  case moves = "moves the job"
  case mute = "can mute"
  case ownership = "ownership words"
  case pastWrong = "past wrong"
  case promise = "promise kept"
  case reliance = "rests on reliance"
  case role = "customer role"
  case selfReliance = "self-reliance"
  case show = "would show customer"
  case skill = "our skill"
  case spread = "spreads by"
  case staff = "staff rewarded for"
  case stayLater = "years they would stay"
  case takes = "takes unasked"
  case tellUs = "way to tell us"
  case time = "time of theirs"
  case touched = "customers touched"
  case truth = "true as told"
  case value = "value for money"
  case voice = "voice of customers"
  case weakest = "weakest customers"
  case weakness = "weakness used"
}

/// Facts that belong together in a view.
struct FactGroup {
  let name: String
  let facts: [NamedFact]

  /// What customers go through, in its order.
  static let stages = [
    FactGroup(
      name: "the offer",
      facts: [
        .value, .gives, .bestWay, .truth, .learnsOf, .earnings, .skill, .elsewhere, .spread,
      ]),
    FactGroup(name: "the sale", facts: [.method, .weakness, .choice, .join, .takes]),
    FactGroup(name: "delivery", facts: [.moves, .promise, .time, .weakest]),
    FactGroup(
      name: "support",
      facts: [
        .afterSale, .actsFirst, .complaint, .pastWrong, .tellUs, .mute, .contact, .learns,
        .loyal, .selfReliance,
      ]),
    FactGroup(name: "leaving", facts: [.leave, .leavers, .reliance, .lossBlame, .stayLater]),
  ]

  /// Signs that customers are taken for granted.
  static let complacency = [
    FactGroup(name: "how losses are explained", facts: [.lossBlame, .pastWrong]),
    FactGroup(
      name: "how those who stayed are treated", facts: [.loyal, .existing, .afterSale]),
    FactGroup(
      name: "whether first signs would be seen", facts: [.leavers, .tellUs, .complaint]),
    FactGroup(name: "whether they could leave", facts: [.leave, .reliance]),
    FactGroup(name: "how we talk", facts: [.ownership, .capture]),
  ]

  /// What part customers have in a plan.
  static let partnership = [
    FactGroup(name: "we know them", facts: [.evidence, .contact]),
    FactGroup(name: "they make it with us", facts: [.role]),
    FactGroup(name: "they tell us", facts: [.tellUs]),
    FactGroup(name: "they tell others", facts: [.voice, .spread]),
  ]
}

extension Charter {
  /// The place of a fact that is known by name; nil where this charter has none of that name.
  func place(_ fact: NamedFact) -> Int? {
    facts.firstIndex { $0.name.lowercased() == fact.rawValue }
  }

  /// The places of those of `named` that this charter has.
  func places(_ named: [NamedFact]) -> [Int] { named.compactMap { place($0) } }

  /// The place of a level of a fact by its name.
  func level(_ name: String, of fact: Int) -> Int? {
    facts[fact].levels.firstIndex { $0.lowercased() == name }
  }
}

extension Judgement {
  /// The level that a fact holds as told; nil where it is untouched, or holds no single level.
  func level(_ fact: NamedFact) -> Int? {
    guard let place = charter.place(fact), case .value(.level(let level)) = world[place] else {
      return nil
    }
    return level
  }

  /// The number that a fact holds as told.
  func number(_ fact: NamedFact) -> Number? { charter.place(fact).flatMap { world[$0].number } }

  /// Whether a fact holds this level, or includes it.
  func holds(_ fact: NamedFact, _ level: String) -> Bool {
    guard let place = charter.place(fact), let wanted = charter.level(level, of: place) else {
      return false
    }
    switch world[place] {
    case .value(.level(let held)): return held == wanted
    case .value(.levels(let held)): return held >> UInt64(wanted) & 1 == 1
    default: return false
    }
  }

  /// Whether a fact holds this level or a lower one.
  func isAtMost(_ fact: NamedFact, _ level: String) -> Bool {
    guard let place = charter.place(fact), let wanted = charter.level(level, of: place),
      let held = self.level(fact)
    else { return false }
    return held <= wanted
  }
}
