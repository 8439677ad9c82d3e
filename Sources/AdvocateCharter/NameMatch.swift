import AdvocateDiagnostics

/// What a typed name fits among known ones.
public enum NameMatch: Sendable, Equatable {
  /// Exactly one, by its place.
  case found(Int)
  /// Several, by their places.
  case several([Int])
  /// None; the one it is near to, if any.
  case none(near: String?)

  /// Looks `typed` up among `names`: the whole name, its number from 1, or a part of only one.
  ///
  /// Capitals do not count, and the whole name comes before all else.
  public static func find(_ typed: String, among names: [String]) -> NameMatch {
    let folded = typed.lowercased()
    if let place = names.firstIndex(where: { $0.lowercased() == folded }) { return .found(place) }
    if let number = Int(typed), names.indices.contains(number - 1) { return .found(number - 1) }
    let places = names.indices.filter { names[$0].lowercased().contains(folded) }
    if places.count == 1 { return .found(places[0]) }
    if places.count > 1 { return .several(places) }
    return .none(near: NearestName.find(typed, among: names))
  }
}
