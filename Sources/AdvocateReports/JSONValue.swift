public import AdvocateCharter
import AdvocateDiagnostics

/// A JSON document whose members keep their order.
public enum JSONValue: Sendable, Equatable {
  /// A name and what stands under it.
  public struct Member: Sendable, Equatable {
    /// The name.
    public var name: String
    /// What stands under it.
    public var value: JSONValue

    /// Creates a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Members in the order in which they are written.
  case object([Member])
  /// Elements in order.
  case array([JSONValue])
  /// Text; whatever could steer a terminal or mislead the eye is written as an escape.
  case string(String)
  /// An exact number, written with up to 6 digits behind the point.
  case number(Number)
  /// True or false.
  case bool(Bool)
  /// Nothing.
  case null

  /// Text, or null where there is none.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .number(Number(value)) }

  /// The document on one line.
  public var compact: String { text(indent: nil) }

  /// The document on many lines, indented by two blanks a level, without a line end at the end.
  public var pretty: String { text(indent: 0) }

  /// The document on many lines, as it stands at a depth of `indent` inside another.
  public func pretty(atDepth indent: Int) -> String { text(indent: indent) }

  private func text(indent: Int?) -> String {
    var writer = JSONWriter()
    writer.write(self, indent: indent)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes JSON as bytes.
private struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, indent: Int?) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .number(let number): append(number.decimal(places: 6))
    case .string(let string): write(string)
    case .array(let elements):
      list(elements, "[", "]", indent: indent) { writer, element, inner in
        writer.write(element, indent: inner)
      }
    case .object(let members):
      list(members, "{", "}", indent: indent) { writer, member, inner in
        writer.write(member.name)
        writer.append(inner == nil ? ":" : ": ")
        writer.write(member.value, indent: inner)
      }
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, indent: Int?,
    _ body: (inout JSONWriter, Element, Int?) -> Void
  ) {
    append(open)
    let inner = indent.map { $0 + 1 }
    for (place, element) in elements.enumerated() {
      if place > 0 { append(",") }
      if let inner { breakLine(inner) }
      body(&self, element, inner)
    }
    if let indent, !elements.isEmpty { breakLine(indent) }
    append(close)
  }

  private mutating func breakLine(_ indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    let isPlain = string.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    if isPlain { append(string) } else { escape(string) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ string: String) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      // What could steer a terminal, break a line or mislead the eye.
      case _ where HarmlessText.isHarmful(scalar):
        for unit in String(scalar).utf16 { append("\\u" + Self.hexadecimal(unit)) }
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
