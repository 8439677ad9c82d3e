import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

/// Scripts whose actions stand for themselves.
extension BatchWorker {
  func readScript(_ base: UnsafeRawPointer, _ count: Int, firstLine: Int) {
    let (feeds, starts) = (ByteScan.repeated(0x0A), Self.actionStart)
    var offset = 0
    var line = firstLine
    while offset < count {
      // A block goes up to the line that begins the next action.
      if isQuick, ByteScan.word(base, offset) & Self.actionMask == starts,
        let (next, lines) = quickAction(base, offset, count, line)
      {
        offset = next
        line += lines
        continue
      }
      var end = offset
      var lines = 0
      repeat {
        end = ByteScan.first(base, from: end, to: count, feeds, feeds) + 1
        lines += 1
      } while end < count && ByteScan.word(base, end) & Self.actionMask != starts
      end = min(end, count)
      carefulBlock(UnsafeRawBufferPointer(start: base + offset, count: end - offset), line)
      offset = end
      line += lines
    }
  }

  /// The bytes of `action` and a blank, as one word.
  static let actionStart: UInt64 = 0x20_6E6F_6974_6361
  static let actionMask: UInt64 = 0xFF_FFFF_FFFF_FFFF

  /// Judges an action of which every line is plain; nil where one is not.
  private func quickAction(
    _ base: UnsafeRawPointer, _ start: Int, _ count: Int, _ line: Int
  ) -> (next: Int, lines: Int)? {
    func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }
    guard let cells = cells.baseAddress else { return nil }
    let feeds = ByteScan.repeated(0x0A)
    cells.update(repeating: 0, count: self.cells.count)
    directWorld.begin()
    var said: UInt64 = 0
    saidCount = 0
    var offset = ByteScan.first(base, from: start, to: count, feeds, feeds)
    var nameEnd = offset
    if byte(nameEnd - 1) == 0x0D { nameEnd -= 1 }
    let name = start + 7..<max(start + 7, nameEnd)
    if source.hasOddNames, !Self.isPlainScriptName(base, name) { return nil }
    offset += 1
    var lines = 1
    var place = 0
    var isRest = plan.restIsUntouched
    while offset < count, ByteScan.word(base, offset) & Self.actionMask != Self.actionStart {
      var end = ByteScan.first(base, from: offset, to: count, feeds, feeds)
      let next = end &+ 1
      while end > offset, byte(end &- 1) == 0x20 || byte(end &- 1) == 0x0D { end &-= 1 }
      if end > offset {
        guard let (fact, from) = factLine(base, offset, end, place) else {
          guard let idle = Self.idleLine(base, offset, end) else { return nil }
          if idle == .rest { isRest = true }
          offset = next
          lines &+= 1
          continue
        }
        place &+= 1
        guard end > from, setCell(of: fact, inScript: base, from, end &- from) else { return nil }
        if fact < 64 {
          guard said &>> UInt64(fact) & 1 == 0 else { return nil }
          said |= 1 &<< UInt64(fact)
        } else if !noteSaidOnce(fact) {
          return nil
        }
      }
      offset = next
      lines &+= 1
    }
    if isRest { countUntouched(said) } else { countUnsaid(said) }
    blankCount = 0
    judgeCells(UnsafeRawBufferPointer(start: base + name.lowerBound, count: name.count), line: line)
    return (min(offset, count), lines)
  }

  /// Whether a name holds letters, digits, hyphens and points only, with a blank between words.
  private static func isPlainScriptName(
    _ base: UnsafeRawPointer, _ range: Range<Int>
  ) -> Bool {
    var isBlank = true
    for byte in UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count) {
      let isSign = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
      guard isSign || (byte == 0x20 && !isBlank) else { return false }
      isBlank = byte == 0x20
    }
    return !isBlank
  }

  /// The fact that a line names, and where what it says of it begins.
  @inline(__always)
  private func factLine(
    _ base: UnsafeRawPointer, _ offset: Int, _ end: Int, _ place: Int
  ) -> (fact: Int, from: Int)? {
    if place < keys.count, case .fact(let fact) = keys[place].column,
      end &- offset > keys[place].bytes.count, keys[place].isHere(base, offset)
    {
      return (fact, offset &+ keys[place].bytes.count)
    }
    return learnFactLine(base, offset, end, place)
  }

  private func learnFactLine(
    _ base: UnsafeRawPointer, _ offset: Int, _ end: Int, _ place: Int
  ) -> (fact: Int, from: Int)? {
    let bytes = UnsafeRawBufferPointer(start: base + offset, count: min(end - offset, 256))
    guard
      let copula = (0..<max(0, bytes.count - 3)).first(where: {
        bytes[$0] == 0x20 && bytes[$0 + 1] == 0x69 && bytes[$0 + 2] == 0x73
          && bytes[$0 + 3] == 0x20
      })
    else { return nil }
    let prefix = Array(bytes[..<(copula + 4)])
    let text = String(decoding: prefix, as: UTF8.self)
    let column: BatchColumn
    if let known = columnsOfKeys[text] {
      column = known
    } else {
      let name = prefix[..<copula].drop { $0 == 0x20 || $0 == 0x09 }
      let isPlain = name.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x20
          || byte == 0x2D
      }
      // What begins so is never about a fact.
      let isRest = String(decoding: name, as: UTF8.self).lowercased().hasPrefix("the rest")
      guard isPlain, !isRest, let fact = plan.reader.fact(String(decoding: name, as: UTF8.self)),
        plan.program.charter.facts[fact].kind?.isSaid == true
      else { return nil }
      column = .fact(fact)
      if columnsOfKeys.count < 4096 { columnsOfKeys[text] = column }
    }
    guard case .fact(let fact) = column else { return nil }
    let key = JSONKey(bytes: prefix, column: column)
    if place < keys.count { keys[place] = key } else if place == keys.count { keys.append(key) }
    return (fact, offset + prefix.count)
  }

  private func setCell(
    of fact: Int, inScript base: UnsafeRawPointer, _ from: Int, _ length: Int
  ) -> Bool {
    if !isDirect[fact], numbers[fact].form != .never,
      let cell = numbers[fact].cell(base, from, length)
    {
      cells[fact] = cell
      return true
    }
    let key = ValueMemo.key(base, from, length, column: fact, isBare: false)
    if let cell = memo.cell(key, base, from) {
      if isDirect[fact] { takeDirect(fact, cell) } else { cells[fact] = cell }
      return true
    }
    let bytes = UnsafeRawBufferPointer(start: base + from, count: length)
    // Two points are a range in tables only, and other blanks part words elsewhere, too.
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains(".."),
      text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 }),
      case .success(let statement?) = plan.reader.statement(
        text, ofFact: fact, at: SourceLocation(), fate: ""), statement.content != .unsaid
    else { return false }
    return keep(fact, key, base, from, statement.content)
  }

  /// A line that changes nothing of a verdict as told.
  private enum IdleLine { case comment, rest }

  /// Whether a line is a comment, or says that the rest is untouched; nil where it is neither.
  private static func idleLine(
    _ base: UnsafeRawPointer, _ offset: Int, _ end: Int
  ) -> IdleLine? {
    var bytes = UnsafeRawBufferPointer(start: base + offset, count: end - offset)[...]
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = bytes.first else { return .comment }
    if first == 0x23 { return bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? .comment : nil }
    return bytes.elementsEqual("the rest is untouched".utf8) ? .rest : nil
  }

  /// Reads the lines of an action as any script is read.
  private func carefulBlock(_ bytes: UnsafeRawBufferPointer, _ line: Int) {
    var workspace = plan.reader.emptyWorkspace
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    reader.read(Array(bytes), named: source.file, into: &workspace)
    let before = line - 1
    let findings = reader.diagnostics.map { finding in
      var finding = finding
      if let number = finding.line?.number, number > 0 { finding.line?.number = number + before }
      return finding
    }
    keep(findings)
    piece.untold += reader.untold
    for action in workspace.actions {
      var action = action
      action.location.line += before
      if plan.restIsUntouched { action.restIsUntouched = true }
      for place in action.dropped.indices { action.dropped[place].line.number += before }
      judgeAction(action)
    }
  }

  /// Keeps findings, but no more than people read, and counts the others; one that something was
  /// left out stays.
  func keep(_ findings: [Diagnostic]) {
    for finding in findings {
      if piece.findings.count < Self.mostFindings {
        piece.findings.append(finding)
        continue
      }
      piece.untold += 1
      if finding.severity == .error,
        !piece.findings.contains(where: { $0.severity == .error })
      {
        piece.findings[Self.mostFindings - 1] = finding
      }
    }
  }
}
