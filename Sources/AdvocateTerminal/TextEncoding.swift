import CLibedit

/// The text encoding the process reads and writes.
public enum TextEncoding {
  /// Makes the process treat text as UTF-8, whatever the environment says.
  ///
  /// In the `C` locale of a bare container libedit would drop every letter outside ASCII without
  /// a word. Only the character type changes: numbers and sorting stay as they are. Changing the
  /// locale is not safe while other threads use it, so call this before starting any.
  ///
  /// - Returns: false if the system knows no UTF-8 locale at all.
  @discardableResult
  public static func useUTF8() -> Bool { clibedit_use_utf8() }
}
