import CLibedit

extension LibeditLineReader {
  private enum SearchEnd {
    case abort
    case accept(thenPress: String)
  }

  /// Ctrl-R: looks through the history while the query is typed.
  ///
  /// Ctrl-R and Ctrl-S go on to older and newer lines, Enter enters the line found, Ctrl-G and
  /// Ctrl-C give the old text back, and any other key edits the line found.
  func search() -> CLibeditOutcome {
    let original = text
    let ordinaryPrompt = prompt
    var search = HistorySearch(history)
    show(search, original: original.before + original.after)
    let end = followKeys(&search, original: original.before + original.after)
    redraw {
      setPrompt(ordinaryPrompt)
      switch end {
      case .accept where search.match != nil: clibedit_replace(editor, search.match ?? "")
      default:
        clibedit_replace(editor, original.before + original.after)
        clibedit_move_cursor(editor, -Int32(original.after.unicodeScalars.count))
      }
    }
    if case .accept(let key) = end, !key.isEmpty { clibedit_push(editor, key) }
    return CLIBEDIT_NORMAL
  }

  private func followKeys(_ search: inout HistorySearch, original: String) -> SearchEnd {
    var value: UInt32 = 0
    while clibedit_next_scalar(editor, &value) {
      switch value {
      case 3, 7: return .abort
      case 8, 0x7F: search.removeLast()
      case 10, 13: return .accept(thenPress: PrivateKey.enter)
      case 18: search.older()
      case 19: search.newer()
      default:
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        guard value >= 0x20 else { return .accept(thenPress: String(Character(scalar))) }
        search.type(scalar)
      }
      show(search, original: original)
    }
    return .abort
  }

  private func show(_ search: HistorySearch, original: String) {
    let state = search.found ? "search" : "not found"
    let columns = Int(clibedit_columns(editor))
    redraw {
      setPrompt(PromptText("(\(state)) \(search.query): ", columns: columns))
      clibedit_replace(editor, search.match ?? original)
    }
  }
}
