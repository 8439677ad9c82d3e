public import AdvocateCharter
import AdvocateDiagnostics

/// Reads what this program wrote as CSV, JSON lines or JSON, or what a spreadsheet made of it.
extension BatchBaseline {
  /// The outcomes in `bytes`, by the verdicts of `charter`, or why they cannot be had.
  public static func read(
    _ bytes: [UInt8], _ charter: Charter
  ) -> Result<BatchBaseline, BaselineProblem> {
    if let problem = ScriptReader.problem(with: bytes) { return .failure(.file(problem)) }
    var reader = BaselineReader(charter)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    let isObject = bytes[start...].first { !blanks.contains($0) } == UInt8(ascii: "{")
    do throws(BaselineProblem) {
      if isObject {
        try reader.readObjects(bytes[start...])
      } else {
        try reader.readTable(bytes[start...])
      }
    } catch {
      return .failure(error)
    }
    return reader.baseline.entries.isEmpty ? .failure(.noVerdicts) : .success(reader.baseline)
  }
}

/// Reads one file of outcomes.
private struct BaselineReader {
  private(set) var baseline = BatchBaseline()
  private let words: [String]
  private var codes: [String: Int] = [:]

  init(_ charter: Charter) {
    let bands = charter.bands.map(\.name)
    words = bands + ["silent", "vetoed"]
    for (code, word) in words.enumerated() {
      codes[word] = code
      codes[SafeCSV.shown(word)] = code
    }
  }

  private mutating func add(
    _ name: String, _ verdict: String?, _ score: String, _ place: BaselineProblem.Place
  ) throws(BaselineProblem) {
    guard let verdict else { return baseline.add(name, BatchBaseline.Before()) }
    guard let code = codes[verdict] else { throw .verdict(verdict, place, known: words) }
    guard !score.isEmpty else { return baseline.add(name, BatchBaseline.Before(code: code)) }
    // A spreadsheet may put a comma before the decimals.
    let parts = score.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count),
      let number = Number(
        whole: parts[0], fraction: parts.count > 1 ? parts[1] : "", isNegative: false),
      number <= Number(100)
    else { throw .score(score, place) }
    baseline.add(name, BatchBaseline.Before(code: code, score: number))
  }

  // MARK: - JSON

  mutating func readObjects(_ bytes: ArraySlice<UInt8>) throws(BaselineProblem) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isBlank = { (line: ArraySlice<UInt8>) in
      line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
    guard let start = lines.firstIndex(where: { !isBlank($0) }) else { return }
    // JSON lines have a whole object on the first line, and it is no document.
    if case .success(let object) = JSONReader.read(lines[start]), object["actions"] == nil {
      for (place, line) in lines.enumerated() where !isBlank(line) {
        guard case .success(let object) = JSONReader.read(line) else {
          throw .damaged(line: place + 1)
        }
        try add(object, .line(place + 1))
      }
      return
    }
    switch JSONReader.read(bytes) {
    case .failure(let problem):
      throw .damaged(line: bytes.prefix(problem.offset).count { $0 == 0x0A } + 1)
    case .success(let document):
      if case .string(let name)? = document["charter"] { baseline.charter = name }
      guard case .array(let actions)? = document["actions"] else { throw .noVerdicts }
      for (place, action) in actions.enumerated() { try add(action, .action(place + 1)) }
    }
  }

  private mutating func add(
    _ object: JSONReader.Value, _ place: BaselineProblem.Place
  ) throws(BaselineProblem) {
    guard let name = object["action"]?.text, let verdict = object["verdict"] else {
      throw .nothingNamed(place)
    }
    switch (verdict, object["score"]) {
    case (.null, _): try add(name, nil, "", place)
    case (.string(let word), .number(let score)?): try add(name, word, score, place)
    case (.string(let word), nil), (.string(let word), .null?): try add(name, word, "", place)
    case (.string, .string(let text)?): throw .score(text, place)
    default: throw .nothingNamed(place)
    }
  }

  // MARK: - Tables

  /// Where things stand in the rows of a table.
  private struct Columns {
    var name: Int
    var verdict: Int
    var score: Int
    var count: Int

    init?(_ header: CSVRecord) {
      let names = header.cells.map { ($0.text ?? "").lowercased() }
      guard let name = names.firstIndex(of: "action"),
        let verdict = names.firstIndex(of: "verdict"), let score = names.firstIndex(of: "score")
      else { return nil }
      (self.name, self.verdict, self.score, count) = (name, verdict, score, names.count)
    }
  }

  mutating func readTable(_ bytes: ArraySlice<UInt8>) throws(BaselineProblem) {
    let blank = bytes.prefix { $0 == 0x0A || $0 == 0x0D }
    var line = 1 + blank.count { $0 == 0x0A }
    let rest = bytes.dropFirst(blank.count)
    let sign = BatchSplitter.delimiter(of: rest, file: "")
    var padded: [UInt8] = []
    padded.reserveCapacity(rest.count + ByteScan.padding)
    padded += rest
    padded += [UInt8](repeating: 0, count: ByteScan.padding)
    var offset = 0
    var columns: Columns?
    while offset < rest.count {
      let record = padded.withUnsafeBytes { buffer in
        buffer.baseAddress.map { CSVRecord($0, offset, rest.count, delimiter: sign) }
      }
      guard let record else { return }
      if let columns {
        try add(record, columns, line)
      } else if let found = Columns(record) {
        columns = found
      } else {
        throw .noVerdicts
      }
      offset = record.end
      line += record.lines
    }
  }

  private mutating func add(
    _ record: CSVRecord, _ columns: Columns, _ line: Int
  ) throws(BaselineProblem) {
    // A spreadsheet may leave rows with nothing in them behind the others.
    if record.badQuote == nil, record.cells.allSatisfy({ $0.text == "" }) { return }
    guard record.cells.count == columns.count, record.badQuote == nil,
      let name = record.cells[columns.name].text, let verdict = record.cells[columns.verdict].text,
      let score = record.cells[columns.score].text
    else { throw .damaged(line: line) }
    guard !name.isEmpty, !verdict.isEmpty else { throw .nothingNamed(.line(line)) }
    try add(name, verdict == "not judged" ? nil : verdict, score, .line(line))
  }
}
