import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// What is said in a cell or member, before it is read.
struct BatchField {
  /// The fact.
  var fact: Int
  /// What stands there.
  var text: String
  /// How it is known, where that stands apart.
  var evidence: String?
  /// Where it stands, as in `column 7, price`.
  var place: String
  /// Where it stands in the record, in bytes.
  var range: Range<Int>
  /// Whether `text` is not what stands there, but says the same.
  var isComposed = false
}

/// What is said in a cell or member that is not read.
struct LostField {
  /// What the column or member is called.
  var name: String
  /// What stands there.
  var text: String
  /// The fact that seems to be meant.
  var fact: Int?
}

/// Rows that are read cell by cell, as a script would be.
extension BatchWorker {
  func carefulRow(_ row: CSVRecord, _ line: Int) {
    let columns = source.columns
    guard record.count - (record.last == 0x0A ? 1 : 0) <= BatchSplitter.longestRecord else {
      return fail("line \(line)", line: line, [finding(.tooLong, line)])
    }
    // A spreadsheet writes rows of nothing but the signs between cells.
    if row.badQuote == nil, row.cells.allSatisfy(\.isBlank) { return }
    var name =
      row.cells.indices.first { columns.indices.contains($0) && columns[$0] == .name }
      .flatMap { row.cells[$0].text } ?? ""
    name = Self.name(name)
    if name.isEmpty { name = "line \(line)" }
    if let column = row.badQuote {
      let range = row.cells[column].range
      return fail(name, line: line, [finding(.quote(column: column + 1), line, at: range)])
    }
    let isComplete =
      row.cells.count == columns.count
      || row.cells.count < columns.count
        && columns[row.cells.count...].allSatisfy { $0 == .nameless }
    guard isComplete else {
      let error = BatchError.cells(found: row.cells.count, expected: columns.count)
      return fail(name, line: line, [finding(error, line)])
    }
    let isRead = { (place: Int) -> Bool in
      switch columns[place] {
      case .name, .fact: true
      case .evidence, .other, .lost, .nameless: false
      }
    }
    if let bad = row.cells.indices.first(where: { row.cells[$0].text == nil && isRead($0) }) {
      let error = BatchError.notText(column: bad + 1)
      return fail(name, line: line, [finding(error, line, at: row.cells[bad].range)])
    }
    var fields: [BatchField] = []
    var lost: [LostField] = []
    for (place, cell) in row.cells.enumerated() {
      switch columns[place] {
      case .fact(let fact):
        let evidence = evidenceColumns[fact].flatMap {
          row.cells.indices.contains($0) ? row.cells[$0].text : nil
        }
        fields.append(
          BatchField(
            fact: fact, text: cell.text ?? "", evidence: evidence,
            place: "column \(place + 1), \(plan.program.charter.facts[fact].name)",
            range: cell.range))
      case .lost(let fact) where !cell.isBlank:
        let label = source.name(ofColumn: place)
        lost.append(LostField(name: label, text: cell.text ?? "no text", fact: fact))
      case .nameless where !cell.isBlank:
        let label = source.name(ofColumn: place)
        lost.append(LostField(name: label, text: cell.text ?? "no text"))
        tellOnce(label, .nameless(column: place + 1), line, at: cell.range)
      case .evidence, .lost, .name, .nameless, .other: break
      }
    }
    carefully(name, line, fields, lost)
  }

  /// A name on one line, without blanks at its ends; empty where nothing else stands there.
  static func name(_ text: String) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else { return "" }
    let line = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" || $0 == "\t" }
      .map { String($0) }.joined(separator: " ")
    let start = line.utf8.drop { $0 == 0x20 }
    let count = start.reversed().drop { $0 == 0x20 }.count
    return String(decoding: start.prefix(count), as: UTF8.self)
  }

  /// Judges the action that `fields` tell of, with the cells that are not read, or tells why it
  /// cannot.
  func carefully(_ name: String, _ line: Int, _ fields: [BatchField], _ lost: [LostField]) {
    let location = SourceLocation(file: source.file, line: line)
    var action = Action(name: name, location: location)
    action.restIsUntouched = plan.restIsUntouched
    var findings: [Diagnostic] = []
    for field in fields {
      let fate: StyledText = "It stands in \(field.place); the action \(name) is not judged."
      switch plan.reader.statement(field.text, ofFact: field.fact, at: location, fate: fate) {
      case .failure(let box): findings.append(shown(box.diagnostic, field, line))
      case .success(nil): break
      case .success(var statement?):
        if let evidence = field.evidence, statement.evidence == nil,
          evidence.contains(where: { !$0.isWhitespace })
        {
          statement.evidence = HarmlessText.of(evidence)
        }
        action.statements.append(statement)
      }
    }
    guard findings.isEmpty else {
      for field in fields where cells[field.fact] != 0 { cells[field.fact] = 0 }
      return fail(name, line: line, findings)
    }
    for field in lost.prefix(Limits.mostFindings) {
      let text = "\(field.name) is \(field.text)"
      action.dropped.append(
        DroppedLine(
          line: SourceLine(file: source.file, number: line, text: text), fact: field.fact))
    }
    judgeAction(action, lost: lost.map(\.name))
  }

  /// Judges an action that was read, and writes it; `lost` names the columns that were not read.
  func judgeAction(_ action: Action, lost: [String] = []) {
    // Of several groups of customers the worst-off counts.
    let whole = action.groups.isEmpty ? nil : judge.judge(action)
    let told = whole?.action ?? action
    countUnsaid(told)
    let world = judge.program.worldAsTold(by: told)
    for (fact, own) in plan.tables.cells.enumerated() {
      cells[fact] = UInt16(own?.cell(of: world[fact]) ?? 0)
    }
    var direct = [Reading](repeating: .untouched, count: world.count)
    for fact in plan.tables.directFacts { direct[fact] = world[fact] }
    let outside = plan.tables.direct(in: &direct)
    for (rule, saying) in outside.sayings { directCounts[rule][Int(saying.rawValue)] += 1 }
    guard let base = cells.baseAddress else { return }
    let sums = PackedTally(bits: kernel.look(up: base).bits &+ outside.sum.bits)
    defer { for fact in world.indices { cells[fact] = 0 } }
    let line = action.location.line
    if isQuick, action.dropped.isEmpty, told.group == nil {
      let count = told.title.utf8.count
      let name = Array(told.title.utf8) + [UInt8](repeating: 0, count: ByteScan.padding)
      name.withUnsafeBytes {
        write(
          UnsafeRawBufferPointer(rebasing: $0[..<count]), line: line, sums,
          direct: outside.sayings)
      }
      return
    }
    let judgement = whole ?? judged(action)
    let place = tails.place(of: sums)
    let code = tails[place].code
    piece.verdicts[code] += 1
    let isSettled = judgement.eachGroup.allSatisfy(\.uncertainty.isSettled)
    if isSettled { piece.settled[code] += 1 }
    if tails[place].distance < farthest { keepNear(told.title, line, sums) }
    let isRefused = self.isRefused(judgement, place)
    if isRefused { piece.refused.note(told.title) }
    writeSlowly(
      BatchRow(
        name: told.name, line: line, sums: sums, code: code, isRefused: isRefused,
        judgement: judgement,
        outlook: plan.depth.level == .none ? nil : judge.outlook(of: judgement),
        direct: outside.sayings, lostNames: lost), inAllFormats: true)
  }

  /// What is known of `action`, as far as anybody asks: what open answers allow takes most of the
  /// time.
  private func judged(_ action: Action) -> Judgement {
    if isQuick { return judge.asTold(action) }
    return plan.asksOnlyWhetherSettled ? judge.judgeBriefly(action) : judge.judge(action)
  }

  /// Counts the facts that `action` leaves unsaid.
  private func countUnsaid(_ action: Action) {
    var isOpen = [Bool](repeating: true, count: unsaid.count)
    if action.restIsUntouched {
      let facts = plan.program.charter.facts
      for fact in isOpen.indices { isOpen[fact] = facts[fact].mustBeSaid }
      for case let fact? in action.dropped.map(\.fact) { isOpen[fact] = true }
    }
    for statement in action.statements { isOpen[statement.fact] = statement.content == .unsaid }
    for fact in isOpen.indices where isOpen[fact] { unsaid[fact] += 1 }
  }
}

extension Program {
  /// The world that `action` tells of.
  fileprivate func worldAsTold(by action: Action) -> [Reading] {
    Evaluator(self).worldAsTold(by: action)
  }
}
