public import AdvocateCharter
import AdvocateEvaluation

/// Which reasons for wanting customers the judged actions really serve.
public struct PurposeSurvey: Sendable {
  /// What became of one reason.
  public struct Row: Sendable {
    /// The reason.
    public var purpose: Purpose
    /// The rules that serve it when they speak for an action.
    public var rules: [Int]
    /// The actions for which one of them speaks, by their places among the judged.
    public var serving: [Int]
    /// The actions against which one of them speaks.
    public var opposing: [Int]

    /// Whether it is said, and no action shows it.
    public var isOnlySaid: Bool { serving.isEmpty }
  }

  /// The reasons that are more than money, as declared.
  public private(set) var rows: [Row] = []
  /// The reasons that are money under some name.
  public private(set) var money: [Purpose] = []

  /// Holds the reasons of `charter` against `judgements`, which were judged by it.
  public init(_ charter: Charter, _ judgements: [Judgement]) {
    let talk = MoneyTalk(charter)
    for purpose in charter.purposes {
      guard talk.words(in: purpose.text).isEmpty else {
        money.append(purpose)
        continue
      }
      let rules = charter.rules(serving: purpose)
      func places(_ side: (Saying) -> Bool) -> [Int] {
        judgements.indices.filter { place in
          rules.contains { side(judgements[place].sayings[$0]) }
        }
      }
      rows.append(
        Row(
          purpose: purpose, rules: rules, serving: places { $0 == .for || $0 == .leansFor },
          opposing: places { $0 == .against || $0 == .leansAgainst || $0 == .veto }))
    }
  }

  /// The answers beside money that a firm needs.
  public static let wanted = 3
}

/// Hears money under its many names.
public struct MoneyTalk: Sendable {
  private let matcher: PhraseMatcher

  /// Prepares the words for money of `charter`, or those that ship with the program where it has
  /// none: a charter that says nothing of money means by it what everybody does.
  public init(_ charter: Charter) {
    func money(_ charter: Charter) -> [PhraseFamily] {
      charter.phraseFamilies.filter { $0.name.lowercased() == PhraseFamily.moneyName }
    }
    let own = money(charter)
    matcher = PhraseMatcher(own.isEmpty ? money(BuiltInCharter.charter) : own)
  }

  /// The words of `text` that name money and are not denied, each once.
  public func words(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    for hit in matcher.hits(in: text) where !hit.isDenied {
      let words = String(decoding: bytes[hit.range], as: UTF8.self).lowercased()
      if !found.contains(words) { found.append(words) }
    }
    return found
  }
}
