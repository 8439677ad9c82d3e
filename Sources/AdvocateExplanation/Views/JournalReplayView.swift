public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// The journal judged anew.
extension View {
  /// The decisions whose verdict is another by the charter at hand, and what made it so.
  ///
  /// - Parameters:
  ///   - replays: all decisions, judged anew.
  ///   - charter: what the charter at hand is called.
  ///   - unreadable: how many entries could not be read.
  public static func journalReplay(
    _ replays: [DecisionReplay], charter: String, unreadable: Int = 0
  ) -> View {
    var view = View("replay")
    let turned = replays.filter(\.hasTurned)
    let all = Words.count(replays.count, "decision")
    if replays.isEmpty, unreadable > 0 {
      view.say("No decision could be judged anew.")
    } else if replays.isEmpty {
      view.say("The journal is empty, so there is nothing to judge anew.")
    } else if turned.isEmpty {
      view.say("By \(bold: charter), no verdict turns among \(all).")
    } else {
      let verb = Words.verb(turned.count, "gets", "get")
      view.say("By \(bold: charter), \(turned.count) of \(all) \(verb) another verdict:")
      view.parts.append(.table(table(of: turned)))
    }
    view.sayLost(replays.filter { $0.lost > 0 }.map(\.decision))
    view.sayUnreadable(unreadable)
    view.record("decisions", .count(replays.count))
    view.record("turned", .count(turned.count))
    return view
  }

  private static func table(of turned: [DecisionReplay]) -> Table {
    Table(
      "changes",
      columns: [
        .init("plan", "plan"), .init("from", "was"), .init("to", "is"),
        .init("cause", "made by"),
      ],
      rows: turned.map { replay in
        [
          .init(
            StyledText("\(replay.decision.number) \(replay.decision.action)"),
            .text(replay.decision.action)),
          .init(StyledText(replay.decision.told.verdict)),
          .init(
            replay.now.verdict == .silent
              ? "silent" : replay.now.verdict.styledName(in: replay.now.charter),
            .text(replay.now.verdictWord)),
          .init(StyledText(words(replay.cause))),
        ]
      })
  }

  private static func words(_ cause: DecisionReplay.Cause?) -> String {
    switch cause {
    case .rule(let name, let before, let after):
      let was = before.map { "\($0.words) then" } ?? "not there then"
      let now = after.map { "\($0.words) now" } ?? "gone now"
      return "\(name): \(was), \(now)"
    case .weight(let name, let before, let after):
      return "\(name): weight \(before) then, \(after) now"
    case .bands: return "the scores at which verdicts begin"
    case .weights: return "the weights of the rules"
    case .unknown: return "its charter cannot be read any more"
    case nil: return ""
    }
  }
}
