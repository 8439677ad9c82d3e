import AdvocateCharter
import AdvocateExplanation

/// A meeting with one keyboard and one screen: what was asked, voted, objected and decided.
///
/// While it is on, the verdict on a plan is told only by `reveal`.
struct Room {
  /// What a verdict hangs on, so that a change takes back what was revealed.
  struct Told: Equatable {
    private struct Said: Equatable {
      let fact: Int
      let group: String?
      let content: Statement.Content
    }

    private let said: [Said]
    private let restIsUntouched: Bool
    private let unread: Int
    private let charter: Charter

    init(_ action: Action, _ charter: Charter) {
      said = action.allStatements.map {
        Said(fact: $0.fact, group: $0.group, content: $0.content)
      }
      restIsUntouched = action.restIsUntouched
      unread = action.dropped.count
      self.charter = charter.withoutNotes
    }
  }

  /// A change of one plan that is tried, and whose verdict is held.
  struct Supposed {
    var action: String
    var statements: [Statement]
  }

  /// A weight that somebody doubts.
  struct Challenge {
    var rule: String
    var before: Int
    var after: Int
    /// The hands for the change and against it.
    var hands: (yes: Int, no: Int)?
    /// Why the room took it or left it; nil while that is open.
    var reason: String?
    var isAccepted = false
  }

  /// What the lines that are typed are written down as.
  enum Collecting {
    case dissent
    case premortem
  }

  /// A prepared file, of which Enter takes one line after the other.
  struct Replay {
    var path: String
    var lines: [String]
    var place = 0
  }

  /// A state that the room can go back to.
  struct Checkpoint {
    var name: String
    var workspace: Workspace
  }

  /// What only the minutes tell: all that stands neither in the plans nor in the charter.
  struct Meeting: Equatable {
    var ballots: [Ballot] = []
    var challenges: [String] = []
    var dissent: [String] = []
    var premortem: [String] = []
    var owners: [String] = []
    var review: String?
  }

  /// What was asked, the question at hand last.
  var ballots: [Ballot] = []
  /// Whether the last question waits for its answer.
  var isAsking = false
  /// Whether hands are counted for the second time.
  var isSecondCount = false
  /// What was revealed.
  var revealed: [String: [Told]] = [:]
  var supposed: Supposed?
  var isLocked = false
  /// What was challenged; the last one may be open.
  var challenges: [Challenge] = []
  var collecting: Collecting?
  var dissent: [String] = []
  var premortem: [String] = []
  /// Who takes an open question along, by the name of its fact.
  var owners: [(fact: String, owner: String)] = []
  var checkpoints: [Checkpoint] = []
  var replay: Replay?
  var plan: RoomPlan?
  /// The step of the plan at hand, from 0; nil before the first.
  var step: Int?
  /// When the room looks at it again.
  var review: String?
  /// What it had come to when its minutes were written into a file last.
  var kept = Meeting()

  /// What it has come to.
  var meeting: Meeting {
    Meeting(
      ballots: ballots.filter { $0.hands != nil },
      challenges: challenges.filter { $0.hands != nil }.map { challenge in
        let hands = challenge.hands.map { "\($0.yes) \($0.no)" } ?? ""
        return "\(challenge.rule) \(challenge.after) \(hands) \(challenge.reason ?? "")"
      },
      dissent: dissent, premortem: premortem, owners: owners.map { "\($0.fact) \($0.owner)" },
      review: review)
  }

  /// Calls a plan `new` in all that was asked, revealed and supposed of it.
  mutating func rename(_ old: String, to new: String) {
    for place in ballots.indices where ballots[place].plan == old { ballots[place].plan = new }
    if let told = revealed.removeValue(forKey: old) { revealed[new, default: []] += told }
    if supposed?.action == old { supposed?.action = new }
  }

  /// The question that waits for its answer.
  var ballot: Ballot? { isAsking ? ballots.last : nil }

  /// The challenge that waits for the room's word.
  var challenge: Challenge? { challenges.last.flatMap { $0.reason == nil ? $0 : nil } }
}

extension Charter {
  /// The same without remarks, which no verdict hangs on.
  fileprivate var withoutNotes: Charter {
    var charter = self
    charter.notes = []
    for place in charter.rules.indices { charter.rules[place].notes = [] }
    return charter
  }

  /// Whether both judge alike: they differ in remarks at most.
  func judges(as other: Charter) -> Bool { self == other || withoutNotes == other.withoutNotes }
}
