import AdvocateDiagnostics

/// Lines that are JSON objects, read member by member.
extension BatchWorker {
  func carefulObject(_ bytes: UnsafeRawBufferPointer, _ line: Int) {
    for fact in cells.indices { cells[fact] = 0 }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
    record = bytes
    shownLine = nil
    let name = "line \(line)"
    func refuse(_ offset: Int, _ what: String) {
      let before = String(decoding: bytes.prefix(offset), as: UTF8.self)
      let error = BatchError.notAnObject(column: before.utf16.count + 1, what: what)
      fail(name, line: line, [finding(error, line, at: offset..<offset + 1)])
    }
    guard bytes.count <= BatchSplitter.longestRecord else {
      return fail(name, line: line, [finding(.tooLong, line)])
    }
    switch JSONReader.read(Array(bytes)[...]) {
    case .failure(let problem): refuse(problem.offset, problem.what)
    case .success(.object(let members)): carefulMembers(members, name, line)
    case .success: refuse(0, "This is no object")
    }
  }

  private func carefulMembers(
    _ members: [JSONReader.Member], _ fallback: String, _ line: Int
  ) {
    var name: String?
    var fields: [BatchField] = []
    var evidence: [Int: String] = [:]
    var lost: [LostField] = []
    var findings: [Diagnostic] = []
    var seen: Set<BatchColumn> = []
    for member in members {
      let column = column(ofMember: member.name)
      switch column {
      case .name, .fact, .evidence:
        guard seen.insert(column).inserted else {
          let error = BatchError.again(name: member.name, .member)
          findings.append(finding(error, line, at: member.nameRange))
          continue
        }
      case .lost, .nameless, .other: break
      }
      do throws(BatchError) {
        switch column {
        case .name:
          guard let word = member.value.word else { throw .actionName(raw: text(member.range)) }
          name = word
        case .fact(let fact): fields.append(try field(of: fact, member))
        case .evidence(let fact):
          guard let word = member.value.word else {
            throw .value(name: member.name, raw: text(member.range))
          }
          evidence[fact] = word
        case .lost, .nameless, .other:
          tellOnce(
            member.name, column.problem(member.name, at: .member, plan.reader), line,
            at: member.nameRange)
          if let field = lostField(member, column) { lost.append(field) }
        }
      } catch {
        findings.append(finding(error, line, at: member.range))
      }
    }
    let words = Self.name(name ?? "")
    let title = words.isEmpty ? fallback : words
    guard findings.isEmpty else { return fail(title, line: line, findings) }
    for place in fields.indices where fields[place].evidence == nil {
      fields[place].evidence = evidence[fields[place].fact]
    }
    carefully(title, line, fields, lost)
  }

  private func column(ofMember name: String) -> BatchColumn {
    if let known = columnsOfKeys[name] { return known }
    let column = BatchColumn(name, plan.reader)
    if columnsOfKeys.count < 4096 { columnsOfKeys[name] = column }
    return column
  }

  /// The line at `range`.
  private func text(_ range: Range<Int>) -> String {
    String(decoding: raw(range), as: UTF8.self)
  }

  private func field(
    of fact: Int, _ member: JSONReader.Member
  ) throws(BatchError) -> BatchField {
    do throws(JSONFieldProblem) {
      let said = try member.value.field()
      return BatchField(
        fact: fact, text: said?.text ?? "", evidence: said?.evidence,
        place: "the member \(HarmlessText.of(member.name))", range: member.range,
        isComposed: member.value.isComposed)
    } catch {
      switch error {
      case .shape: throw .value(name: member.name, raw: text(member.range))
      case .part(let part), .partAgain(let part): throw .part(part, of: member.name)
      }
    }
  }

  /// What is lost where a member is not read; nil where it says nothing, or nothing of a fact.
  private func lostField(_ member: JSONReader.Member, _ column: BatchColumn) -> LostField? {
    var fact: Int?
    switch column {
    case .lost(let own): fact = own
    case .nameless: break
    case .evidence, .fact, .name, .other: return nil
    }
    let text = member.value.word ?? text(member.range)
    guard text.utf8.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else {
      return nil
    }
    let name = BatchColumn.words(member.name)
    return LostField(name: name.isEmpty ? "a member without a name" : name, text: text, fact: fact)
  }
}
