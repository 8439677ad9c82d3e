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
  /// Where it stands, as in `column 7`.
  var place: String
}

/// Rows that are read cell by cell, as a script would be.
extension BatchWorker {
  func carefulRow(_ record: CSVRecord, _ line: Int) {
    let columns = source.columns
    var name =
      record.cells.indices.first { columns.indices.contains($0) && columns[$0] == .name }
      .flatMap { record.cells[$0].text } ?? ""
    name = Self.name(name)
    if name.isEmpty { name = "line \(line)" }
    if let column = record.badQuote {
      return fail(name, line: line, [BatchError.quote(column: column + 1).diagnostic(self, line)])
    }
    if record.cells.count != columns.count {
      let error = BatchError.cells(found: record.cells.count, expected: columns.count)
      return fail(name, line: line, [error.diagnostic(self, line)])
    }
    let isRead = { (place: Int) -> Bool in
      switch columns[place] {
      case .name, .fact: true
      case .evidence, .other: false
      }
    }
    if let bad = record.cells.indices.first(where: { record.cells[$0].text == nil && isRead($0) }) {
      return fail(name, line: line, [BatchError.notText(column: bad + 1).diagnostic(self, line)])
    }
    var fields: [BatchField] = []
    for (place, column) in columns.enumerated() {
      guard case .fact(let fact) = column, let text = record.cells[place].text else { continue }
      let evidence = columns.firstIndex(of: .evidence(fact)).flatMap { record.cells[$0].text }
      fields.append(
        BatchField(fact: fact, text: text, evidence: evidence, place: "column \(place + 1)"))
    }
    carefully(name, line, fields)
  }

  /// A name on one line, without blanks at its ends.
  static func name(_ text: String) -> String {
    let line = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" || $0 == "\t" }
      .map { String($0) }.joined(separator: " ")
    let start = line.utf8.drop { $0 == 0x20 }
    let count = start.reversed().drop { $0 == 0x20 }.count
    return String(decoding: start.prefix(count), as: UTF8.self)
  }

  /// Judges the action that `fields` tell of, or tells why it cannot.
  func carefully(_ name: String, _ line: Int, _ fields: [BatchField]) {
    let location = SourceLocation(file: source.file, line: line)
    var action = Action(name: name, location: location)
    action.restIsUntouched = plan.restIsUntouched
    var findings: [Diagnostic] = []
    for field in fields {
      let fate: StyledText = "It stands in \(field.place); the action \(name) is not judged."
      switch plan.reader.statement(field.text, ofFact: field.fact, at: location, fate: fate) {
      case .failure(let box): findings.append(box.diagnostic)
      case .success(nil): unsaid[field.fact] += 1
      case .success(var statement?):
        if let evidence = field.evidence, statement.evidence == nil, !evidence.isEmpty {
          statement.evidence = HarmlessText.of(evidence)
        }
        if statement.content == .unsaid { unsaid[field.fact] += 1 }
        action.statements.append(statement)
      }
    }
    guard findings.isEmpty else {
      for field in fields where cells[field.fact] != 0 { cells[field.fact] = 0 }
      return fail(name, line: line, findings)
    }
    judgeAction(action)
  }

  /// Judges an action that was read, and writes it.
  func judgeAction(_ action: Action) {
    // Of several groups of customers the worst-off counts.
    let whole = action.groups.isEmpty ? nil : judge.judge(action)
    let told = whole?.action ?? action
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
    let judgement = whole ?? judge.judge(action)
    let place = tails.place(of: sums)
    let code = tails[place].code
    piece.verdicts[code] += 1
    let isSettled = judgement.eachGroup.allSatisfy(\.uncertainty.isSettled)
    if isSettled { piece.settled[code] += 1 }
    if tails[place].distance < farthest { keepNear(told.title, line, sums) }
    let isRefused = self.isRefused(judgement, place)
    if isRefused { piece.refused += 1 }
    writeSlowly(
      BatchRow(
        name: told.name, line: line, sums: sums, code: code, isRefused: isRefused,
        judgement: judgement,
        outlook: plan.depth.level == .none ? nil : judge.outlook(of: judgement),
        direct: outside.sayings), inAllFormats: true)
  }
}

extension Program {
  /// The world that `action` tells of.
  fileprivate func worldAsTold(by action: Action) -> [Reading] {
    Evaluator(self).worldAsTold(by: action)
  }
}
