public import AdvocateCharter

/// Rules and facts as the lines that declare them, each line whole and in canonical form.
public enum CanonicalLines {
  /// The lines that declare the rule at `place`, its name first.
  public static func rule(_ place: Int, of charter: Charter) -> [String] {
    let rule = charter.rules[place]
    var lines = ["rule \(rule.name)"]
    if let lens = rule.lens, charter.lenses.indices.contains(lens) {
      lines.append("lens \(charter.lenses[lens])")
    }
    if let weight = rule.statedWeight { lines.append("weight \(weight)") }
    if !rule.scope.isEmpty { lines.append("only when \(charter.text(of: rule.scope))") }
    lines += rule.clauses.map { "\($0.side.rawValue) when \(charter.text(of: $0.tests))" }
    if let reason = rule.reason { lines.append("because \(reason)") }
    if let source = rule.source { lines.append("source \(source)") }
    return lines + rule.notes.map { "note \($0)" }
  }

  /// The kind of a fact as the line that declares it; nil where none was declared.
  public static func kind(ofFact place: Int, in charter: Charter) -> String? {
    switch charter.facts[place].kind {
    case nil: nil
    case .scale(let levels): "scale \(levels.joined(separator: ", "))"
    case .oneOf(let levels): "one of \(levels.joined(separator: ", "))"
    case .anyOf(let levels): "any of \(levels.joined(separator: ", "))"
    case .yesNo: "yes-no"
    case .number(let unit): "number of \(unit)"
    case .money: "money"
    case .percent: "percent"
    case .text: "text"
    case .computed(let expression): "computed \(text(of: expression, in: charter))"
    case .counts(let family, let text): "counts \(family) in \(charter.facts[text].name)"
    }
  }

  /// An expression as written, with the brackets that it needs and no others.
  static func text(of expression: Expression, in charter: Charter) -> String {
    switch expression {
    case .number(let number): return number.exactDecimal
    case .fact(let fact): return charter.facts[fact].name
    case .operation(let join, let left, let right):
      let isProduct = join == .multiply || join == .divide
      func side(_ part: Expression, isRight: Bool) -> String {
        let text = text(of: part, in: charter)
        guard case .operation(let inner, _, _) = part else { return text }
        let isInnerProduct = inner == .multiply || inner == .divide
        let bindsLess = isProduct && !isInnerProduct
        // What stands to the right of a join of its own rank was bracketed when it was written.
        let needsBrackets = bindsLess || isRight && isProduct == isInnerProduct
        return needsBrackets ? "(\(text))" : text
      }
      return side(left, isRight: false) + " \(join.rawValue) " + side(right, isRight: true)
    }
  }
}
