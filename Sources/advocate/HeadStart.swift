import AdvocateCharter
import Glibc

/// Reads the built-in charter on a thread of its own while the command line is read: nearly every
/// command needs it, and a start is felt at every call.
struct HeadStart {
  private var thread: pthread_t?

  /// Begins, but for what asks only for the command line itself.
  init() {
    if let first = CommandLine.arguments.dropFirst().first, first.hasPrefix("-") { return }
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { _ in
        _ = BuiltInCharter.charter
        return nil
      }, nil)
    if status == 0 { self.thread = thread }
  }

  /// Waits until the charter is read, so that nothing runs on while the program ends.
  func finish() {
    if let thread { pthread_join(thread, nil) }
  }
}
