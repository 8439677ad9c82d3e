public import AdvocateDiagnostics

/// A stretch of scores and the verdict word for it.
public struct Band: Sendable, Equatable {
  /// The verdict word.
  public var name: String
  /// The lowest score of the stretch, in hundredths of a point.
  public var from: Int

  /// Creates a band.
  public init(name: String, from: Int) {
    self.name = name
    self.from = from
  }
}

/// A family of phrases to listen for.
public struct PhraseFamily: Sendable, Equatable {
  /// The name as declared.
  public var name: String
  /// The phrases, as declared.
  public var phrases: [String] = []
  /// Why they matter.
  public var reason: String?
  /// What to say instead.
  public var wording: String?
  /// Remarks of the charter's authors.
  public var notes: [String] = []
  /// Where it was declared.
  public var location: SourceLocation

  /// Creates a family without phrases.
  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }
}

extension PhraseFamily {
  /// The name of the family that holds the other words for money, which `purpose` folds together.
  public static let moneyName = "money"
}

/// A set of weighted rules and the facts that they read.
public struct Charter: Sendable, Equatable {
  /// The name as declared.
  public var name: String
  /// The code of the currency that money is in.
  public var currency: String
  /// The verdicts by score, the highest first; empty when none is declared.
  public var declaredBands: [Band] = []
  /// The families of rules, in the order of declaration.
  public var lenses: [String] = []
  /// The facts, in the order of declaration.
  public var facts: [FactDeclaration] = []
  /// The rules, in the order of declaration.
  public var rules: [Rule] = []
  /// The answers to why customers are wanted, in the order of declaration.
  public var purposes: [Purpose] = []
  /// The phrases to listen for.
  public var phraseFamilies: [PhraseFamily] = []
  /// Remarks of its authors.
  public var notes: [String] = []
  /// Whether one of its own lines, or of its phrases, could not be read.
  public var isIncomplete = false

  /// Creates an empty charter.
  public init(name: String, currency: String = "EUR") {
    self.name = name
    self.currency = currency
  }

  /// The verdicts by score, the highest first; the usual three when none is declared.
  ///
  /// The lowest always starts at 0, so that every score has a verdict.
  public var bands: [Band] {
    guard !declaredBands.isEmpty else { return Self.usualBands }
    var bands = declaredBands.sorted { $0.from > $1.from }
    bands[bands.count - 1].from = 0
    return bands
  }

  /// The verdicts of a charter that declares none.
  public static let usualBands = [
    Band(name: "for the customer", from: 6000), Band(name: "mixed", from: 4000),
    Band(name: "against the customer", from: 0),
  ]

  /// The tone of the band at `place` among `bands`.
  public func tone(ofBand place: Int) -> StyledText.Tone {
    place == 0 ? .favourable : place == bands.count - 1 ? .adverse : .middling
  }

  /// The sum of the weights of the rules in use.
  public var totalWeight: Int { rules.reduce(0) { $0 + ($1.isUsed ? $1.weight : 0) } }
}
