import AdvocateSession
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
    case .lineEnd: lineEnd()
    case .newerLine: show(walk.newer(leaving: wholeText))
    case .nextWord: nextWord()
    case .olderLine: show(walk.older(leaving: wholeText))
    case .paste: paste()
    case .putRemainder: putRemainder()
    case .right: right()
    case .search: search()
    case .submit: submit()
    case .suspend: suspend()
    case .transpose: transpose()
    case .undo: undoEdit()
    }
  }

  /// The text being edited.
  var wholeText: String { text.before + text.after }

  /// What a change of the text asks of libedit: characters of several scalars, whose width it
  /// cannot know, are drawn anew rather than patched.
  private func changed(_ text: String) -> CLibeditOutcome {
    text.unicodeScalars.count == text.count ? CLIBEDIT_REFRESH : CLIBEDIT_REDISPLAY
  }

  /// Puts a text before the cursor.
  func insert(_ insertion: String) -> CLibeditOutcome {
    let whole = wholeText
    clibedit_insert(editor, insertion)
    return changed(whole + insertion)
  }

  // MARK: By visible character

  private func left() -> CLibeditOutcome {
    guard let character = text.before.last else { return CLIBEDIT_BEEP }
    clibedit_move_cursor(editor, -Int32(character.unicodeScalars.count))
    return CLIBEDIT_CURSOR
  }

  private func right() -> CLibeditOutcome {
    guard let character = text.after.first else {
      return acceptSuggestion(wholly: true) ?? CLIBEDIT_BEEP
    }
    clibedit_move_cursor(editor, Int32(character.unicodeScalars.count))
    return CLIBEDIT_CURSOR
  }

  /// End: where the cursor stands there already, it takes what is suggested after it.
  private func lineEnd() -> CLibeditOutcome {
    if let outcome = acceptSuggestion(wholly: true) { return outcome }
    clibedit_move_cursor(editor, Int32(text.after.unicodeScalars.count))
    return CLIBEDIT_CURSOR
  }

  private func nextWord() -> CLibeditOutcome {
    if let outcome = acceptSuggestion(wholly: false) { return outcome }
    clibedit_push(editor, PrivateKey.nextWord)
    return CLIBEDIT_NORMAL
  }

  /// Swaps the characters on both sides of the cursor, or the last two at the end of the line.
  private func transpose() -> CLibeditOutcome {
    let text = text
    let moved = text.after.first ?? text.before.last
    let kept = text.after.isEmpty ? text.before.dropLast() : text.before[...]
    guard let moved, let other = kept.last else { return CLIBEDIT_BEEP }
    let rest = text.after.dropFirst()
    clibedit_replace(editor, kept.dropLast() + String([moved, other]) + rest)
    clibedit_move_cursor(editor, -Int32(rest.unicodeScalars.count))
    return changed(text.before + text.after)
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

  /// Takes the last edit of this line back.
  private func undoEdit() -> CLibeditOutcome {
    guard let state = undo.undo() else { return CLIBEDIT_BEEP }
    let old = wholeText
    clibedit_replace(editor, state.text)
    let rest = String(decoding: state.text.utf8.dropFirst(state.cursor), as: UTF8.self)
    clibedit_move_cursor(editor, -Int32(rest.unicodeScalars.count))
    return changed(old + state.text)
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

  /// What fits is inserted; where that leaves a choice, the choice is shown.
  private func complete() -> CLibeditOutcome {
    let before = text.before
    let answer = configuration.complete(before)
    isListPrinted = false
    switch CompletionStep(answer, before: before) {
    case .nothing: return CLIBEDIT_BEEP
    case .insert(let insertion, let replaced):
      let whole = wholeText
      let scalars = before.suffix(replaced).unicodeScalars.count
      clibedit_delete_before_cursor(editor, Int32(scalars))
      clibedit_insert(editor, insertion)
      if answer.items.count > 1 { showListBelow(answer) }
      return changed(whole + insertion)
    case .list:
      showList(answer)
      return CLIBEDIT_NORMAL
    }
  }
}
