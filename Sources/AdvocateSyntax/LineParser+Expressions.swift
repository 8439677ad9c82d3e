import AdvocateDiagnostics

/// The arithmetic of computed facts: facts, numbers, + - * / between blanks, round brackets.
extension LineParser {
  /// The deepest nesting of brackets and operators.
  static let deepestExpression = Limits.deepestExpression

  func expression(after count: Int) throws(SyntaxError) -> ExpressionSyntax {
    let whole = try phrase(after: count)
    var tokens: [Word] = []
    for word in words.dropFirst(count) where !word.isColon { tokens += Self.split(word) }
    var reader = ExpressionReader(tokens: tokens, end: whole.span.end)
    let expression = try reader.sum(depth: 0)
    if let extra = reader.next {
      throw .badExpression(
        extra.text == ")" ? .missingBracket : .missingOperator, extra.span)
    }
    return expression
  }

  /// Brackets that touch a word become tokens of their own.
  private static func split(_ word: Word) -> [Word] {
    let bytes = Array(word.text.utf8)
    var range = 0..<bytes.count
    while range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "(") {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while range.count > 1, bytes[range.upperBound - 1] == UInt8(ascii: ")") {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    guard range != 0..<bytes.count else { return [word] }
    let head = (0..<range.lowerBound).map { place in
      Word("(", SourceSpan(word.span.start + place, word.span.start + place + 1))
    }
    // Quotation marks that stood in the word take bytes of the line, and none of its text.
    let end = bytes.count - range.upperBound
    let span = SourceSpan(
      word.span.start + range.lowerBound,
      max(word.span.start + range.lowerBound, word.span.end - end))
    let middle = Word(String(decoding: bytes[range], as: UTF8.self), span)
    let tail = (0..<end).map { place in
      Word(")", SourceSpan(span.end + place, span.end + place + 1))
    }
    return head + [middle] + tail
  }
}

private struct ExpressionReader {
  let tokens: [Word]
  let end: Int
  private var place = 0

  init(tokens: [Word], end: Int) {
    self.tokens = tokens
    self.end = end
  }

  var next: Word? { tokens.indices.contains(place) ? tokens[place] : nil }

  mutating func sum(depth: Int) throws(SyntaxError) -> ExpressionSyntax {
    try operations(["+", "-"], depth: depth) { reader, depth throws(SyntaxError) in
      try reader.operations(["*", "/"], depth: depth) { reader, depth throws(SyntaxError) in
        try reader.operand(depth: depth)
      }
    }
  }

  private mutating func operations(
    _ signs: [String], depth: Int,
    _ part: (inout ExpressionReader, Int) throws(SyntaxError) -> ExpressionSyntax
  ) throws(SyntaxError) -> ExpressionSyntax {
    var left = try part(&self, depth)
    var length = 0
    while let sign = next, signs.contains(sign.text) {
      length += 1
      if depth + length > LineParser.deepestExpression {
        throw .badExpression(.tooDeep, sign.span)
      }
      place += 1
      left = .operation(sign.text, left, try part(&self, depth))
    }
    return left
  }

  private mutating func operand(depth: Int) throws(SyntaxError) -> ExpressionSyntax {
    guard let first = next else {
      throw .badExpression(.missingOperand, SourceSpan(max(0, end - 1), end))
    }
    if depth > LineParser.deepestExpression { throw .badExpression(.tooDeep, first.span) }
    if first.text == "(" {
      place += 1
      let inner = try sum(depth: depth + 1)
      guard next?.text == ")" else { throw .badExpression(.missingBracket, first.span) }
      place += 1
      return inner
    }
    let start = place
    while let word = next, !["+", "-", "*", "/", "(", ")"].contains(word.text) { place += 1 }
    guard let phrase = tokens[start..<place].phrase else {
      throw .badExpression(.missingOperand, first.span)
    }
    return .operand(phrase)
  }
}
