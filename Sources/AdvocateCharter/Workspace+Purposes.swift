import AdvocateDiagnostics
import AdvocateSyntax

/// The lines that say why customers are wanted.
extension Workspace {
  mutating func reasonLine(
    _ text: Phrase, _ server: Phrase?
  ) throws(CharterError) -> LineSyntax {
    let tie: Purpose.Tie?
    if let server { tie = try self.tie(server) } else { tie = nil }
    let folded = text.text.lowercased()
    let known = charter.purposes.firstIndex { $0.text.lowercased() == folded }
    let place = known ?? charter.purposes.count
    if known == nil { try Crowd.reasons.check(charter.purposes.count, text.span) }
    if known == nil { charter.purposes.append(Purpose(text: text.text)) }
    if let tie, !charter.purposes[place].ties.contains(tie) {
      charter.purposes[place].ties.append(tie)
    }
    return .reason(
      text.renamed(charter.purposes[place].text),
      servedBy: server.flatMap { typed in tie.map { typed.renamed(charter.name(of: $0)) } })
  }

  /// What `name` names: a whole name of a rule, a lens or a fact, or a part of one rule's name.
  private func tie(_ name: Phrase) throws(CharterError) -> Purpose.Tie {
    let folded = name.text.lowercased()
    if let rule = charter.rules.firstIndex(where: { $0.name.lowercased() == folded }) {
      return .rule(rule)
    }
    if let lens = charter.lenses.firstIndex(where: { $0.lowercased() == folded }) {
      return .lens(lens)
    }
    if let fact = factPlace(name.text) { return .fact(fact) }
    return .rule(try rule(name))
  }
}
