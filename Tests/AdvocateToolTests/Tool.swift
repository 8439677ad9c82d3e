import AdvocateTestSupport
import Glibc

/// The built program, run as others run it.
enum Tool {
  /// What a run gave.
  struct Result {
    /// The exit status; 128 and more where a signal ended it.
    var status: Int32
    /// All that was written to standard output.
    var output: [UInt8]
    /// All that was written to standard error.
    var errors: [UInt8]

    /// Standard output as text.
    var stdout: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    var stderr: String { String(decoding: errors, as: UTF8.self) }
  }

  struct StartingFailed: Error {}

  /// The path of the program.
  static let path = BuiltProduct.path(of: "advocate")

  /// What a run finds in its environment where a test says nothing else.
  static let environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: what follows its name.
  ///   - input: what stands on standard input.
  ///   - environment: variables beside the usual ones.
  ///   - folder: the folder to run in.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    in folder: String? = nil
  ) throws -> Result {
    try run(path, arguments, input: Array(input.utf8), environment: environment, in: folder)
  }

  /// Runs a line of the shell to its end; `$ADVOCATE` is the program.
  static func shell(
    _ line: String, environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Result {
    let all = environment.merging(["ADVOCATE": path]) { $1 }
    return try run("/bin/sh", ["-c", line], input: [], environment: all, in: folder)
  }

  /// Runs an executable to its end. The streams are files, so that nothing can block.
  static func run(
    _ executable: String, _ arguments: [String], input: [UInt8], environment: [String: String],
    in folder: String?, seconds: Int = 120
  ) throws -> Result {
    guard let streams = TemporaryFolder() else { throw StartingFailed() }
    let names = (in: streams.file("in"), out: streams.file("out"), err: streams.file("err"))
    TemporaryFolder.write(input, to: names.in)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, names.in, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, names.out, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, names.err, O_WRONLY | O_CREAT, 0o600)
    var line = [executable] + arguments
    if let folder { line = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + line }
    let words = line.map { strdup($0) }
    let variables = self.environment.merging(["HOME": streams.path]) { $1 }
      .merging(environment) { $1 }.map { strdup("\($0.key)=\($0.value)") }
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    guard
      posix_spawn(&process, line[0], &actions, nil, words + [nil], variables + [nil]) == 0
    else { throw StartingFailed() }
    var status = wait(for: process, seconds: seconds)
    status = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    return Result(
      status: status, output: TemporaryFolder.contents(of: names.out) ?? [],
      errors: TemporaryFolder.contents(of: names.err) ?? [])
  }

  /// Waits for the end of a process, and kills it when it hangs.
  private static func wait(for process: pid_t, seconds: Int) -> Int32 {
    var status: Int32 = 0
    for _ in 0..<(seconds * 500) {
      if waitpid(process, &status, WNOHANG) == process { return status }
      usleep(2_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    return status
  }
}
