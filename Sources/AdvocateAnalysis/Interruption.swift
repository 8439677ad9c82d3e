/// The wish of somebody outside that the work in hand be given up, as by Ctrl-C.
///
/// Analyses look for it where they count their work against a budget, and then answer with what a
/// spent budget gives. Whoever asked has to look, too, and must not show such an answer.
public enum Interruption {
  @TaskLocal private static var check: (@Sendable () -> Bool)?

  /// Whether the work in hand is to be given up.
  public static var isRequested: Bool { check?() ?? false }

  /// Does some work that can be given up.
  ///
  /// - Parameters:
  ///   - check: whether to give up; asked very often.
  ///   - work: what is done.
  public static func watch<Result>(
    _ check: @escaping @Sendable () -> Bool, during work: () -> Result
  ) -> Result {
    $check.withValue(check, operation: work)
  }
}
