public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// All plans by what customers gain and what we gain: four fields.
  public static func align(_ judgements: [Judgement]) -> View {
    guard let charter = judgements.first?.charter else { return View("align") }
    guard let life = charter.place(.life), let gain = charter.place(.gain) else {
      return lacking("align", [.life, .gain], in: charter)
    }
    var fields = FourFields(
      columns: ["we lose", "we gain"], rows: ["they gain", "they lose"],
      fields: [
        [.init(name: "sacrifice"), .init(name: "shared success")],
        [.init(name: "mutual harm"), .init(name: "exploitation")],
      ])
    let placements = judgements.map { Placement($0, life: life, gain: gain) }
    var view = View("align")
    for placement in placements {
      guard let row = placement.row, let column = placement.column else { continue }
      fields.fields[row][column].plans.append(placement.name)
    }
    view.say("\(bold: "All plans"), by life afterwards and gain this quarter:")
    view.parts.append(.drawing(fields.drawing))
    view.parts.append(.data(Placement.table(placements, fields)))
    view.say(fields.sentence)
    view.sayUnplaced(placements, [life, gain], in: charter)
    let harmed = fields.fields[1].flatMap(\.plans)
    if let first = harmed.first {
      view.say(
        "What would have to be otherwise for them to gain:  \(bold: "look reframe \(first)")")
    }
    return view
  }

  private mutating func sayUnplaced(
    _ placements: [Placement], _ facts: [Int], in charter: Charter
  ) {
    let unplaced = placements.filter { $0.row == nil || $0.column == nil }
    guard let first = unplaced.first else { return }
    let shown = unplaced.prefix(3).map { "\($0.name) (\(Words.list($0.reasons)))" }
    let rest = unplaced.count - shown.count
    let more = rest > 0 ? " and \(rest) more" : ""
    say(StyledText("Not placed: \(shown.joined(separator: ", "))\(more)."))
    ask(first.silent, "To place \(first.name), say of it, as far as it does so:", in: charter)
  }
}

/// In which field a plan lies, or why in none.
private struct Placement {
  let name: String
  /// 0 where customers gain, 1 where they lose.
  var row: Int?
  /// 0 where we lose, 1 where we gain.
  var column: Int?
  /// Why it has no place.
  var reasons: [String] = []
  /// The facts that nobody said.
  var silent: [Int] = []
  private let lifeText: String
  private let gainText: String

  init(_ judgement: Judgement, life: Int, gain: Int) {
    name = judgement.title
    let text = FactText(judgement: judgement)
    (lifeText, gainText) = (text.value(life), text.value(gain))
    let levels = judgement.charter.facts[life].levels.count
    let middle = judgement.charter.level("same", of: life) ?? levels / 2
    for fact in [life, gain] where !judgement.world[fact].isTouched {
      reasons.append(text.line(fact))
      silent.append(fact)
    }
    if judgement.world[life].isTouched {
      let ends = Self.levels(judgement, life)
      if let ends, ends.low > middle {
        row = 0
      } else if let ends, ends.high < middle {
        row = 1
      } else {
        reasons.append(text.line(life))
      }
    }
    if judgement.world[gain].isTouched {
      let zero = Number(0)
      let ends = Self.numbers(judgement, gain)
      if let ends, zero < ends.low {
        column = 1
      } else if let ends, ends.high < zero {
        column = 0
      } else {
        reasons.append(text.line(gain))
      }
    }
  }

  private static func levels(_ judgement: Judgement, _ fact: Int) -> (low: Int, high: Int)? {
    switch judgement.action.statement(of: fact)?.content {
    case .value(.level(let level)): (level, level)
    case .between(.level(let low), .level(let high)): (low, high)
    default: nil
    }
  }

  /// The ends of what a number may be; a number that is said roughly keeps its sign.
  private static func numbers(
    _ judgement: Judgement, _ fact: Int
  ) -> (low: Number, high: Number)? {
    switch judgement.action.statement(of: fact)?.content {
    case .value(.number(let number)), .roughly(let number): (number, number)
    case .between(.number(let low), .number(let high)): (low, high)
    default: nil
    }
  }

  static func table(_ placements: [Placement], _ fields: FourFields) -> View.Table {
    View.Table(
      "plans",
      [("action", "plan"), ("theirs", "life"), ("ours", "our gain"), ("field", "field")],
      placements.map { placement in
        var field = "none"
        if let row = placement.row, let column = placement.column {
          field = fields.fields[row][column].name
        }
        return [placement.name, placement.lifeText, placement.gainText, field].map {
          StyledText($0)
        }
      })
  }
}
