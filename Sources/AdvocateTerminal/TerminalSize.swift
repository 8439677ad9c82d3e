import CLibedit

/// Rows and columns of the window.
public struct TerminalSize: Sendable, Equatable {
  /// How many lines are visible.
  public var rows: Int
  /// How many narrow characters a line holds.
  public var columns: Int

  /// Makes a size.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// What to assume where there is no window.
  public static let standard = TerminalSize(rows: 24, columns: 80)

  /// The size of the window behind an open file, nil if it has none or does not know it.
  public static func current(descriptor: Int32 = 1) -> TerminalSize? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard clibedit_window_size(descriptor, &rows, &columns) else { return nil }
    return TerminalSize(rows: Int(rows), columns: Int(columns))
  }
}
