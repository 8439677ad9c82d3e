import AdvocateDiagnostics

/// What is told of records, with the place in the line.
extension BatchWorker {
  /// The finding in the record in hand, at these bytes of it.
  func finding(_ error: BatchError, _ line: Int, at range: Range<Int>? = nil) -> Diagnostic {
    let shown = firstLine
    return error.diagnostic(
      file: source.file, line: line, text: shown.text, span: range.flatMap(shown.span(of:)))
  }

  private var firstLine: RecordLine {
    if let shownLine { return shownLine }
    let line = RecordLine(record)
    shownLine = line
    return line
  }

  /// The bytes of the record in hand at `range`.
  func raw(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: record[range.clamped(to: 0..<record.count)])
  }

  /// Tells of a column or member as such, once a chunk.
  func tellOnce(
    _ name: String, _ error: @autoclosure () -> BatchError?, _ line: Int, at range: Range<Int>
  ) {
    guard toldNames.insert(name).inserted else { return }
    guard piece.columnFindings.count < Self.mostFindings else {
      piece.untold += 1
      return
    }
    if let error = error() { piece.columnFindings.append((name, finding(error, line, at: range))) }
  }

  /// A finding in what a field says, in the line as it stands in the file.
  func shown(_ finding: Diagnostic, _ field: BatchField, _ line: Int) -> Diagnostic {
    var finding = finding
    let said = finding.line?.text.utf8
    let phrase = finding.span.flatMap { span in
      said.map { Array($0.dropFirst(span.start).prefix(span.length)) }
    }
    let shown = firstLine
    finding.line = SourceLine(file: source.file, number: line, text: shown.text)
    finding.span = shown.span(of: field.range)
    finding.replacement = []
    guard let phrase, !phrase.isEmpty else { return finding }
    let raw = raw(field.range)
    let places = Self.places(of: phrase, in: raw)
    if places.count == 1 {
      let start = field.range.lowerBound + places[0]
      finding.span = shown.span(of: start..<start + phrase.count)
    }
    // Nobody is told of a word that does not stand there.
    if places.isEmpty, field.isComposed {
      let word = "\"\(String(decoding: phrase, as: UTF8.self))\""
      let own = BatchError.clipped(String(decoding: raw, as: UTF8.self))
      finding.sentences = finding.sentences.map { sentence in
        var result = StyledText()
        for run in sentence.runs { result.append(run.text.replacing(word, with: own), run.style) }
        return result
      }
    }
    return finding
  }

  /// Where `phrase` stands in `bytes`: the first two places.
  private static func places(of phrase: [UInt8], in bytes: UnsafeRawBufferPointer) -> [Int] {
    var places: [Int] = []
    var place = 0
    while place + phrase.count <= bytes.count, places.count < 2 {
      if bytes[place] == phrase[0], bytes[place...].starts(with: phrase) { places.append(place) }
      place += 1
    }
    return places
  }
}
