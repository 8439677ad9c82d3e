import AdvocateSession
import CLibedit

/// What the overlay of the present line is made of.
struct OverlayState {
  /// What Tab shows, until the next key.
  var list: CompletionList?
  /// The rest of a line that was offered, and the line it was offered for.
  var suggestion: (line: String, rest: String)?
  /// True while libedit waits for a key, when nobody else draws.
  var isWaiting = false
  /// True while something stands beside or below the text.
  var isBeside = false
  /// True once words have been coloured, so that they must be kept right.
  var isColoured = false
}

extension LibeditLineReader {
  /// True if anything is drawn that libedit does not know of.
  private var isOverlayOn: Bool {
    !isPlain && configuration.styled && Terminal.knowsColours
  }

  private var painter: OverlayPainter {
    let text = text
    return OverlayPainter(
      prompt: prompt.plain, before: text.before, after: text.after,
      rows: TerminalSize.current()?.rows ?? 24, columns: Int(clibedit_columns(editor)))
  }

  /// The last key is dealt with: draws over what libedit has drawn.
  ///
  /// Nothing is drawn while more input waits, so that pastes and bursts cost nothing.
  func beginWaiting() {
    overlay.isWaiting = true
    if !clibedit_input_pending(0) { paintOverlay() }
  }

  /// A key has come: what stands beside the text goes before anyone acts on it.
  ///
  /// A suggestion is still remembered, for the key may accept it, and Tab turns a list over.
  func endWaiting(key: UInt32) {
    overlay.isWaiting = false
    if overlay.isBeside { TerminalOutput.write(painter.erase()) }
    overlay.isBeside = false
    if key != Key.tab { overlay.list = nil }
  }

  /// Draws the overlay anew after the input itself was drawn anew in the middle of waiting.
  func repaintOverlay() {
    overlay.isBeside = false
    if overlay.isWaiting { paintOverlay() }
  }

  private func paintOverlay() {
    overlay.suggestion = nil
    guard isOverlayOn else { return }
    let painter = painter
    guard painter.isTrue else { return }
    let marks = configuration.mark(painter.before + painter.after)
    let rows = listRows(painter)
    let suggestion = rows.isEmpty ? painter.fitting(offer(painter)) : ""
    guard overlay.isColoured || !marks.isEmpty || !suggestion.isEmpty || !rows.isEmpty else {
      return
    }
    overlay.isColoured = true
    overlay.isBeside = !suggestion.isEmpty || !rows.isEmpty
    TerminalOutput.write(painter.paint(marks: marks, suggestion: suggestion, list: rows))
  }

  // MARK: The list

  /// Tab on a line with several continuations: shows them below the input, or prints them where
  /// there is no overlay or no room for one. Tab again turns the page.
  func showList(_ answer: CompletionAnswer) {
    if showListBelow(answer) { return }
    let columns = Int(clibedit_columns(editor))
    let rows = overlay.list?.rows(columns: columns, limit: .max) ?? []
    TerminalOutput.write(belowInput() + "\r\n" + rows.map { $0.plain + "\r\n" }.joined())
    clibedit_draw(editor)
    isListPrinted = true
  }

  /// Prepares the list or its next page; false if there is no overlay or no room for it.
  @discardableResult
  func showListBelow(_ answer: CompletionAnswer) -> Bool {
    let text = text
    if overlay.list?.before == text.before, overlay.list?.after == text.after {
      overlay.list?.turn()
    } else {
      overlay.list = CompletionList(answer, before: text.before, after: text.after)
    }
    let painter = painter
    return isOverlayOn && painter.isTrue && !listRows(painter).isEmpty
  }

  private func listRows(_ painter: OverlayPainter) -> [ListRow] {
    guard !isListPrinted, overlay.list?.before == painter.before else { return [] }
    return overlay.list?.rows(
      columns: Int(clibedit_columns(editor)), limit: painter.rowsBelow) ?? []
  }

  // MARK: Suggestions

  /// The rest of the line that is likely meant: of the newest line of history that begins so,
  /// else what the language says may come next.
  private func offer(_ painter: OverlayPainter) -> String {
    let line = painter.before
    guard painter.after.isEmpty else { return "" }
    let earlier = history.rest(after: line) { candidate in
      !configuration.mark(candidate + " ").contains { $0.role == .unknown }
    }
    let rest = earlier ?? configuration.suggest(line) ?? ""
    guard !rest.isEmpty, rest.unicodeScalars.allSatisfy(\.isHarmless) else { return "" }
    overlay.suggestion = (line, rest)
    return rest
  }

  /// The suggestion that stands after the cursor just now.
  private var offered: String? {
    let text = text
    guard text.after.isEmpty, let suggestion = overlay.suggestion, suggestion.line == text.before
    else { return nil }
    return suggestion.rest
  }

  /// Makes a suggestion part of the line, all of it or its first word; nil if there is none.
  func acceptSuggestion(wholly: Bool) -> CLibeditOutcome? {
    guard let rest = offered else { return nil }
    overlay.suggestion = nil
    let blanks = rest.prefix { $0 == " " }
    let word = rest.dropFirst(blanks.count).prefix { $0 != " " }
    return insert(wholly ? rest : String(blanks + word))
  }
}
