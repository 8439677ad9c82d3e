import AdvocateCharter
import AdvocateSyntax

/// Reads a line that may be half typed, in the order in which the parser tries the forms.
///
/// The forms of lines are those that `forms` and `help` show. Words are cut, and facts are parted
/// from what is said of them, by the parser itself.
struct LineOutliner {
  /// Longer lines are pasted, not typed, and nobody waits for an answer about them.
  static let longestLine = 4_000

  let workspace: Workspace
  /// The kind of subject that the line stands below.
  let subject: SubjectKind?
  var outline: LineOutline

  /// Reads `text` as the next line of `workspace`.
  static func outline(of text: String, in workspace: Workspace) -> LineOutline {
    var reader = LineOutliner(
      workspace: workspace, subject: workspace.subjectKind, outline: LineOutline(text))
    if text.utf8.count <= longestLine { reader.read() }
    return reader.outline
  }

  var words: [Word] { outline.words }
  var count: Int { outline.words.count }

  private mutating func read() {
    outline.open(0, .start)
    guard let first = words.first else { return }
    if first.text.hasPrefix("#") {
      outline.add(0..<count, .text)
      return
    }
    // A word that is still being typed may become another one.
    guard count > 1 || outline.isFinished else {
      if LineStarts.isWhole(first.key, subject) { outline.add(0..<1, .reserved) }
      return
    }
    if subject == .action, first.key == Keyword.group {
      groupStatement(0..<count, isSupposed: false)
      return
    }
    if let kind = SubjectKind(rawValue: first.key) {
      match(LineStarts.subject(kind))
      return
    }
    let inner = first.key == "copy" ? [] : LineStarts.inner(subject).filter(begins)
    if !inner.isEmpty {
      match(inner)
      return
    }
    if first.key == "what" {
      outline.add(0..<min(2, count), .reserved)
      if count > 1, words[1].key == "if" { supposed(from: 2) }
      return
    }
    if LineStarts.commands.contains(first.key) {
      match(LineStarts.command(first.key))
      return
    }
    guard subject == .action else {
      if workspace.waiting == nil { outline.add(0..<1, .gap(.start)) }
      return
    }
    if count > 1, first.key == "the", words[1].key == "rest" {
      match(LineStarts.rest)
      return
    }
    statement(0..<count, isSupposed: false)
  }

  /// Whether the line begins as `pattern` does, as far as it goes.
  private func begins(_ pattern: LinePattern) -> Bool {
    let start = pattern.start
    let whole = outline.isFinished ? count : count - 1
    return zip(words.prefix(whole), start).allSatisfy { $0.key == $1 }
      && (whole >= 1 || start.first?.hasPrefix(words[0].key) == true)
  }

  // MARK: - Forms

  /// Reads the line as one of `patterns`; what several of them allow is offered together.
  private mutating func match(_ patterns: [LinePattern]) {
    var best: (score: Int, pieces: [LineOutline.Piece]) = (-1, [])
    for pattern in patterns {
      var path = self
      path.outline.pieces = []
      path.outline.openings = []
      let score = path.follow(pattern, pattern.pieces[...], at: 0)
      if score > best.score { best = (score, path.outline.pieces) }
      outline.openings += path.outline.openings
    }
    outline.pieces = best.pieces
  }

  /// Follows a form from the word at `place` on.
  ///
  /// - Returns: how well the words fit: more for names that are known.
  private mutating func follow(
    _ pattern: LinePattern, _ pieces: ArraySlice<LinePattern.Piece>, at place: Int
  ) -> Int {
    guard let piece = pieces.first else { return place == count ? 2 : 0 }
    let rest = pieces.dropFirst()
    switch piece {
    case .words(let choices):
      if place >= count - 1 {
        outline.openWords(
          place, choices.map { ($0, pattern.gloss) }, must: place > 1 && !pattern.repeats,
          isLast: rest.isEmpty)
      }
      guard place < count, choices.contains(words[place].key) else { return 0 }
      outline.add(place..<(place + 1), .reserved)
      var next = place + 1
      // A colon or a sign behind the last word of a keyword says nothing.
      if next < count, rest.first?.isGap != false, [":", "="].contains(words[next].text) {
        outline.add(next..<(next + 1), .reserved)
        next += 1
      }
      return 3 + follow(pattern, rest, at: next)
    case .gap(let name):
      if name == "TESTS" {
        tests(from: place)
        return 1
      }
      return fill(LineGap(name, start: pattern.start, before: place), pattern, rest, at: place)
    }
  }

  private mutating func fill(
    _ gap: LineGap, _ pattern: LinePattern, _ rest: ArraySlice<LinePattern.Piece>, at place: Int
  ) -> Int {
    if case .text = gap {
      if case .words(let next)? = rest.first, place < count {
        // What follows a text may begin behind any word of it.
        let joint = words.indices.first { $0 > place && next.contains(words[$0].key) }
        outline.add(place..<(joint ?? count), .text)
        if let joint { return 1 + follow(pattern, rest, at: joint) }
        let open = outline.isFinished ? count : count - 1
        if open > place {
          outline.openWords(open, next.map { ($0, pattern.gloss) }, isLast: rest.count == 1)
        }
        return 1
      }
      outline.add(place..<count, .text)
      if place == count { outline.open(place, .gap(.text(pattern.gloss))) }
      return 1
    }
    if gap == .arithmetic {
      arithmetic(from: place)
      return 1
    }
    outline.open(place, .gap(gap))
    guard place < count else { return 1 }
    var rest = rest
    if rest.isEmpty, pattern.repeats { rest = pattern.pieces.suffix(2) }
    var best: (score: Int, pieces: [LineOutline.Piece])?
    for end in ends(of: gap, rest, from: place) {
      var path = self
      path.outline.add(place..<end, .gap(gap))
      let isKnown = isKnown(gap, place..<end)
      var score = isKnown && gap.isListed ? 4 : 1
      if end < count || isKnown { score += path.follow(pattern, rest, at: end) }
      outline.openings = path.outline.openings
      // Of ends that fit alike, the last one counts.
      if score >= best?.score ?? 0 { best = (score, path.outline.pieces) }
    }
    if let best { outline.pieces = best.pieces }
    return best?.score ?? 0
  }

  /// The places where what fills a gap may end: before each word that comes next in the form, and
  /// at the end of the line.
  private func ends(
    of gap: LineGap, _ rest: ArraySlice<LinePattern.Piece>, from place: Int
  ) -> [Int] {
    switch rest.first {
    case .words(let next)?:
      let joints = words.indices.filter { $0 > place && next.contains(words[$0].key) }
      // Many such words are no names but a text, and not worth the time to try them all.
      let tried = joints.count > 6 ? Array(joints.prefix(1)) : joints
      // The last word may be the next one, half typed.
      let half = outline.isFinished || count - 1 <= place ? [] : [count - 1]
      return Array(Set(tried + half + [count])).sorted()
    case .gap? where gap == .date:
      return [min(place + (words[place].key == "day" ? 2 : 1), count)]
    case .gap? where gap == .ownLevel:
      let whole = (place + 1..<count + 1).filter { isKnown(gap, place..<$0) }
      return whole.isEmpty ? [count] : whole
    case .gap?: return count - 1 > place ? [count - 1, count] : [count]
    case nil: return [count]
    }
  }

  // MARK: - Names

  /// Whether the words name something that is there, or are what the gap takes.
  func isKnown(_ gap: LineGap, _ range: Range<Int>) -> Bool {
    guard let phrase = outline.phrase(range) else { return false }
    return LineNames.state(of: phrase, in: gap, workspace) == .known
  }
}
