public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Something that a verdict must not pass over in silence.
public struct Notice: Sendable, Equatable {
  /// The kinds of notices, by the names that machines read.
  public enum Code: String, Sendable, CaseIterable {
    /// A line of the action could not be read.
    case lineLeftOut = "line-left-out"
    /// A fact that must be said is not.
    case mustBeSaid = "must-be-said"
    /// A rule of the charter has no reason or no line.
    case ruleNotUsed = "rule-not-used"
    /// A line of a rule could not be read.
    case ruleIncomplete = "rule-incomplete"
    /// A line for and a line against of one rule hold together.
    case bothSides = "both-sides"
    /// A line of the charter itself could not be read.
    case charterIncomplete = "charter-incomplete"
    /// Range and verdicts that can still come out are bounds, not exact.
    case bound
  }

  /// What it is about.
  public var code: Code
  /// The sentence.
  public var text: String

  /// The notices of `judgement`, one for each line, fact and rule, the gravest kind first.
  public static func all(_ judgement: Judgement) -> [Notice] {
    let charter = judgement.charter
    var notices = judgement.action.dropped.map(leftOut)
    for fact in judgement.missing {
      let question = charter.facts[fact].question
      notices.append(
        Notice(
          code: .mustBeSaid,
          text: "\(charter.facts[fact].name) must be said and is not."
            + (question.map { " The question: \($0)" } ?? "")))
    }
    for rule in charter.rules where !rule.isUsed {
      let lack = rule.reason == nil ? "it has no reason" : "it has no when line"
      notices.append(Notice(code: .ruleNotUsed, text: "\(rule.name) is not used: \(lack)."))
    }
    for rule in charter.rules where rule.isUsed && rule.isIncomplete {
      notices.append(
        Notice(code: .ruleIncomplete, text: "\(rule.name) is incomplete: a line was left out."))
    }
    notices += bothSides(judgement)
    if charter.isIncomplete {
      notices.append(
        Notice(
          code: .charterIncomplete,
          text: "The charter \(charter.name) is incomplete: a line of it was left out."))
    }
    if !judgement.uncertainty.isExact {
      notices.append(
        Notice(
          code: .bound,
          text: "What could still come out is a bound: at most this, and it may be less."))
    }
    return notices
  }

  /// The rules that speak against although a line of theirs that speaks for holds as well.
  private static func bothSides(_ judgement: Judgement) -> [Notice] {
    let evaluator = Evaluator(judgement.program)
    let doubtful = judgement.speakers.filter { rule in
      let says = judgement.sayings[rule]
      guard says == .against || says == .leansAgainst else { return false }
      return evaluator.trace(ofRule: rule, in: judgement.world).clauses.contains { clause in
        clause.holds == true
          && judgement.charter.rules[rule].clauses[clause.clause].side.saying.halves > 0
      }
    }
    return doubtful.map { rule in
      Notice(
        code: .bothSides,
        text: "\(judgement.charter.rules[rule].name) speaks both for and against here. It counts as"
          + " against until its lines exclude each other.")
    }
  }

  /// The notice of one line that was left out.
  public static func leftOut(_ dropped: DroppedLine) -> Notice {
    Notice(
      code: .lineLeftOut,
      text: "1 line of this action was left out: \(line(dropped)); the verdict does not count it.")
  }

  /// A line that was left out, and where it stands.
  static func line(_ dropped: DroppedLine) -> String {
    let typed = dropped.line.text.split(separator: " ").joined(separator: " ")
    let line = Words.clipped(typed)
    guard dropped.line.number > 0 else { return line }
    let file = dropped.line.file.map { "\($0), " } ?? ""
    return "\(file)line \(dropped.line.number): \(line)"
  }
}
