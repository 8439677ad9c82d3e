/// A small charter and one action, on the way to becoming lines.
///
/// Wherever a line names a fact, the sketch holds `$` and the place of the fact, so that facts can
/// be renamed without touching the lines.
public struct CharterSketch: Sendable {
  /// What a fact can hold.
  public enum Kind: Sendable, Equatable {
    case scale([String])
    case oneOf([String])
    case anyOf([String])
    case yesNo
    case number(unit: String)
    case money
    case percent
    case text
    case counts(family: Int, text: Int)
    case computed(String)

    /// Whether values are numbers.
    public var isNumeric: Bool {
      switch self {
      case .number, .money, .percent, .counts, .computed: true
      default: false
      }
    }

    /// Whether a person says the value.
    public var isSaid: Bool {
      switch self {
      case .counts, .computed: false
      default: true
      }
    }
  }

  /// A fact and its kind.
  public struct Fact: Sendable {
    /// Its name.
    public var name: String
    /// What it can hold.
    public var kind: Kind
    /// Whether it is a deed, an outcome, a view or given.
    public var nature = "deed"
    /// Whether questions begin with it.
    public var isFirst = false
    /// Whether `the rest is untouched` leaves it open.
    public var mustBeSaid = false

    /// Creates a fact.
    public init(name: String, kind: Kind) { (self.name, self.kind) = (name, kind) }
  }

  /// A rule.
  public struct Rule: Sendable {
    /// Its name.
    public var name: String
    /// Its weight; nil when no line says one.
    public var weight: Int?
    /// The tests behind `only when`.
    public var scope: String?
    /// The lines with sides and tests.
    public var clauses: [String]
    /// Whether it has a `because` line, without which it is not used.
    public var hasReason = true

    /// Creates a rule.
    public init(
      name: String, weight: Int? = nil, scope: String? = nil, clauses: [String] = []
    ) {
      (self.name, self.weight, self.scope, self.clauses) = (name, weight, scope, clauses)
    }

    /// Whether all that it can say is a veto.
    public var onlyVetoes: Bool { clauses.allSatisfy { $0.hasPrefix("veto ") } }
  }

  /// What the action says of one fact, the words behind `is`.
  public struct Statement: Sendable {
    /// The fact, by its place.
    public var fact: Int
    /// What is said.
    public var words: String

    /// Creates a statement.
    public init(fact: Int, words: String) { (self.fact, self.words) = (fact, words) }
  }

  /// The names of verdicts, with the scores from which they hold.
  public var bands: [String] = []
  /// The families of phrases.
  public var families: [[String]] = []
  /// The facts, in the order of declaration.
  public var facts: [Fact] = []
  /// The rules, in the order of declaration.
  public var rules: [Rule] = []
  /// What the action says.
  public var statements: [Statement] = []
  /// Whether the action says that the rest is untouched.
  public var restIsUntouched = false

  /// Creates a sketch of nothing.
  public init() {}

  /// The script, in canonical form.
  public var script: String { lines.joined(separator: "\n") + "\n" }

  /// The lines of the script.
  public var lines: [String] {
    var lines = ["charter of the test"]
    lines += bands.map { "  verdict \($0)" }
    for (place, phrases) in families.enumerated() {
      lines += ["", "phrases \(Self.familyName(place))"] + phrases.map { "  says \($0)" }
      lines.append("  because they matter")
    }
    for fact in facts {
      lines += ["", "fact \(fact.name)", "  " + words(of: fact.kind)]
      if fact.nature != "deed" { lines.append("  kind \(fact.nature)") }
      if fact.isFirst { lines.append("  first") }
      if fact.mustBeSaid { lines.append("  must be said") }
    }
    for rule in rules {
      lines += ["", "rule \(rule.name)"]
      if let weight = rule.weight { lines.append("  weight \(weight)") }
      if let scope = rule.scope { lines.append("  only when " + named(scope)) }
      lines += rule.clauses.map { "  " + named($0) }
      if rule.hasReason { lines.append("  because customers care") }
    }
    lines += ["", "action the case"]
    lines += statements.map { "  \(facts[$0.fact].name) is \($0.words)" }
    if restIsUntouched { lines.append("  the rest is untouched") }
    return lines
  }

  private static func familyName(_ place: Int) -> String { ["sweet talk", "hard talk"][place % 2] }

  private func words(of kind: Kind) -> String {
    switch kind {
    case .scale(let levels): "scale " + levels.joined(separator: ", ")
    case .oneOf(let levels): "one of " + levels.joined(separator: ", ")
    case .anyOf(let levels): "any of " + levels.joined(separator: ", ")
    case .yesNo: "yes-no"
    case .number(let unit): "number of " + unit
    case .money: "money"
    case .percent: "percent"
    case .text: "text"
    case .counts(let family, let text): named("counts \(Self.familyName(family)) in $\(text)")
    case .computed(let expression): named("computed " + expression)
    }
  }

  private func named(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let mark = rest.firstIndex(of: "$") {
      result += rest[..<mark]
      let digits = rest[rest.index(after: mark)...].prefix { $0.isNumber }
      if let place = Int(digits), facts.indices.contains(place) { result += facts[place].name }
      rest = rest[digits.endIndex...]
    }
    return result + rest
  }
}
