import AdvocateAnalysis
import AdvocateCharter
import AdvocateSyntax

/// What may come next at the cursor, read from the same forms and by the same words as lines are.
///
/// Made once for each state of a session: what takes time is worked out when it is first needed,
/// and kept.
public struct Completer {
  /// What may stand at the end of a line, before it is cut down to what was typed.
  struct Offer {
    var replacedCharacters = 0
    var items: [CompletionItem] = []
    var headline: String?
    /// How many of the items are levels, which may be said by their numbers, too.
    var levels = 0
  }

  /// Something that may stand somewhere, with its insertion in lower case.
  struct Candidate {
    var item: CompletionItem
    var folded: String
    /// Whether a suggestion may go on with it before a letter of it is typed.
    var must = false

    init(_ insertion: String, _ summary: String, must: Bool = false) {
      item = CompletionItem(insertion: insertion, summary: summary)
      folded = insertion.lowercased()
      self.must = must
    }
  }

  let session: Session
  let kept = Kept()

  var workspace: Workspace { session.workspace }

  /// Creates a completer for what `session` holds now.
  public init(_ session: Session) { self.session = session }

  /// What may stand in place of the last words of `text`, which ends at the cursor.
  ///
  /// Things that begin as the text does come before all else; where none does, things with a word
  /// that does are offered.
  public func complete(_ text: String) -> CompletionAnswer {
    let offer = offer(text)
    return CompletionAnswer(
      replacedCharacters: offer.replacedCharacters, items: offer.items, headline: offer.headline)
  }

  func offer(_ text: String) -> Offer {
    if session.room?.collecting != nil { return Offer() }
    if let answers = session.answers {
      let typed = String(text.drop { $0 == " " })
      let fitting = answers.items.filter {
        $0.insertion.lowercased().hasPrefix(typed.lowercased())
      }
      return Offer(
        replacedCharacters: typed.count, items: fitting, headline: answers.headline)
    }
    if let names = roomNames(behind: text) { return names }
    let outline = LineOutliner.outline(of: text, in: workspace)
    var offer = Offer()
    var found = matches(outline, .beginning)
    if found.isEmpty {
      found = matches(outline, .middle)
    } else if !found.contains(where: { $0.holdsWord(in: text) }) {
      // "leave" is a whole word of "effort to leave", and only a part of "leavers".
      found += matches(outline, .wholeWord)
    }
    let first = found.map(\.start).min() ?? text.utf8.count
    var seen: Set<String> = []
    for match in found {
      // What begins later is offered with the words before it, so that all replace the same.
      let gap = Self.piece(text, first, match.start)
      for candidate in match.items {
        var item = candidate.item
        item.insertion = gap + item.insertion
        if seen.insert(item.insertion).inserted { offer.items.append(item) }
      }
    }
    offer.replacedCharacters = Self.piece(text, first, text.utf8.count).count
    let contents = found.isEmpty ? outline.openings.map(\.content) : found.map(\.content)
    offer.headline = contents.lazy.compactMap { headline($0) }.first
    offer.levels = levelCount(outline.openings, offer.items)
    return offer
  }

  /// The things that fit one opening.
  struct Match {
    var start: Int
    var content: LineOutline.Opening.Content
    var items: [Candidate]

    /// Whether what was typed is a whole word, or several, at the beginning of an item.
    func holdsWord(in text: String) -> Bool {
      let partial = Completer.folded(Completer.piece(text, start, text.utf8.count))
      return partial.isEmpty || partial.last == " "
        || items.contains { $0.folded == partial || $0.folded.hasPrefix(partial + " ") }
    }
  }

  /// Where in a name the words that were typed may stand.
  enum Fit {
    case beginning
    case middle
    case wholeWord
  }

  func matches(
    _ outline: LineOutline, _ fit: Fit, isSuggestion: Bool = false
  ) -> [Match] {
    outline.openings.compactMap { opening in
      let typed = Self.piece(outline.text, opening.start, outline.text.utf8.count)
      let partial = Self.folded(typed)
      if fit != .beginning, partial.isEmpty { return nil }
      let words = " " + partial.trimmingBlanks
      let all = candidates(opening.content, typed: typed, isSuggestion: isSuggestion)
      let items = all.filter { candidate in
        switch fit {
        // What stands there already, whole and with its blank, is nothing to offer.
        case .beginning:
          candidate.folded.hasPrefix(partial)
            && !(candidate.folded == partial && partial.last == " ")
        case .middle: candidate.folded.contains(words)
        case .wholeWord: (candidate.folded + " ").contains(words + " ")
        }
      }
      return items.isEmpty
        ? nil : Match(start: opening.start, content: opening.content, items: items)
    }
  }

  /// The bytes of `text` from one place to another, both between letters.
  static func piece(_ text: String, _ start: Int, _ end: Int) -> String {
    let bytes = text.utf8
    return String(
      decoding: bytes[
        bytes.index(
          bytes.startIndex, offsetBy: start)..<bytes.index(
            bytes.startIndex, offsetBy: max(start, end))], as: UTF8.self)
  }

  /// What was typed in lower case, with single blanks.
  static func folded(_ typed: String) -> String {
    let words = typed.lowercased().split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    let isWhole = typed.last.map { $0 == " " || $0 == "\t" } ?? false
    return isWhole && !words.isEmpty ? words + " " : words
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    var text = Substring(drop { $0 == " " })
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
