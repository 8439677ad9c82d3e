public import AdvocateSyntax

/// What names and values would be read as, without a line around them.
extension Workspace {
  /// What `typed` is read as where it stands for a value of the fact at `fact`; nil where it is
  /// refused.
  public func value(_ typed: Phrase, ofFact fact: Int) -> Value? {
    var reader = ValueReader(charter)
    return try? reader.value(typed, ofFact: fact)
  }

  /// The facts with which the fact at `fact` can be compared, without itself.
  public func comparableFacts(with fact: Int) -> [Int] {
    let kind = charter.facts[fact].kind
    return charter.facts.indices.filter { other in
      other != fact && TestChecker.areComparable(kind, charter.facts[other].kind)
    }
  }
}
