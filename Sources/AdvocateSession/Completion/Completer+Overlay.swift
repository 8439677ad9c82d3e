import AdvocateDiagnostics
import AdvocateSyntax

/// What can be shown while a line is typed: what its words are, and how it may go on.
extension Completer {
  /// What the words of `line` are, in the order in which they stand.
  ///
  /// A name counts as unknown only once no more letters can make it a known one.
  public func marks(in line: String) -> [MarkedWord] {
    guard session.question == nil, session.interview == nil, session.room?.collecting == nil else {
      return []
    }
    if let word = roomWord(in: line) { return [word] }
    let outline = LineOutliner.outline(of: line, in: workspace)
    return outline.pieces.compactMap { mark($0, outline) }
  }

  /// The words that a line of a room begins with.
  private func roomWord(in line: String) -> MarkedWord? {
    guard session.room != nil else { return nil }
    let words = LineParser.words(of: line)
    let typed = words.map(\.text).joined(separator: " ")
    guard let found = session.roomWord(typed) else { return nil }
    let count = found.split(separator: " ").count
    guard let first = words.first, words.count >= count else { return nil }
    return MarkedWord(
      bytes: first.span.start..<words[count - 1].span.end, role: .reserved)
  }

  private func mark(_ piece: LineOutline.Piece, _ outline: LineOutline) -> MarkedWord? {
    let words = outline.words[piece.words]
    guard let first = words.first, let last = words.last else { return nil }
    let bytes = first.span.start..<last.span.end
    switch piece.role {
    case .reserved: return MarkedWord(bytes: bytes, role: .reserved)
    // Quotation marks belong to free text, and words leave them out.
    case .text:
      let isLast = piece.words.upperBound == outline.words.count
      let end = isLast ? max(bytes.upperBound, outline.text.trimmedEnd) : bytes.upperBound
      return MarkedWord(bytes: bytes.lowerBound..<end, role: .text)
    case .gap(let gap):
      guard let phrase = outline.phrase(piece.words) else { return nil }
      let isOpen = piece.words.upperBound == outline.words.count
      switch LineNames.state(of: phrase, in: gap, workspace) {
      case .known:
        return MarkedWord(bytes: phrase.span.start..<phrase.span.end, role: gap.role)
      case .unfinished where isOpen: return nil
      case .unfinished, .unknown:
        guard isOpen, !outline.isFinished else {
          return MarkedWord(bytes: phrase.span.start..<phrase.span.end, role: .unknown)
        }
        // The last word may still become another: what stands before it decides.
        let whole = piece.words.dropLast()
        guard let part = outline.phrase(whole) else { return nil }
        switch LineNames.state(of: part, in: gap, workspace) {
        case .known: return MarkedWord(bytes: part.span.start..<part.span.end, role: gap.role)
        case .unfinished: return nil
        case .unknown: return MarkedWord(bytes: part.span.start..<part.span.end, role: .unknown)
        }
      }
    }
  }

  /// How `typed` goes on where one thing only may come next: the rest of it.
  ///
  /// Nothing before the first letter, and nothing that one might not have meant.
  public func suggestion(after typed: String) -> String? {
    guard session.answers == nil, session.room?.collecting == nil,
      typed.contains(where: { $0 != " " && $0 != "\t" })
    else { return nil }
    let outline = LineOutliner.outline(of: typed, in: workspace)
    var only: (item: Candidate, start: Int)?
    for match in matches(outline, .beginning, isSuggestion: true) {
      for candidate in match.items where candidate.item.insertion != only?.item.item.insertion {
        guard only == nil else { return nil }
        only = (candidate, match.start)
      }
    }
    guard let only else { return nil }
    let partial = Self.folded(Self.piece(typed, only.start, typed.utf8.count))
    if partial.isEmpty, !only.item.must { return nil }
    let rest = String(only.item.item.insertion.dropFirst(partial.count))
    return rest.contains { $0 != " " } ? rest : nil
  }
}

extension LineGap {
  /// What a name or value in this gap is.
  fileprivate var role: WordRole {
    switch self {
    case .statement, .tested, .textFact, .term, .subject("fact"): .fact
    case .value, .bound, .operand, .nextLevel, .ownLevel, .weight, .plain, .date: .value
    case .text: .text
    default: .name
    }
  }
}

extension String {
  /// The offset just past the last visible letter.
  fileprivate var trimmedEnd: Int {
    var bytes = utf8[...]
    while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
    return bytes.count
  }
}
