import CLibedit

/// What the outside world has asked of the process.
///
/// Handlers only raise flags; nothing happens until somebody looks. The line readers look while
/// they wait; long work must look by itself, with ``interruptRequested()``.
public enum TerminalSignals {
  /// Installs the handlers; the line readers do so by themselves. A second call does nothing.
  ///
  /// A signal the process was started to ignore (`nohup`) stays ignored.
  @discardableResult
  public static func install() -> Bool { clibedit_install_signal_handlers() }

  /// True once Ctrl-C was typed during work, or the process was asked to end.
  ///
  /// Cheap enough for an inner loop, and callable from any thread. The answer stays true until
  /// the next line is read or ``clearInterrupt()`` is called.
  public static func interruptRequested() -> Bool {
    clibedit_interrupt_pending() || clibedit_termination_signal() != 0
  }

  /// Forgets a Ctrl-C that has been dealt with; a request to end is never forgotten.
  public static func clearInterrupt() { clibedit_clear_interrupt() }

  /// The signal that asked the process to end, nil if none has come.
  public static var termination: Int32? {
    let signal = clibedit_termination_signal()
    return signal == 0 ? nil : signal
  }
}

/// True once Ctrl-C was typed during work, or the process was asked to end.
///
/// See ``TerminalSignals/interruptRequested()``.
public func interruptRequested() -> Bool { TerminalSignals.interruptRequested() }
