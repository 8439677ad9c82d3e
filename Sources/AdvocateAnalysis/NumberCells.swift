import AdvocateCharter
import AdvocateEvaluation

/// A stretch of numbers that no rule can tell apart.
struct NumberCell {
  var interval: Interval

  var isPoint: Bool { interval.low != nil && interval.low == interval.high }

  /// `count` numbers of the stretch in rising order, equal ones for a point.
  func samples(_ count: Int) -> [Number] {
    let steps = Number(count + 1)
    return (1...count).map { step in
      switch (interval.low, interval.high) {
      case (let low?, let high?):
        low + (high - low) * (Number(step).divided(by: steps) ?? Number(0))
      case (let low?, nil): low + Number(step)
      case (nil, let high?): high - Number(count + 1 - step)
      case (nil, nil): Number(step)
      }
    }
  }

  /// The cells that `thresholds` cut `range` into: each threshold, and each stretch between.
  static func cut(_ range: Interval, at thresholds: [Number]) -> [NumberCell] {
    let inside = Set(thresholds.map { Key(number: $0) }).map(\.number)
      .filter { range.contains($0) }.sorted()
    var cells: [NumberCell] = []
    var low = range.low
    var isLowClosed = range.isLowClosed
    for threshold in inside {
      if low == nil || low.map({ $0 < threshold }) == true {
        cells.append(
          NumberCell(
            interval: Interval(
              low: low, isLowClosed: isLowClosed, high: threshold, isHighClosed: false)))
      }
      cells.append(NumberCell(interval: .point(threshold)))
      low = threshold
      isLowClosed = false
    }
    if low == nil || range.high == nil || low != range.high || isLowClosed {
      cells.append(
        NumberCell(
          interval: Interval(
            low: low, isLowClosed: isLowClosed, high: range.high, isHighClosed: range.isHighClosed))
      )
    }
    return cells
  }

  /// Whether the stretch holds a whole number.
  var holdsWholeNumber: Bool {
    guard let low = interval.low else { return true }
    return interval.firstWhole(near: low) != nil
  }

  private struct Key: Hashable {
    var number: Number
  }
}
