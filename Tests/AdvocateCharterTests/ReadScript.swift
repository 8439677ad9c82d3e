import AdvocateCharter
import AdvocateDiagnostics
import AdvocateSyntax

/// A script that was read as a file is.
struct ReadScript {
  let charter: Charter
  let actions: [Action]
  let findings: [Diagnostic]
  /// The script as it is laid out.
  let formatted: String

  init(_ bytes: [UInt8]) {
    var workspace = Workspace(charter: Charter(name: "none"), usedAs: "none")
    var reader = ScriptReader(files: { _ in .failure(.missing) }, keepsLines: true)
    reader.read(bytes, named: "script", into: &workspace)
    charter = workspace.charter.withoutLocations
    actions = workspace.actions.map(\.withoutLocations)
    findings = reader.diagnostics
    formatted = Formatter.document(reader.lines)
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// What is wrong with it, shortly.
  var errors: [String] {
    findings.filter { $0.severity == .error }.map { "\($0.id): \($0.line?.text ?? "")" }
  }
}

extension Charter {
  /// The charter as it would be had all of it stood nowhere.
  fileprivate var withoutLocations: Charter {
    var charter = self
    let nowhere = SourceLocation()
    for place in charter.facts.indices { charter.facts[place].location = nowhere }
    for place in charter.phraseFamilies.indices { charter.phraseFamilies[place].location = nowhere }
    for place in charter.rules.indices {
      charter.rules[place].location = nowhere
      for clause in charter.rules[place].clauses.indices {
        charter.rules[place].clauses[clause].location = nowhere
      }
    }
    return charter
  }
}

extension Action {
  /// The action as it would be had all of it stood nowhere.
  fileprivate var withoutLocations: Action {
    var action = self
    action.location = SourceLocation()
    for place in action.statements.indices { action.statements[place].location = SourceLocation() }
    for group in action.groups.indices {
      for place in action.groups[group].statements.indices {
        action.groups[group].statements[place].location = SourceLocation()
      }
    }
    for place in action.dropped.indices {
      action.dropped[place].line = SourceLine(text: action.dropped[place].line.text)
    }
    return action
  }
}
