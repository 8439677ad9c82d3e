/// Writes lines in their one canonical form.
public enum Formatter {
  /// The line as it is written, without indentation.
  ///
  /// Names stand as the syntax has them: the checker puts them as they were declared.
  public static func text(of syntax: LineSyntax) -> String {
    switch syntax {
    case .blank: ""
    case .comment(let text): text.isEmpty ? "#" : "# \(text)"
    case .subject(let kind, let name): "\(kind.rawValue) \(name.text)"
    case .copy(let names): "copy \(names.text)"
    case .currency(let code): "currency \(code.text)"
    case .band(let name, let from): "verdict \(name.text) from \(from.text)"
    case .reason(let text, let server):
      "reason \(text.text)" + (server.map { " served by \($0.text)" } ?? "")
    case .asks(let text): "asks \(text.text)"
    case .levels(let kind, let levels):
      "\(kind.rawValue) \(levels.map(\.text).joined(separator: ", "))"
    case .kind(let nature): "kind \(nature.text)"
    case .number(let unit): "number of \(unit.text)"
    case .plainKind(let kind): kind.rawValue
    case .computed(let expression): "computed \(expression.text)"
    case .counts(let family, let fact): "counts \(family.text) in \(fact.text)"
    case .first: "first"
    case .mustBeSaid: "must be said"
    case .means(_, let rest): "means \(rest.text)"
    case .lens(let name): "lens \(name.text)"
    case .weight(let number): "weight \(number.text)"
    case .onlyWhen(let tests): "only when \(text(of: tests))"
    case .clause(let side, let tests): "\(side.rawValue) when \(text(of: tests))"
    case .because(let text): "because \(text.text)"
    case .source(let text): "source \(text.text)"
    case .instead(let text): "instead \(text.text)"
    case .says(let text): "says \(text.text)"
    case .statement(let statement):
      "\(statement.lead)\(statement.fact.text) is \(statement.rest.text)"
    case .restIsUntouched: "the rest is untouched"
    case .expectation(let expectation): text(of: expectation)
    case .startsAt(let number): "starts at \(number.text)"
    case .halves(let side, let days): "\(side.rawValue) halves every \(days.text) days"
    case .neverFades(let side): "\(side.rawValue) fades never"
    case .on(let date, let action): "on \(date.text) \(action.text)"
    case .note(let text): "note \(text.text)"
    case .use(let name): "use \(name.text)"
    case .load(let name): "load \(name.text)"
    case .weigh(let rule, let weight): "weigh \(rule.text) \(weight.text)"
    case .whatIf(let statements):
      "what if "
        + statements.map { "\($0.lead)\($0.fact.text) is \($0.rest.text)" }
        .joined(separator: " and ")
    case .command(let word, let rest): rest.map { "\(word) \($0.text)" } ?? word
    }
  }

  private static func text(of tests: [TestSyntax]) -> String {
    tests.map(\.text).joined(separator: " and ")
  }

  private static func text(of expectation: ExpectationSyntax) -> String {
    switch expectation {
    case .verdict(let name): "verdict is \(name.text)"
    case .score(let from, let to): "score is from \(from.text) to \(to.text)"
    case .rule(let form, let name): "\(form.rawValue) \(name.text)"
    case .settled: "settled"
    case .notSettled: "not settled"
    case .betterThan(let name): "better than \(name.text)"
    case .worseThan(let name): "worse than \(name.text)"
    }
  }

  /// A line of a document and what it is, for laying out.
  public enum Line: Sendable, Equatable {
    case blank
    case comment(String)
    case subject(String)
    case inner(String)
    case command(String)
    /// A line that could not be read, kept as it was typed.
    case unread(String)
  }

  /// What `syntax` is in a document.
  public static func line(_ syntax: LineSyntax) -> Line {
    let text = text(of: syntax)
    return switch syntax {
    case .blank: .blank
    case .comment: .comment(text)
    case .subject, .copy: .subject(text)
    case .use, .load, .weigh, .whatIf, .command: .command(text)
    default: .inner(text)
    }
  }

  /// The document of `lines`: two blanks before inner lines, a blank line before each subject.
  ///
  /// Comments stay with the line below them; one blank line between comments and commands stays.
  public static func document(_ lines: [Line]) -> String {
    var output: [String] = []
    var comments: [Line] = []
    var isInside = false
    var previous = Line.blank
    func gap() { if let last = output.last, !last.isEmpty { output.append("") } }
    func flush(indented: Bool) {
      for comment in comments {
        switch comment {
        case .comment(let text): output.append((indented ? "  " : "") + text)
        default: if !indented { gap() }
        }
      }
      comments = []
    }
    for line in lines {
      switch line {
      case .blank:
        if case .blank = previous {} else { comments.append(.blank) }
      case .comment: comments.append(line)
      case .subject(let text):
        gap()
        flush(indented: false)
        output.append(text)
        isInside = true
      case .inner(let text), .unread(let text):
        flush(indented: isInside)
        output.append((isInside ? "  " : "") + text)
      case .command(let text):
        if isInside { gap() }
        flush(indented: false)
        output.append(text)
        isInside = false
      }
      previous = line
    }
    if !comments.isEmpty {
      if isInside { gap() }
      flush(indented: false)
    }
    while output.last?.isEmpty == true { output.removeLast() }
    return output.isEmpty ? "" : output.joined(separator: "\n") + "\n"
  }
}
