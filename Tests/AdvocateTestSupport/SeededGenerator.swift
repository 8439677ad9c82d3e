/// A source of numbers that look random and are the same in every run: SplitMix64.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  private var bytes: ArraySlice<UInt8> = []

  /// Creates a source that `seed` decides.
  public init(seed: UInt64) { state = seed }

  /// Creates a source whose first choices are the bytes of an input, one each, so that a small
  /// change of the input is a small change of what is made from it.
  public init(bytes: [UInt8]) {
    state = UInt64(bytes.count)
    self.bytes = bytes[...]
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    if let byte = bytes.popFirst() { return UInt64(byte) << 56 | UInt64(byte) << 24 }
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something that happens so many times in a hundred happens now.
  public mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  /// One of `choices`, which holds the fallback for the case that there are none.
  public mutating func pick<Choice>(_ choices: [Choice], else fallback: Choice) -> Choice {
    choices.randomElement(using: &self) ?? fallback
  }

  /// A whole number of `range`.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }
}
