import AdvocateDiagnostics

/// The arithmetic of computed facts: facts, numbers, + - * / between blanks, round brackets.
extension LineParser {
  /// The deepest nesting of brackets and operators.
  static let deepestExpression = 60

  func expression(after count: Int) throws(SyntaxError) -> ExpressionSyntax {
    let whole = try phrase(after: count)
    var tokens: [Word] = []
    for word in words.dropFirst(count) where word.text != ":" { tokens += Self.split(word) }
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
    var head: [Word] = []
    var tail: [Word] = []
    var text = word.text
    var span = word.span
    while text.count > 1, text.first == "(" {
      head.append(Word("(", SourceSpan(span.start, span.start + 1)))
      text.removeFirst()
      span.start += 1
    }
    while text.count > 1, text.last == ")" {
      tail.insert(Word(")", SourceSpan(span.end - 1, span.end)), at: 0)
      text.removeLast()
      span.end -= 1
    }
    return head + [Word(text, span)] + tail
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
