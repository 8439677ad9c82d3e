import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import Testing

/// A charter as lines, read back.
@Suite struct CharterLinesTests {
  /// The charter that `lines` declare, and what was found in them.
  private func read(_ lines: [String]) -> (charter: Charter, findings: [String]) {
    var workspace = Workspace(charter: Charter(name: ""), usedAs: "")
    var findings: [Diagnostic] = []
    for line in lines {
      findings += workspace.read(SourceLine(text: line), isTyped: false).diagnostics
    }
    findings += workspace.finish()
    let wrong = findings.filter { $0.severity == .error }
    return (workspace.charter, wrong.map { $0.sentences.map(\.plain).joined(separator: " ") })
  }

  /// The same charter wherever it stood.
  private func placeless(_ charter: Charter) -> Charter {
    var copy = charter
    for place in copy.facts.indices { copy.facts[place].location = SourceLocation() }
    for place in copy.phraseFamilies.indices {
      copy.phraseFamilies[place].location = SourceLocation()
    }
    for place in copy.rules.indices {
      copy.rules[place].location = SourceLocation()
      for clause in copy.rules[place].clauses.indices {
        copy.rules[place].clauses[clause].location = SourceLocation()
      }
    }
    return copy
  }

  @Test func theBuiltInCharterComesBackWhole() {
    let (charter, findings) = read(CanonicalLines.charter(BuiltInCharter.charter))
    #expect(findings == [])
    #expect(placeless(charter) == placeless(BuiltInCharter.charter))
  }

  @Test func everyKindOfLineComesBack() {
    let lines = """
      charter Our shop
      currency GBP
      verdict good from 62.5
      verdict bad from 0
      lens neighbours
      note agreed in spring
      phrases hurry talk
      says last chance
      because patient people choose better
      instead until when it can be had
      note heard in the sales room
      fact speech
      asks What do we say?
      text
      kind view
      fact hurry
      counts hurry talk in speech
      fact mood
      asks How do people walk out?
      scale sour, calm, merry
      kind outcome
      first
      must be said
      means merry they hum at the till
      note watched at the door
      fact extras
      any of nothing, cake, coffee
      fact price
      money
      fact visits
      number of visits
      fact spent
      computed price * visits + (price - 2) * 0.5
      fact discount
      percent
      rule They hum
      lens neighbours
      weight 4
      only when extras includes cake
      for when mood is at least calm and discount is between 5% and 10%
      leans against when spent is more than 100 and hurry is at least 2
      veto when mood is sour and extras does not include coffee
      because a song is worth more than a coin
      source talks at the till
      note weighed anew in May
      charter Our shop
      reason people sleep better served by They hum
      reason it is a joy
      """.split(separator: "\n").map(String.init)
    let (charter, findings) = read(lines)
    #expect(findings == [])
    let again = read(CanonicalLines.charter(charter))
    #expect(again.findings == [])
    #expect(placeless(again.charter) == placeless(charter))
  }
}
