import AdvocateCharter
import AdvocateEvaluation

/// Tells the cell of a number that is written in plain digits, without making a number of it.
///
/// Everything else, as `40k` or `1,200`, is left to the reader that reads all values.
struct PlainNumbers {
  /// Which facts hold plain numbers, and how they are written.
  enum Form: UInt8 { case never, whole, share }

  let form: Form
  /// The thresholds of the fact in millionths, and in hundredths of those for shares.
  private let thresholds: [Int]

  /// The most digits before the point, and behind it.
  private static let mostWhole = 9
  private static let mostFraction = 6

  init(fact: Int, _ charter: Charter, _ cells: FactCells?) {
    let kind = charter.facts[fact].kind
    let scale = Number(kind == .percent ? 100_000_000 : 1_000_000)
    let scaled = (cells?.thresholds ?? []).map { threshold -> Int? in
      let product = threshold * scale
      guard let value = Int(product.decimal(places: 0)), Number(value) == product else {
        return nil
      }
      return value
    }
    thresholds = scaled.compactMap { $0 }
    let isKnown = cells != nil && thresholds.count == scaled.count
    switch kind {
    case .percent where isKnown: form = .share
    case .number where isKnown, .money where isKnown: form = .whole
    default: form = .never
    }
  }

  /// The cell of the number in the `length` bytes at `offset`; nil where it is not plain.
  @inline(__always)
  func cell(_ base: UnsafeRawPointer, _ offset: Int, _ length: Int) -> UInt16? {
    var length = length
    if form == .share {
      guard length > 1, base.load(fromByteOffset: offset &+ length &- 1, as: UInt8.self) == 0x25
      else { return nil }
      length &-= 1
    }
    guard length > 0, length <= Self.mostWhole + 1 + Self.mostFraction else { return nil }
    var value = 0
    var place = 0
    while place < length {
      let digit = base.load(fromByteOffset: offset &+ place, as: UInt8.self) &- 48
      if digit > 9 { break }
      value = value &* 10 &+ Int(digit)
      place &+= 1
    }
    guard place > 0, place <= Self.mostWhole else { return nil }
    var fraction = 0
    if place < length {
      guard base.load(fromByteOffset: offset &+ place, as: UInt8.self) == 0x2E else { return nil }
      place &+= 1
      while place < length {
        let digit = base.load(fromByteOffset: offset &+ place, as: UInt8.self) &- 48
        if digit > 9 { return nil }
        value = value &* 10 &+ Int(digit)
        fraction &+= 1
        place &+= 1
      }
      guard fraction > 0, fraction <= Self.mostFraction else { return nil }
    }
    while fraction < Self.mostFraction {
      value = value &* 10
      fraction &+= 1
    }
    var cell: UInt16 = 1
    for threshold in thresholds {
      if value < threshold { return cell }
      if value == threshold { return cell &+ 1 }
      cell &+= 2
    }
    return cell
  }
}
