public import AdvocateCharter

/// A whole charter as lines that bring it back, whatever files it came from.
extension CanonicalLines {
  /// The lines that declare `charter`, those of its files and of its `use` lines included.
  public static func charter(_ charter: Charter) -> [String] {
    var lines = ["charter \(charter.name)", "currency \(charter.currency)"]
    lines += charter.declaredBands.map {
      "verdict \($0.name) from \(ScoreText.edge(hundredths: $0.from))"
    }
    lines += charter.lenses.map { "lens \($0)" } + charter.notes.map { "note \($0)" }
    for family in charter.phraseFamilies {
      lines.append("phrases \(family.name)")
      lines += family.phrases.map { "says \($0)" }
      if let reason = family.reason { lines.append("because \(reason)") }
      if let wording = family.wording { lines.append("instead \(wording)") }
      lines += family.notes.map { "note \($0)" }
    }
    for fact in charter.facts.indices { lines += Self.fact(fact, of: charter) }
    for rule in charter.rules.indices { lines += Self.rule(rule, of: charter) }
    guard !charter.purposes.isEmpty else { return lines }
    // What serves a reason must be there before it.
    lines.append("charter \(charter.name)")
    for purpose in charter.purposes {
      let ties = purpose.ties.map { " served by \(charter.name(of: $0))" }
      lines += (ties.isEmpty ? [""] : ties).map { "reason \(purpose.text)" + $0 }
    }
    return lines
  }

  /// The lines that declare the fact at `place`, its name first.
  private static func fact(_ place: Int, of charter: Charter) -> [String] {
    let fact = charter.facts[place]
    var lines = ["fact \(fact.name)"]
    if let question = fact.question { lines.append("asks \(question)") }
    if let kind = kind(ofFact: place, in: charter) { lines.append(kind) }
    if fact.nature != .deed { lines.append("kind \(fact.nature.rawValue)") }
    if fact.isFirst { lines.append("first") }
    if fact.mustBeSaid { lines.append("must be said") }
    for level in fact.levels.indices {
      if let meaning = fact.meanings[level] {
        lines.append("means \(fact.levels[level]) \(meaning)")
      }
    }
    return lines + fact.notes.map { "note \($0)" }
  }
}
