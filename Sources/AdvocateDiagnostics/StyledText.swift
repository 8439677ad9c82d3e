/// Text with a little emphasis, which reads the same without it.
///
/// Colour and weight never carry meaning alone: a renderer may drop every style.
public struct StyledText: Sendable, Equatable {
  /// How a stretch of text stands out.
  public enum Style: Sendable, Equatable {
    /// As the rest.
    case plain
    /// What the eye needs first.
    case bold
    /// A verdict word, in the colour of its tone.
    case verdict(Tone)
  }

  /// The tones of verdicts.
  public enum Tone: Sendable, Equatable {
    /// For the customer.
    case favourable
    /// Neither side prevails.
    case middling
    /// Against the customer.
    case adverse
    /// Vetoed.
    case vetoed
  }

  /// A stretch of text in one style.
  public struct Run: Sendable, Equatable {
    /// The text, which may hold anything a person typed: renderers make it harmless.
    public var text: String
    /// How it stands out.
    public var style: Style
  }

  /// The stretches in order.
  public private(set) var runs: [Run]

  /// Creates text in one style.
  public init(_ text: String = "", _ style: Style = .plain) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style)]
  }

  /// Creates text that stands out by weight.
  public static func bold(_ text: String) -> StyledText { StyledText(text, .bold) }

  /// Appends `text` in `style`.
  public mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }

  /// Appends `other` with its styles.
  public mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.style) }
  }

  /// The text without styles.
  public var plain: String { runs.map(\.text).joined() }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { runs.isEmpty }

  /// The two texts one after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  /// Appends `right` to `left`.
  public static func += (left: inout StyledText, right: StyledText) { left.append(right) }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// Collects the parts of an interpolated text; `\(bold:)` makes a part stand out.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = StyledText()

    /// Creates it from a literal.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// A stretch of the literal.
    public mutating func appendLiteral(_ literal: String) { text.append(literal) }

    /// A part in bold.
    public mutating func appendInterpolation(bold part: String) { text.append(part, .bold) }

    /// A part with its own styles.
    public mutating func appendInterpolation(_ part: StyledText) { text.append(part) }

    /// A plain part.
    public mutating func appendInterpolation(_ part: some CustomStringConvertible) {
      text.append(part.description)
    }
  }

  /// Creates it from a literal.
  public init(stringLiteral value: String) { self.init(value) }

  /// Creates it from a literal.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
}
