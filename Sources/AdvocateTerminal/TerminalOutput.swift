import CLibedit

/// Writing to the standard streams, whole and in order.
public enum TerminalOutput {
  private static let survivesBrokenPipe: Bool = {
    clibedit_survive_broken_pipe()
    return true
  }()

  /// Writes all the bytes, going on after interruptions.
  ///
  /// - Returns: false if they could not be written, as when the reader of a pipe has gone. The
  ///   process is not ended by that; it should stop writing and end quietly.
  @discardableResult
  public static func write(_ bytes: [UInt8], descriptor: Int32 = 1) -> Bool {
    guard survivesBrokenPipe else { return false }
    return bytes.withUnsafeBytes { clibedit_write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Writes a text as UTF-8.
  @discardableResult
  public static func write(_ text: String, descriptor: Int32 = 1) -> Bool {
    write(Array(text.utf8), descriptor: descriptor)
  }
}
