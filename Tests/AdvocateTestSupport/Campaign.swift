import Glibc

/// How much is tried by tests that can try for ever: little in a usual run, all where
/// `ADVOCATE_FAULT_RUNS` names a number.
public enum Campaign {
  /// The number that the environment names; nil in a usual run.
  public static var stated: Int? {
    getenv("ADVOCATE_FAULT_RUNS").flatMap { Int(String(cString: $0)) }
  }

  /// How often something is tried.
  ///
  /// - Parameter usual: how often in a usual run.
  public static func runs(_ usual: Int) -> Int { max(1, stated ?? usual) }

  /// All of `cases` where a number is named, and every third in a usual run.
  public static func some<Case>(_ cases: [Case]) -> [Case] {
    if stated != nil { return cases }
    return cases.indices.filter { $0 % 3 == 0 }.map { cases[$0] }
  }
}
