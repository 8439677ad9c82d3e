public import AdvocateSession
import CLibedit

/// The prompt at a terminal: editing, history, search, completion and pastes, on libedit.
///
/// libedit decodes the keys, holds the text and repaints it; everything else is here. Between two
/// reads the terminal is as the shell left it, so that Ctrl-C during work is a signal, to be
/// noticed through ``TerminalSignals/interruptRequested()``.
///
/// INVARIANT: confined to one thread. libedit calls back synchronously inside
/// ``read(prompt:beginning:)``, on its thread; the closures of the configuration run there too.
/// There may be one such reader in a process, and it must not be read from a thread of the
/// cooperative pool, which it would block.
public final class LibeditLineReader: LineReader {
  let editor: OpaquePointer
  let configuration: TerminalConfiguration
  private let target: CallbackTarget
  private(set) var prompt = PromptText("", columns: 80)
  private var promptBytes: UnsafeMutablePointer<CChar>

  private var historyFile: HistoryFile?
  private(set) var history: LineHistory
  var walk: HistoryWalk

  /// Pasted lines that have not been read yet, the next one last.
  var pastedLines: [String] = []
  /// True if the present paste is too long to be shown line by line.
  var isLongPaste = false
  /// What followed the last pasted line end: the next line begins with it.
  var remainder = ""
  /// How many characters at the end of the remainder stood after the cursor.
  var remainderAfterCursor = 0
  /// The text that the line began with, while it is only offered.
  private var offer: Offer?
  /// Text and cursor, in bytes, when the last key had been dealt with.
  private var drawn = (text: "", cursor: 0)
  /// True once Ctrl-C was pressed on this line.
  var isAbandoned = false
  /// What is drawn beside this line.
  var overlay = OverlayState()
  /// True if the last list was printed, and is not to be drawn below the input as well.
  var isListPrinted = false
  /// The steps back through the edits of this line.
  var undo = EditUndo()

  /// True if nothing is drawn beside what is typed: no colour, no suggestion, no passing list.
  public var isPlain: Bool

  /// True: what a line begins with stands in it, and is edited there.
  public var showsBeginnings: Bool { true }

  /// Whether what is typed or pasted first takes the place of what the next line begins with.
  public var isBeginningOffered = false

  /// True while lines of a long paste remain, which are read without being shown one by one.
  public var isPasting: Bool { isLongPaste && !pastedLines.isEmpty }

  /// True while lines of a paste remain.
  public var hasPastedLines: Bool { !pastedLines.isEmpty }

  /// Why the history is not kept, nil while it is.
  public var historyProblem: String? { historyFile?.problem }

  /// Prepares the terminal, nil if libedit cannot start.
  ///
  /// Sets the locale and the signal handlers of the process and reads the history.
  public init?(_ configuration: TerminalConfiguration) {
    TextEncoding.useUTF8()
    TerminalSignals.install()
    target = CallbackTarget()
    guard let editor = clibedit_open("advocate", target.callbacks) else { return nil }
    self.editor = editor
    self.configuration = configuration
    isPlain = configuration.isPlain
    historyFile = configuration.historyPath.map {
      HistoryFile(path: $0, limit: configuration.historyLimit)
    }
    history = LineHistory(limit: configuration.historyLimit, lines: historyFile?.load() ?? [])
    walk = HistoryWalk(history)
    promptBytes = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    promptBytes.initialize(to: 0)
    target.reader = self
    bindKeys()
  }

  deinit {
    clibedit_close(editor)
    promptBytes.deallocate()
  }

  /// Shows the prompt and lets a line be edited until it is entered or dropped.
  public func read(prompt text: String, beginning: String) -> LineReading {
    if let signal = TerminalSignals.termination { return .terminated(signal: signal) }
    let wasInterrupted = TerminalSignals.interruptRequested()
    TerminalSignals.clearInterrupt()
    setPrompt(PromptText(text, columns: TerminalSize.current()?.columns ?? 80))
    if !pastedLines.isEmpty {
      return nextPastedLine(dropping: wasInterrupted).map(entered) ?? .cancelled
    }

    walk = HistoryWalk(history)
    isAbandoned = false
    drawn = (text: "", cursor: 0)
    overlay = OverlayState()
    undo = EditUndo()
    offer = nil
    if remainder.isEmpty {
      remainder = beginning
      if isBeginningOffered, !beginning.isEmpty { offer = Offer(text: beginning) }
    }
    if !remainder.isEmpty { clibedit_push(editor, PrivateKey.putRemainder) }
    TerminalOutput.write(Escape.bracketedPasteOn)
    var count = 0
    let bytes = clibedit_read(editor, &count)
    let line = bytes.map {
      String(decoding: UnsafeRawBufferPointer(start: $0, count: count), as: UTF8.self)
    }
    if TerminalSignals.termination != nil { TerminalOutput.write(belowInput() + "\r\n") }
    TerminalOutput.write(Escape.bracketedPasteOff)

    if let signal = TerminalSignals.termination { return .terminated(signal: signal) }
    if isAbandoned { return .cancelled }
    guard let line else { return .end }
    return entered(line.last == "\n" || line.last == "\r\n" ? String(line.dropLast()) : line)
  }

  /// Keeps a line before anyone acts on it: whatever that leads to, it can be called back.
  private func entered(_ line: String) -> LineReading {
    if LineHistory.keeps(line) {
      history.add(line)
      historyFile?.append(line)
    }
    return .line(Array(line.utf8))
  }

  // MARK: State of the line

  /// The text being edited, in two parts.
  var text: (before: String, after: String) {
    var start: UnsafePointer<CChar>?
    var count = 0
    var cursor = 0
    clibedit_text(editor, &start, &count, &cursor)
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    return (
      String(decoding: bytes[..<cursor], as: UTF8.self),
      String(decoding: bytes[cursor...], as: UTF8.self)
    )
  }

  var promptPointer: UnsafePointer<CChar> { UnsafePointer(promptBytes) }

  func setPrompt(_ prompt: PromptText) {
    self.prompt = prompt
    let bytes = Array(prompt.literal(styled: configuration.styled).utf8CString)
    promptBytes.deallocate()
    promptBytes = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    promptBytes.initialize(from: bytes, count: bytes.count)
  }

  // MARK: Drawing around the input

  /// Where the cursor and the end of the text are, counted from the start of the prompt.
  private func layout() -> (cursor: CellLayout, end: CellLayout) {
    let text = text
    var cursor = CellLayout(columns: Int(clibedit_columns(editor)))
    cursor.advance(over: prompt.plain)
    cursor.advance(over: text.before)
    var end = cursor
    end.advance(over: text.after)
    cursor.settle(before: text.after.unicodeScalars.first)
    return (cursor, end)
  }

  /// What brings the terminal's cursor to the last row of the input.
  func belowInput() -> String {
    let (cursor, end) = layout()
    return end.row > cursor.row ? "\u{1B}[\(end.row - cursor.row)B" : ""
  }

  /// Takes the input off the screen, makes a change to prompt or text, and draws it again.
  func redraw(after change: () -> Void = {}) {
    let row = layout().cursor.row
    TerminalOutput.write((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J")
    change()
    clibedit_draw(editor)
  }

  /// Draws a difficult line anew after a change that libedit has patched in.
  ///
  /// libedit goes wrong where a full row meets the next one: it wraps, and then clears the rest
  /// of a row that it no longer stands on. It also loses count beside characters that are not
  /// one column wide. Only what is added at the very end is safe. Called after each key, because
  /// the mistakes of several keys would add up to a cursor on another row than it is believed.
  func repairPicture() { repairPicture(of: text) }

  private func repairPicture(of text: (before: String, after: String)) {
    let whole = text.before + text.after
    let old = drawn
    drawn = (text: whole, cursor: text.before.utf8.count)
    guard drawn != old, !(text.after.isEmpty && whole.hasPrefix(old.text)) else { return }
    let room = Int(clibedit_columns(editor)) - CellLayout.width(of: prompt.plain)
    let isWrapped = whole != old.text && [whole, old.text].contains { Self.cells($0) >= room }
    if isWrapped || [whole, old.text].contains(where: Self.isUneven) { redraw() }
  }

  /// The last key is dealt with and drawn.
  func becameReady() {
    let text = text
    repairPicture(of: text)
    undo.note(EditUndo.State(text: drawn.text, cursor: drawn.cursor))
    beginWaiting()
  }

  // MARK: A line that is offered

  /// A key has come.
  fileprivate func pressed(_ key: UInt32) {
    endWaiting(key: key)
    guard let offer, !offer.isInSequence else { return }
    if Key.isText(key) {
      dropOffer()
    } else if key == Key.escape {
      // What it begins is known once a command runs.
      self.offer?.isInSequence = true
    } else {
      self.offer = nil
    }
  }

  /// A command runs: a paste takes the place of what is offered, any other command edits it.
  fileprivate func heedOffer(_ command: EditorCommand) {
    switch command {
    case .putRemainder: break
    case .paste: dropOffer()
    default: offer = nil
    }
  }

  /// Takes what is offered off the line, where it still stands there as it was.
  private func dropOffer() {
    guard let offer else { return }
    self.offer = nil
    let text = text
    guard text.before == offer.text, text.after.isEmpty else { return }
    redraw { clibedit_replace(editor, "") }
  }

  private static func cells(_ text: String) -> Int { CellLayout.width(of: text) }

  /// True if some character is not one scalar in one column.
  private static func isUneven(_ text: String) -> Bool {
    let characters = text.count
    return text.utf8.count != characters
      && (cells(text) != characters || text.unicodeScalars.count != characters)
  }

  private func bindKeys() {
    for (command, keys) in BuiltInKeys.all {
      for key in keys {
        let bound = clibedit_bind(editor, key, command)
        assert(bound, "libedit has no \(command)")
      }
    }
    for command in EditorCommand.allCases {
      for key in command.keys {
        let bound = clibedit_bind_command(editor, key, command.rawValue)
        assert(bound, "libedit cannot bind \(command)")
      }
    }
  }
}

/// A text that a line begins with, to be taken, edited or replaced.
private struct Offer {
  let text: String
  /// Whether a key has come that sends several characters.
  var isInSequence = false
}

/// Sequences every terminal either knows or passes over.
enum Escape {
  static let bracketedPasteOn = "\u{1B}[?2004h"
  static let bracketedPasteOff = "\u{1B}[?2004l"
}

/// Leads from libedit's callbacks, which carry only a pointer, to the reader.
private final class CallbackTarget {
  weak var reader: LibeditLineReader?

  var callbacks: CLibeditCallbacks {
    CLibeditCallbacks(
      client: Unmanaged.passUnretained(self).toOpaque(),
      prompt: { CallbackTarget.reader($0)?.promptPointer },
      run: { client, number in
        guard let reader = CallbackTarget.reader(client),
          let command = EditorCommand(rawValue: number)
        else { return CLIBEDIT_BEEP }
        reader.heedOffer(command)
        return reader.run(command)
      },
      resized: { client in
        guard let reader = CallbackTarget.reader(client) else { return }
        clibedit_resize(reader.editor)
        reader.redraw()
        reader.repaintOverlay()
      },
      continued: { client in
        guard let reader = CallbackTarget.reader(client) else { return }
        TerminalOutput.write(Escape.bracketedPasteOn)
        clibedit_resize(reader.editor)
        clibedit_draw(reader.editor)
        reader.repaintOverlay()
      },
      ready: { CallbackTarget.reader($0)?.becameReady() },
      pressed: { CallbackTarget.reader($0)?.pressed($1) })
  }

  private static func reader(_ client: UnsafeMutableRawPointer?) -> LibeditLineReader? {
    guard let client else { return nil }
    return Unmanaged<CallbackTarget>.fromOpaque(client).takeUnretainedValue().reader
  }
}
