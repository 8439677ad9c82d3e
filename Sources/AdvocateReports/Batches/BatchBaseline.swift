import AdvocateCharter

/// What an earlier run wrote, to set a later one beside it.
///
/// Names are compared as a table shows them, so that it makes no difference whether the earlier run
/// wrote a table or JSON. Where a name came several times, the first stands beside the first.
public struct BatchBaseline: Sendable {
  /// An outcome before.
  struct Before: Sendable {
    /// The verdict's code; nil where the action could not be judged.
    var code: Int?
    /// The score as it was written.
    var score: Number?
  }

  /// The outcomes in the order of the file.
  private(set) var entries: [Before] = []
  /// The first outcome of each name, as a table shows it.
  private var first: [String: Int] = [:]
  /// The last outcome of each name that came several times, by its first one.
  private var last: [Int: Int] = [:]
  /// The next outcome of the same name.
  private var following: [Int: Int] = [:]
  /// The charter that the earlier run was judged by; nil where the file does not tell.
  public internal(set) var charter: String?

  /// Whether some name came several times, so that the order of actions counts.
  public var hasDoubles: Bool { !following.isEmpty }

  /// Creates a baseline without outcomes.
  init() {}

  /// Adds the next outcome.
  mutating func add(_ name: String, _ outcome: Before) {
    let place = entries.count
    entries.append(outcome)
    let shown = SafeCSV.shown(name)
    guard let start = first[shown] else {
      first[shown] = place
      return
    }
    following[last[start] ?? start] = place
    last[start] = place
  }

  /// The first outcome of the action called `name`.
  func place(of name: String) -> Int? { first[SafeCSV.shown(name)] }

  /// The first outcome of an action called `name` for a group of customers, whichever that was.
  func place(ofAnyGroupOf name: String) -> Int? {
    let start = SafeCSV.shown(name) + " for "
    return first.filter { $0.key.hasPrefix(start) }.map(\.value).min()
  }

  /// The outcome of the same name that comes after the one at `place`.
  func place(after place: Int) -> Int? { following[place] }

  /// The actions that a later run, which came upon those in `met`, did not come upon.
  func gone(but met: [Bool]) -> NamedActions {
    let rest = entries.indices.filter { !(met.indices.contains($0) && met[$0]) }
    let wanted = Set(rest.prefix(NamedActions.most))
    var names: [Int: String] = [:]
    for (name, start) in first where !wanted.isEmpty {
      var next: Int? = start
      while let place = next {
        if wanted.contains(place) { names[place] = name }
        next = following[place]
      }
    }
    var gone = NamedActions()
    for place in rest { gone.note(names[place] ?? "") }
    return gone
  }
}
