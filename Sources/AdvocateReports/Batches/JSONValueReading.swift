/// Why the value of a member says nothing that could be read.
enum JSONFieldProblem: Error, Equatable {
  /// It has no form that says something.
  case shape
  /// It is an object with a member of this name, which says nothing there.
  case part(String)
  /// It is an object in which what this member says is said already.
  case partAgain(String)
}

extension JSONReader.Value {
  /// The member called `name`.
  subscript(name: String) -> JSONReader.Value? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// A text, a number, yes or no as they were written; blank for nothing, and nil for lists and
  /// objects.
  var word: String? {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let text), .string(let text): text
    case .array, .object: nil
    }
  }

  /// Whether it is made of other values, or of a word that no cell would say, so that it reads
  /// otherwise than it was written.
  var isComposed: Bool {
    switch self {
    case .bool, .array, .object: true
    case .null, .number, .string: false
    }
  }

  /// What a cell would say that says the same; nil for nothing.
  func field() throws(JSONFieldProblem) -> (text: String, evidence: String?)? {
    switch self {
    case .null: return nil
    case .array(let values):
      var parts: [String] = []
      for value in values { parts.append(try value.part()) }
      return (parts.joined(separator: ", "), nil)
    case .object(let members): return try Self.field(members)
    case .bool, .number, .string: return (try part(), nil)
    }
  }

  /// The same for what can stand in a list.
  private func part() throws(JSONFieldProblem) -> String {
    switch self {
    case .bool(let value): return value ? "yes" : "no"
    case .number(let number): return Self.plain(number)
    case .string(let text): return text
    case .null, .array, .object: throw .shape
    }
  }

  /// What an object says that tells a value and how it is known.
  private static func field(
    _ members: [JSONReader.Member]
  ) throws(JSONFieldProblem) -> (text: String, evidence: String?)? {
    var said: String??
    var evidence: String?
    var names: [String] = []
    for member in members {
      let isKnown = ["value", "roughly", "between", "because"].contains(member.name)
      guard isKnown else { throw .part(member.name) }
      guard !names.contains(member.name), member.name == "because" || said == nil else {
        throw .partAgain(member.name)
      }
      names.append(member.name)
      switch (member.name, member.value) {
      case ("because", let value):
        guard let words = value.word else { throw .shape }
        evidence = words
      case ("between", .array(let ends)) where ends.count == 2:
        said = "between \(try ends[0].part()) and \(try ends[1].part())"
      case ("roughly", let value): said = "roughly \(try value.part())"
      case ("value", .null): said = .some(nil)
      case ("value", .object), ("between", _): throw .shape
      default: said = try member.value.field()?.text
      }
    }
    guard let said else { throw .shape }
    return said.map { ($0, evidence) }
  }

  /// A number without an exponent.
  private static func plain(_ number: String) -> String {
    guard let place = number.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(number[number.index(after: place)...].drop { $0 == "+" }),
      abs(exponent) <= 30
    else { return number }
    var digits = number[..<place]
    let isNegative = digits.first == "-"
    if isNegative { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    var all = String(parts[0]) + fraction
    var point = parts[0].count + exponent
    if point <= 0 {
      all = String(repeating: "0", count: 1 - point) + all
      point = 1
    }
    if point > all.count { all += String(repeating: "0", count: point - all.count) }
    let cut = all.index(all.startIndex, offsetBy: point)
    let rest = all[cut...]
    return (isNegative ? "-" : "") + all[..<cut] + (rest.isEmpty ? "" : "." + rest)
  }
}
