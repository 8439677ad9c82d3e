/// The sums of what rules say, and whether one of them vetoes, in one machine word, so that two
/// are added by one addition.
public struct PackedTally: Sendable, Hashable {
  // INVARIANT: 19 bits for each side, 18 for the weight in play, and 8 for the vetoes that were
  // counted; who adds sees to it that none of them can overflow.
  /// The word.
  public var bits: UInt64

  private static let sideBits = UInt64(19)
  private static let playShift = UInt64(38)
  private static let vetoShift = UInt64(56)
  /// The most half points of a side, and the most vetoes that can be counted.
  static let mostHalves = 1 << 18 - 1
  static let mostVetoes = 255

  /// Creates sums from a word.
  public init(bits: UInt64 = 0) { self.bits = bits }

  /// The sums of one rule of `weight`.
  public init(_ saying: Saying, weight: Int) {
    var tally = Tally()
    tally.add(saying, weight: weight)
    self.init(tally, isVetoed: saying == .veto)
  }

  /// The sums of `tally`.
  public init(_ tally: Tally, isVetoed: Bool) {
    bits =
      UInt64(tally.forHalves) | UInt64(tally.againstHalves) << Self.sideBits
      | UInt64(tally.inPlay) << Self.playShift | (isVetoed ? 1 << Self.vetoShift : 0)
  }

  /// Whether a rule vetoes.
  public var isVetoed: Bool { bits >> Self.vetoShift != 0 }

  /// The sums.
  public var tally: Tally {
    var tally = Tally()
    tally.forHalves = Int(bits & (1 << Self.sideBits - 1))
    tally.againstHalves = Int(bits >> Self.sideBits & (1 << Self.sideBits - 1))
    tally.inPlay = Int(bits >> Self.playShift & (1 << (Self.vetoShift - Self.playShift) - 1))
    return tally
  }

  /// Both sums together, with the vetoes counted once.
  func joined(with other: PackedTally) -> PackedTally {
    var sum = PackedTally(bits: bits &+ other.bits)
    if sum.isVetoed { sum.bits = sum.bits & (1 << Self.vetoShift - 1) | 1 << Self.vetoShift }
    return sum
  }
}
