import AdvocateCharter
import AdvocateDiagnostics

extension BatchColumn {
  /// What a column or member called `name` holds.
  init(_ name: String, _ reader: FieldReader) {
    let folded = Self.words(name).lowercased()
    if folded.isEmpty {
      self = .nameless
    } else if let fact = reader.fact(folded) {
      // What follows from other facts is said by those.
      self = reader.charter.facts[fact].kind?.isSaid == false ? .lost(fact) : .fact(fact)
    } else if folded == "action" || folded == "name" {
      self = .name
    } else if folded.hasSuffix(" because"), let fact = reader.fact(String(folded.dropLast(8))) {
      self = .evidence(fact)
    } else if !Self.isRemark(folded), reader.isNearFact(folded) {
      self = .lost(reader.nearFact(folded).flatMap(reader.fact))
    } else {
      self = .other
    }
  }

  /// What is to be told of a column or member called `name` that holds this, where it is not read;
  /// nil where nothing is.
  func problem(_ name: String, at place: BatchPlace, _ reader: FieldReader) -> BatchError? {
    switch self {
    case .lost where reader.fact(Self.words(name)) != nil: .follows(name: name, place)
    case .lost: .noFact(name: name, place, near: reader.nearFact(name), isNear: true)
    case .other where !Self.isRemark(name):
      .noFact(
        name: name, place, near: NearestName.find(name, among: ["action"]), isNear: false)
    case .nameless where place == .member:
      .noFact(name: "", place, near: nil, isNear: true)
    default: nil
    }
  }

  /// `name` without blanks at its ends, and with single ones between its words. Blanks are also
  /// those that look like one, such as the one that does not break.
  static func words(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a column called `name` is known to hold nothing that is judged.
  static func isRemark(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.first == "note" || words == ["notes"]
  }
}
