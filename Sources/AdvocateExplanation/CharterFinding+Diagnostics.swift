public import AdvocateAnalysis
public import AdvocateCharter
public import AdvocateDiagnostics

/// The words for what `check` found.
extension CharterFinding {
  /// The finding on the line of `charter` that it is about.
  public func diagnostic(in charter: Charter) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, line: line(in: charter), sentences: sentences(charter),
      suggestions: witness?.lines(in: charter) ?? [])
  }

  /// The line in canonical form; with number 0 where only the file is known.
  private func line(in charter: Charter) -> SourceLine? {
    func ruleLine(_ rule: Int, _ line: Int? = nil) -> SourceLine {
      let rule = charter.rules[rule]
      guard let line else {
        return SourceLine(
          file: rule.location.file, number: rule.location.line, text: "rule \(rule.name)")
      }
      let clause = rule.clauses[line]
      return SourceLine(
        file: clause.location.file, number: clause.location.line,
        text: Self.text(of: clause, charter))
    }
    func factLine(_ fact: Int) -> SourceLine {
      let fact = charter.facts[fact]
      return SourceLine(
        file: fact.location.file, number: fact.location.line, text: "fact \(fact.name)")
    }
    switch content {
    case .ruleNeverSpeaks(let rule), .rulesSpeakAlike(let rule, _), .ruleTooLarge(let rule, _),
      .pairTooLarge(let rule, _), .tooManyPairs(let rule), .ruleOneSided(let rule, _):
      return ruleLine(rule)
    case .lineNeverHolds(let rule, let line): return ruleLine(rule, line)
    case .bothSidesHold(let rule, let pro, let contra, _): return ruleLine(rule, max(pro, contra))
    case .levelsAlike(let fact, _), .factUnread(let fact): return factLine(fact)
    case .thresholdWithoutEffect(_, _, let rule, let line): return ruleLine(rule, line)
    case .lensWithoutWeight, .verdictOutOfReach: return nil
    }
  }

  private func sentences(_ charter: Charter) -> [StyledText] {
    func name(_ rule: Int) -> String { charter.rules[rule].name }
    switch content {
    case .ruleNeverSpeaks(let rule):
      let why =
        charter.rules[rule].scope.isEmpty
        ? "none of its lines can ever hold" : "within its only when none of its lines can ever hold"
      return [
        "\(bold: name(rule)) can never speak: \(why).",
        "Change what the lines ask for, or drop the rule.",
      ]
    case .lineNeverHolds(let rule, _):
      return [
        "This line of \(bold: name(rule)) can never hold, whatever an action says.",
        "Part it into lines that can, or leave it out.",
      ]
    case .bothSidesHold(let rule, let pro, let contra, let more):
      let clauses = charter.rules[rule].clauses
      let rest = more == 0 ? "" : " So can \(more == 1 ? "1 other pair" : "\(more) other pairs")."
      return [
        """
        \(bold: name(rule)) can speak both ways at once: "\(Self.text(of: clauses[pro], charter))" \
        holds together with "\(Self.text(of: clauses[contra], charter))", and then the rule speaks \
        against.\(rest)
        """, "Let one of the lines exclude the other.\(witness == nil ? "" : " Both hold here:")",
      ]
    case .rulesSpeakAlike(let rule, let earlier):
      return [
        """
        \(bold: name(rule)) says the same as \(bold: name(earlier)) in every world: their tables \
        are equal, so one interest counts twice.
        """, "Keep one of them, with the weight that it deserves.",
      ]
    case .levelsAlike(let fact, let levels):
      let names = levels.map { "\"\(charter.facts[fact].levels[$0])\"" }
      let list = names.dropLast().joined(separator: ", ") + " and \(names.last ?? "")"
      return [
        """
        No rule tells \(list) of \(bold: charter.facts[fact].name) apart, so an answer is asked \
        for that changes nothing.
        """,
        isInherited
          ? "The fact comes from the charter that this one builds on."
          : "Join the levels into one, or let a rule tell them apart.",
      ]
    case .thresholdWithoutEffect(let fact, let number, _, _):
      let value = charter.text(of: .number(number), ofFact: fact)
      return [
        """
        Whether \(bold: charter.facts[fact].name) is below, at or above \(value) makes no \
        difference to any rule.
        """, "Leave the comparison out, or let the sides of it count differently.",
      ]
    case .factUnread(let fact):
      return [
        "Nothing reads \(bold: charter.facts[fact].name): what is said of it counts for nothing.",
        isInherited
          ? "It comes from the charter that this one builds on."
          : "Let a rule test it, or leave it out.",
      ]
    case .lensWithoutWeight(let lens):
      return [
        "No rule with a weight stands under the lens \(bold: charter.lenses[lens]).",
        "Give it a rule, or leave it out.",
      ]
    case .verdictOutOfReach(let band):
      return [
        "No action can reach the verdict \(bold: charter.bands[band].name).",
        "Move its edge, or let some rule speak on that side.",
      ]
    case .ruleTooLarge(let rule, let isSampled):
      return [
        isSampled
          ? """
          \(bold: name(rule)) works with facts that follow from several others, so it was checked \
          by sample numbers, and some of its lines were not seen to hold.
          """
          : "\(bold: name(rule)) was not checked: there are too many cases to look at.",
        "Part it into rules that read fewer facts each.",
      ]
    case .tooManyPairs(let rule):
      return [
        """
        There are too many rules to compare each with each: from \(bold: name(rule)) on it was \
        not looked at whether two say the same.
        """
      ]
    case .pairTooLarge(let rule, let earlier):
      return [
        """
        \(bold: name(rule)) and \(bold: name(earlier)) tell too many cases apart together to see \
        whether they say the same.
        """
      ]
    case .ruleOneSided(let rule, let isFor):
      return [
        """
        \(bold: name(rule)) can speak only \(isFor ? "for" : "against"), and is neutral otherwise.
        """
      ]
    }
  }

  private static func text(of clause: Clause, _ charter: Charter) -> String {
    "\(clause.side.rawValue) when \(charter.text(of: clause.tests))"
  }
}
