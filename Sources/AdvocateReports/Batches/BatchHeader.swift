public import AdvocateCharter
public import AdvocateDiagnostics

/// The beginning of a table: what parts its cells, and what its columns hold.
public struct BatchHeader: Sendable {
  /// What the table holds.
  public private(set) var source: BatchSource
  /// What was found.
  public private(set) var findings: [Diagnostic] = []
  /// How many bytes of the table it takes.
  public private(set) var length = 0
  /// How many lines those are.
  public private(set) var lines = 0
  /// Whether rows can be read by it.
  public private(set) var isUsable = true

  /// Reads the beginning of a table.
  ///
  /// - Parameters:
  ///   - bytes: the first bytes of the table, without a mark of their order.
  ///   - isWhole: whether these are all.
  ///   - delimiter: what parts the cells, where that was told.
  ///   - file: the file as the person named it.
  ///   - reader: knows the facts.
  public init(
    _ bytes: [UInt8], isWhole: Bool, delimiter: UInt8?, file: String, _ reader: FieldReader
  ) {
    source = BatchSource(file: file, form: .csv(delimiter: delimiter ?? 0x2C))
    skipBlankLines(bytes)
    var told = delimiter
    if let sign = Self.toldDelimiter(bytes[length...]) {
      // A spreadsheet says so in a line of its own.
      told = delimiter ?? sign
      length = bytes[length...].firstIndex(of: 0x0A) ?? bytes.count
      skipBlankLines(bytes)
    }
    guard length < bytes.count else { return }
    let rest = Array(bytes[length...])
    let sign = told ?? BatchSplitter.delimiter(of: rest[...], file: file)
    source.form = .csv(delimiter: sign)
    let record = CSVRecord(rest, delimiter: sign)
    let line = lines + 1
    length += record.end
    lines += record.lines
    let found = BatchSplitter.columns(record, reader, file: file, line: line, text: rest)
    (source.columns, source.names) = (found.columns, found.names)
    let isRead = source.columns.contains {
      if case .fact = $0 { true } else { $0 == .name }
    }
    guard record.badQuote == nil, record.end < rest.count || isWhole, isRead else {
      let error = BatchError.noHeader
      findings = [error.diagnostic(file: file, line: line)]
      isUsable = false
      return
    }
    findings = found.findings
  }

  private mutating func skipBlankLines(_ bytes: [UInt8]) {
    while length < bytes.count, bytes[length] == 0x0A || bytes[length] == 0x0D {
      if bytes[length] == 0x0A { lines += 1 }
      length += 1
    }
  }

  /// The sign that a line such as `sep=;` tells; nil where the first line is none.
  private static func toldDelimiter(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }.filter { $0 != 0x22 }
    guard line.count == 5, let sign = line.last, sign < 0x80,
      String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep="
    else { return nil }
    return sign
  }

  /// Whether the lines of a table end in carriage returns alone, as very old programs wrote them.
  public static func endsLinesWithReturns(_ bytes: [UInt8]) -> Bool {
    var isQuoted = false
    for (place, byte) in bytes.enumerated() {
      if byte == 0x22 { isQuoted.toggle() }
      guard !isQuoted, byte == 0x0A || byte == 0x0D else { continue }
      // The last byte that was read tells nothing of what follows.
      return byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] != 0x0A
    }
    return false
  }
}

extension BatchSplitter {
  /// What stands between the cells of a table that begins with `bytes`, unless it is told.
  public static func delimiter(of bytes: ArraySlice<UInt8>, file: String) -> UInt8 {
    if file.lowercased().hasSuffix(".tsv") { return 0x09 }
    let header = bytes.prefix { $0 != 0x0A }
    if header.contains(0x2C) { return 0x2C }
    if header.contains(0x3B) { return 0x3B }
    return header.contains(0x09) ? 0x09 : 0x2C
  }

  /// What the columns of a table hold, and are called, by its header.
  ///
  /// - Parameters:
  ///   - header: the cells of the header.
  ///   - reader: knows the facts.
  ///   - file: the file as the person named it.
  ///   - line: the number of the header's first line.
  ///   - text: the bytes of the header, to show in findings.
  public static func columns(
    _ header: CSVRecord, _ reader: FieldReader, file: String, line: Int = 1, text: [UInt8] = []
  ) -> (columns: [BatchColumn], names: [String], findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    var columns: [BatchColumn] = []
    var names: [String] = []
    var seen: Set<BatchColumn> = []
    let shown = RecordLine(text.prefix(header.end))
    for (place, cell) in header.cells.enumerated() {
      let name = BatchColumn.words(cell.text ?? "")
      var found = BatchColumn(name, reader)
      var error = found.problem(name, at: .column(place + 1), reader)
      switch found {
      case .name, .fact, .evidence:
        guard !seen.insert(found).inserted else { break }
        error = .again(name: name, .column(place + 1))
        if case .fact(let fact) = found { found = .lost(fact) } else { found = .lost(nil) }
      case .lost, .nameless, .other: break
      }
      columns.append(found)
      names.append(name)
      if let error {
        findings.append(
          error.diagnostic(
            file: file, line: line, text: shown.text, span: shown.span(of: cell.range)))
      }
    }
    return (columns, names, findings)
  }
}
