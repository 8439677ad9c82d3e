import CLibedit

extension LibeditLineReader {
  private static let pasteEnd = Array("\u{1B}[201~".unicodeScalars)
  private static let controlC: Unicode.Scalar = "\u{3}"
  /// The lines of a longer paste are not shown one by one.
  private static let longestShownPaste = 8

  /// Takes a paste in. Its first line joins the text before the cursor and is entered; the
  /// following lines wait for the next reads; what is left over begins the line after them.
  func paste() -> CLibeditOutcome {
    guard let scalars = readPaste() else { return CLIBEDIT_NORMAL }
    let pasted = PastedText(scalars, prompt: prompt.plain)
    guard let first = pasted.lines.first else {
      let whole = wholeText + pasted.remainder
      clibedit_insert(editor, pasted.remainder)
      return needsRedisplay(whole) ? CLIBEDIT_REDISPLAY : CLIBEDIT_REFRESH
    }
    let after = text.after
    let scalarsAfter = Int32(after.unicodeScalars.count)
    clibedit_move_cursor(editor, scalarsAfter)
    clibedit_delete_before_cursor(editor, scalarsAfter)
    clibedit_insert(editor, first)
    pastedLines = pasted.lines.dropFirst().reversed()
    isLongPaste = pasted.lines.count > LibeditLineReader.longestShownPaste
    remainder = pasted.remainder + after
    remainderAfterCursor = after.unicodeScalars.count
    clibedit_push(editor, PrivateKey.enter)
    return CLIBEDIT_REFRESH
  }

  /// The next line of a paste. One of a few lines is shown as if it had been typed; the lines of a
  /// longer one are only read. Ctrl-C drops those that are left, and says how many they were.
  func nextPastedLine(dropping: Bool) -> String? {
    if dropping {
      let count = pastedLines.count
      pastedLines = []
      remainder = ""
      TerminalOutput.write(
        count == 1 ? "1 pasted line was left out.\n" : "\(count) pasted lines were left out.\n")
      return nil
    }
    let line = pastedLines.removeLast()
    if !isLongPaste {
      TerminalOutput.write(prompt.shown(styled: configuration.styled) + line + "\n")
    }
    return line
  }

  /// Begins a line with what a paste left over.
  func putRemainder() -> CLibeditOutcome {
    let left = remainder
    remainder = ""
    clibedit_insert(editor, left)
    clibedit_move_cursor(editor, -Int32(remainderAfterCursor))
    remainderAfterCursor = 0
    return needsRedisplay(left) ? CLIBEDIT_REDISPLAY : CLIBEDIT_REFRESH
  }

  /// Everything up to the mark that ends a paste, nil if reading is over or Ctrl-C was typed
  /// because the mark never came.
  private func readPaste() -> [Unicode.Scalar]? {
    let end = LibeditLineReader.pasteEnd
    var scalars: [Unicode.Scalar] = []
    var value: UInt32 = 0
    while clibedit_next_scalar(editor, &value) {
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      if scalar == LibeditLineReader.controlC, !clibedit_input_pending(0) { return nil }
      scalars.append(scalar)
      if scalar == end.last, scalars.suffix(end.count).elementsEqual(end) {
        return scalars.dropLast(end.count)
      }
    }
    return nil
  }

  private func needsRedisplay(_ text: String) -> Bool { text.unicodeScalars.count != text.count }
}
