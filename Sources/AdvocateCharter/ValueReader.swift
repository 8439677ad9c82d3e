import AdvocateDiagnostics
import AdvocateSyntax

/// Reads what people write as values of facts.
struct ValueReader {
  let charter: Charter
  /// Whether a level was given by its number.
  private(set) var sawLevelNumber = false

  init(_ charter: Charter) { self.charter = charter }

  /// `typed` as a value of the fact at `fact`.
  mutating func value(_ typed: Phrase, ofFact fact: Int) throws(CharterError) -> Value {
    let declaration = charter.facts[fact]
    switch declaration.kind {
    case .scale, .oneOf:
      return .level(try level(typed, of: declaration))
    case .anyOf: return .levels(try levels(typed, of: declaration))
    case .yesNo:
      switch typed.text.lowercased() {
      case "yes": return .level(1)
      case "no": return .level(0)
      default: throw .notYesOrNo(fact: declaration.name, typed)
      }
    case .money: return .number(try money(typed, fact: declaration.name))
    case .percent: return .number(try percent(typed, fact: declaration.name))
    case .number(let unit):
      let number = try Self.number(
        Self.droppingUnit(typed, unit), fact: declaration.name, .number(unit: unit))
      if number.sign < 0 { throw .negative(fact: declaration.name, typed) }
      return .number(number)
    case .computed, .counts:
      if typed.text.hasSuffix("%") { return .number(try percent(typed, fact: declaration.name)) }
      return .number(try money(typed, fact: declaration.name, .plain))
    case .text: return .text(typed.text)
    case nil: throw .factWithoutKind(fact: declaration.name, typed)
    }
  }

  /// The place of the level that `typed` names, by its name or its number.
  private mutating func level(
    _ typed: Phrase, of fact: FactDeclaration
  ) throws(CharterError) -> Int {
    let folded = typed.text.lowercased()
    if let place = fact.levels.firstIndex(where: { $0.lowercased() == folded }) { return place }
    if let number = Int(typed.text) {
      guard fact.levels.indices.contains(number - 1) else {
        throw .levelOutside(fact: fact.name, typed, levels: fact.levels)
      }
      sawLevelNumber = true
      return number - 1
    }
    throw .unknownLevel(
      fact: fact.name, typed, levels: fact.levels,
      near: NearestName.find(typed.text, among: fact.levels), question: fact.question)
  }

  /// The set of the levels that `typed` lists, parted by commas.
  private mutating func levels(
    _ typed: Phrase, of fact: FactDeclaration
  ) throws(CharterError) -> UInt64 {
    var set: UInt64 = 0
    var count = 0
    for (name, span) in Self.parts(of: typed) {
      let place = try level(Phrase(name, span), of: fact)
      set |= 1 << UInt64(place)
      count += 1
    }
    if let nothing = fact.levels.firstIndex(where: { $0.lowercased() == "nothing" }),
      set >> UInt64(nothing) & 1 == 1, set != 1 << UInt64(nothing)
    {
      throw .nothingWithOthers(fact: fact.name, typed)
    }
    return set
  }

  /// The pieces of `typed` between commas, with the bytes that they take.
  private static func parts(of typed: Phrase) -> [(String, SourceSpan)] {
    var parts: [(String, SourceSpan)] = []
    var offset = typed.span.start
    for piece in typed.text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = piece.drop { $0 == " " }
      let start = offset + (piece.utf8.count - name.utf8.count)
      let trimmed = String(name).trimmingEnd
      parts.append((trimmed, SourceSpan(start, start + trimmed.utf8.count)))
      offset += piece.utf8.count + 1
    }
    return parts
  }

  // MARK: - Numbers

  private func money(
    _ typed: Phrase, fact: String, _ kind: CharterError.NumberKind = .money
  ) throws(CharterError) -> Number {
    var text = typed.text
    let marks = [charter.currency.lowercased()] + (Self.symbols[charter.currency] ?? [])
    for mark in marks {
      if text.lowercased().hasPrefix(mark) { text = String(text.dropFirst(mark.count)) }
      if text.lowercased().hasSuffix(mark) { text = String(text.dropLast(mark.count)) }
      if let sign = text.first, "-−+".contains(sign),
        text.dropFirst().lowercased().hasPrefix(mark)
      {
        text = String(sign) + text.dropFirst(1 + mark.count)
      }
    }
    text = text.trimmed
    if kind == .money, let other = Self.currency(in: text), other != charter.currency {
      throw .otherCurrency(typed, currency: charter.currency)
    }
    return try Self.number(typed.renamed(text), fact: fact, kind)
  }

  private static let symbols: [String: [String]] = [
    "EUR": ["€"], "USD": ["$"], "GBP": ["£"], "JPY": ["¥"],
  ]

  private static func currency(in text: String) -> String? {
    for (code, marks) in symbols {
      let words = text.lowercased().split(separator: " ")
      if words.contains(Substring(code.lowercased())) { return code }
      if marks.contains(where: { text.contains($0) }) { return code }
    }
    return nil
  }

  private func percent(_ typed: Phrase, fact: String) throws(CharterError) -> Number {
    var text = typed.text
    guard text.last == "%" else {
      let number = try Self.number(typed, fact: fact, .percent)
      let isShare = number.magnitude <= Number(1) && text.contains(".")
      let likely = isShare ? number * Number(100) : number
      throw .percentWithoutSign(fact: fact, typed, likely: likely.exactDecimal + "%")
    }
    text.removeLast()
    let number = try Self.number(typed.renamed(text.trimmed), fact: fact, .percent)
    return number.divided(by: Number(100)) ?? number
  }

  private static func droppingUnit(_ typed: Phrase, _ unit: String) -> Phrase {
    let words = typed.text.split(separator: " ")
    guard words.count > 1, let last = words.last?.lowercased() else { return typed }
    let singular = unit.hasSuffix("s") ? String(unit.dropLast()) : unit
    guard [unit.lowercased(), singular.lowercased()].contains(last) else { return typed }
    return typed.renamed(words.dropLast().joined(separator: " "))
  }

  /// A number as people write it: a sign, digits with commas at thousands, a point, `k` or `m`.
  static func number(
    _ typed: Phrase, fact: String, _ kind: CharterError.NumberKind
  ) throws(CharterError) -> Number {
    var text = Substring(typed.text)
    var isNegative = false
    if let sign = text.first, "-−+".contains(sign) {
      isNegative = sign != "+"
      text = text.dropFirst()
      if text.first == " " { text = text.dropFirst() }
    }
    var shift = 0
    if let suffix = text.last?.lowercased(), ["k", "m"].contains(suffix) {
      shift = suffix == "k" ? 3 : 6
      text = text.dropLast()
      if text.last == " " { text = text.dropLast() }
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let hasGoodGroups =
      groups.count == 1
      || (!groups[0].isEmpty && groups[0].count <= 3
        && groups.dropFirst().allSatisfy { $0.count == 3 })
    guard parts.count <= 2, hasGoodGroups, parts.count == 1 || !parts[1].isEmpty else {
      throw .notANumber(fact: fact, typed, kind)
    }
    let whole = groups.joined()
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard whole.utf8.count + fraction.utf8.count <= Limits.mostDigits else {
      throw .numberTooLong(typed)
    }
    guard !whole.isEmpty || !fraction.isEmpty,
      let number = Number(
        whole: whole, fraction: fraction, isNegative: isNegative, shift: shift)
    else { throw .notANumber(fact: fact, typed, kind) }
    return number
  }
}

extension String {
  /// The text without blanks at either end.
  ///
  /// A blank is one also where an accent without a letter stands behind it.
  var trimmed: String {
    guard unicodeScalars.first == " " else { return trimmingEnd }
    return String(String.UnicodeScalarView(unicodeScalars.drop { $0 == " " })).trimmingEnd
  }

  fileprivate var trimmingEnd: String {
    guard unicodeScalars.last == " " else { return self }
    var text = unicodeScalars
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
