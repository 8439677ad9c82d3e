public import AdvocateCharter
public import AdvocateDiagnostics

extension CatalogueScreens {
  /// One fact: its question, what it can hold and what that means, and who reads it.
  public static func fact(_ charter: Charter, _ place: Int, width: Int) -> [StyledText] {
    var page = Page(width: width)
    let fact = charter.facts[place]
    page.paragraph(
      StyledText(fact.name, .bold) + StyledText(fact.question.map { ": \($0)" } ?? ""), hanging: 2)
    if fact.levels.isEmpty {
      page.body(StyledText(CanonicalLines.kind(ofFact: place, in: charter) ?? "no kind yet"))
    } else {
      if let form = fact.kind.flatMap(form) { page.body(StyledText(form)) }
      for (level, name) in fact.levels.enumerated() {
        let meaning = fact.meanings[level] ?? ""
        page.pair(
          StyledText("\(level + 1)  \(name)"), StyledText(meaning), indent: Page.labelWidth,
          column: page.width * 2 / 5)
      }
    }
    var marks = ["kind \(fact.nature.rawValue)"]
    if fact.isFirst { marks.append("first") }
    if fact.mustBeSaid { marks.append("must be said") }
    page.body(StyledText(marks.joined(separator: ", ")))
    let readers = charter.readers(ofFact: place)
    let names = readers.map { charter.rules[$0].name }
    page.block("Read by", StyledText(names.isEmpty ? "no rule" : names.joined(separator: ", ")))
    for note in fact.notes { page.block("note", StyledText(note), bold: false) }
    if fact.isIncomplete { page.block("Notice", "It is incomplete: a line was left out.") }
    return page.lines
  }

  /// One rule as the lines that declare it.
  public static func rule(_ charter: Charter, _ place: Int, width: Int) -> [StyledText] {
    var page = Page(width: width)
    for (number, line) in CanonicalLines.rule(place, of: charter).enumerated() {
      if number == 0 {
        page.paragraph(StyledText(line, .bold), hanging: 4)
      } else {
        page.paragraph(StyledText(line), indent: 2, hanging: 6)
      }
    }
    let rule = charter.rules[place]
    if !rule.isUsed {
      let lack = rule.reason == nil ? "it has no reason" : "it has no when line"
      page.paragraph(StyledText("It is not used: \(lack)."))
    } else if rule.statedWeight == nil {
      let why = rule.weight == 0 ? "it only vetoes" : "no line says one"
      page.paragraph(StyledText("Its weight is \(rule.weight), since \(why)."))
    }
    if rule.isIncomplete { page.paragraph("It is incomplete: a line was left out.") }
    return page.lines
  }

  private static func form(_ kind: FactKind) -> String? {
    switch kind {
    case .scale: "a scale, from low to high:"
    case .oneOf: "one of:"
    case .anyOf: "any of, several at once:"
    default: nil
    }
  }
}

extension Charter {
  /// The rules that read the fact at `place`, directly or through facts worked out from it.
  func readers(ofFact place: Int) -> [Int] {
    var carriers: Set<Int> = [place]
    // A fact is worked out only from facts declared before it, so one pass finds them all.
    for (fact, declaration) in facts.enumerated() {
      switch declaration.kind {
      case .computed(let expression) where !carriers.isDisjoint(with: expression.facts):
        carriers.insert(fact)
      case .counts(_, let text) where carriers.contains(text): carriers.insert(fact)
      default: break
      }
    }
    return rules.indices.filter { !carriers.isDisjoint(with: rules[$0].facts) }
  }
}
