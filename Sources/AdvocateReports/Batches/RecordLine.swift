import AdvocateDiagnostics

/// The first line of a record, as findings show it.
struct RecordLine {
  /// The line, with a sign in place of each byte that is no text.
  let text: String
  private let bytes: [UInt8]
  private let isText: Bool

  /// Takes the first line of `record`.
  init(_ record: some Sequence<UInt8>) {
    var line = Array(record.prefix { $0 != 0x0A })
    if line.last == 0x0D { line.removeLast() }
    bytes = line
    let exact = String(validating: line, as: UTF8.self)
    isText = exact != nil
    text = exact ?? String(decoding: line, as: UTF8.self)
  }

  /// Where the bytes at `range` stand in the text; nil where they stand in a later line.
  func span(of range: Range<Int>) -> SourceSpan? {
    guard range.lowerBound <= bytes.count else { return nil }
    let end = min(range.upperBound, bytes.count)
    return SourceSpan(shown(range.lowerBound), shown(end))
  }

  /// How many bytes of the text stand for the first `count` bytes of the line.
  private func shown(_ count: Int) -> Int {
    isText ? count : String(decoding: bytes[..<count], as: UTF8.self).utf8.count
  }
}
