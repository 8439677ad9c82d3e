import CLibedit

extension LibeditLineReader {
  /// Does what a key asks for.
  func run(_ command: EditorCommand) -> CLibeditOutcome {
    switch command {
    case .abandon: abandon()
    case .backspace: backspace()
    case .complete: complete()
    case .deleteForward: deleteForward()
    case .deleteOrLeave: deleteOrLeave()
    case .finishAbandoning: finishAbandoning()
    case .left: left()
    case .newerLine: show(walk.newer(leaving: wholeText))
    case .olderLine: show(walk.older(leaving: wholeText))
    case .paste: paste()
    case .putRemainder: putRemainder()
    case .right: right()
    case .search: search()
    case .submit: submit()
    case .suspend: suspend()
    }
  }

  /// The text being edited.
  var wholeText: String { text.before + text.after }

  /// What a change of the text asks of libedit: characters of several scalars, whose width it
  /// cannot know, are drawn anew rather than patched.
  private func changed(_ text: String) -> CLibeditOutcome {
    text.unicodeScalars.count == text.count ? CLIBEDIT_REFRESH : CLIBEDIT_REDISPLAY
  }

  // MARK: By visible character

  private func left() -> CLibeditOutcome {
    guard let character = text.before.last else { return CLIBEDIT_BEEP }
    clibedit_move_cursor(editor, -Int32(character.unicodeScalars.count))
    return CLIBEDIT_CURSOR
  }

  private func right() -> CLibeditOutcome {
    guard let character = text.after.first else { return CLIBEDIT_BEEP }
    clibedit_move_cursor(editor, Int32(character.unicodeScalars.count))
    return CLIBEDIT_CURSOR
  }

  private func backspace() -> CLibeditOutcome {
    let whole = wholeText
    guard let character = text.before.last else { return CLIBEDIT_BEEP }
    clibedit_delete_before_cursor(editor, Int32(character.unicodeScalars.count))
    return changed(whole)
  }

  private func deleteForward() -> CLibeditOutcome {
    let whole = wholeText
    guard let character = text.after.first else { return CLIBEDIT_BEEP }
    let scalars = Int32(character.unicodeScalars.count)
    clibedit_move_cursor(editor, scalars)
    clibedit_delete_before_cursor(editor, scalars)
    return changed(whole)
  }

  private func deleteOrLeave() -> CLibeditOutcome {
    guard wholeText.isEmpty else { return deleteForward() }
    TerminalOutput.write("\r\n")
    return CLIBEDIT_END
  }

  // MARK: The whole line

  private func show(_ line: String?) -> CLibeditOutcome {
    guard let line else { return CLIBEDIT_BEEP }
    let old = wholeText
    clibedit_replace(editor, line)
    return changed(old + line)
  }

  /// Enter: what stays on the screen is what was entered. libedit's own command ends the line,
  /// since it alone leaves the cursor below the last row.
  private func submit() -> CLibeditOutcome {
    repairPicture()
    clibedit_push(editor, PrivateKey.enter)
    return CLIBEDIT_NORMAL
  }

  /// Ctrl-C, first half: libedit must draw its cursor at the end before `^C` can stand there.
  private func abandon() -> CLibeditOutcome {
    isAbandoned = true
    repairPicture()
    clibedit_move_cursor(editor, Int32(text.after.unicodeScalars.count))
    clibedit_push(editor, PrivateKey.finishAbandoning)
    return CLIBEDIT_CURSOR
  }

  private func finishAbandoning() -> CLibeditOutcome {
    TerminalOutput.write("^C")
    clibedit_push(editor, PrivateKey.enter)
    return CLIBEDIT_NORMAL
  }

  private func suspend() -> CLibeditOutcome {
    TerminalOutput.write(belowInput() + "\r\n" + Escape.bracketedPasteOff)
    clibedit_stop(editor)
    TerminalOutput.write(Escape.bracketedPasteOn)
    clibedit_draw(editor)
    return CLIBEDIT_NORMAL
  }

  // MARK: Tab

  private func complete() -> CLibeditOutcome {
    let before = text.before
    let columns = Int(clibedit_columns(editor))
    switch CompletionStep(configuration.complete(before), before: before, columns: columns) {
    case .nothing: return CLIBEDIT_BEEP
    case .insert(let insertion, let replaced):
      let whole = wholeText
      let scalars = before.suffix(replaced).unicodeScalars.count
      clibedit_delete_before_cursor(editor, Int32(scalars))
      clibedit_insert(editor, insertion)
      return changed(whole + insertion)
    case .list(let rows):
      TerminalOutput.write(belowInput() + "\r\n" + rows.map { $0 + "\r\n" }.joined())
      clibedit_draw(editor)
      return CLIBEDIT_NORMAL
    }
  }
}
