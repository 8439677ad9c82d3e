import AdvocateDiagnostics
import Glibc

/// The files that a command reads, so that nothing it writes takes the place of one of them.
struct OwnFiles {
  /// What a file is read as.
  enum Role {
    case baseline
    case charter
    case input
    case journal
  }

  /// A file by itself, whatever it is called.
  private enum Identity: Hashable {
    /// One that is there.
    case node(device: dev_t, number: ino_t)
    /// One that is not there yet: its whole name.
    case name(String)
    case standardOutput
  }

  private var read: [Identity: (path: String, role: Role)] = [:]

  /// Adds a file that is read; `-` is standard input.
  mutating func add(_ path: String, as role: Role) {
    guard let identity = path == "-" ? Self.identity(behind: 0) : Self.identity(at: path),
      read[identity] == nil
    else { return }
    read[identity] = (Script.name(of: path), role)
  }

  /// Ends the program where one of `outputs` is a file that is read, or is there twice.
  func protect(from outputs: [String], _ look: LookOptions) throws {
    var written: [Identity: String] = [:]
    for path in outputs {
      guard let problem = problem(with: path, &written) else { continue }
      for sentence in problem { Streams.remark(sentence, look) }
      throw ExitStatus.wrongUsage
    }
    if let own = Self.identity(behind: 1), let (path, _) = read[own] {
      Streams.remark(
        """
        \(bold: path) is read here, and standard output leads into it. Let that lead into another \
        file.
        """, look)
      throw ExitStatus.wrongUsage
    }
  }

  /// What is told of an output that cannot be, beside those that are `written` already.
  private func problem(
    with path: String, _ written: inout [Identity: String]
  ) -> [StyledText]? {
    guard
      let identity = path == "-" || OutputFile.stream(path) == 1
        ? .standardOutput : Self.identity(at: path)
    else { return nil }
    if let other = written[identity] {
      let name: StyledText =
        identity == .standardOutput
        ? "Standard output" : other == path ? "\(bold: path)" : "\(bold: path), which is \(other),"
      return [name + " is named twice behind -o, and takes one report only.", Self.advice(path)]
    }
    written[identity] = path
    guard let (other, role) = read[identity] else { return nil }
    let name: StyledText = other == path ? "\(bold: path)" : "\(bold: path), which is \(other),"
    let reason: StyledText =
      switch role {
      case .baseline:
        """
         is the baseline. Written over, it would let pass the next time what is refused now.
        """
      case .charter: " is the charter in force here, so it is not written over."
      case .input: " is read here, so it is not written over."
      case .journal: " is the journal, so it is not written over."
      }
    return [name + reason, Self.advice(path)]
  }

  private static func advice(_ path: String) -> StyledText {
    let point = path.lastIndex(of: ".")
    let isEnding = point.map { $0 > path.startIndex && !path[$0...].contains("/") } ?? false
    let (stem, ending) =
      isEnding
      ? (path[..<(point ?? path.endIndex)], path[(point ?? path.endIndex)...]) : (path[...], "")
    let other =
      path == "-" || OutputFile.stream(path) != nil ? "report.txt" : "\(stem)-new\(ending)"
    return "Name another file, as in: -o \(other)"
  }

  // MARK: - Which file it is

  /// The file at `path`; nil for what is no file, such as a device.
  private static func identity(at path: String) -> Identity? {
    var status = stat()
    if stat(path, &status) == 0 { return identity(status) }
    let (folder, name) = OutputFile.split(path)
    guard let real = realpath(folder, nil) else { return .name(path) }
    defer { free(real) }
    return .name(String(cString: real) + "/" + name)
  }

  private static func identity(behind descriptor: Int32) -> Identity? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? identity(status) : nil
  }

  private static func identity(_ status: stat) -> Identity? {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    return .node(device: status.st_dev, number: status.st_ino)
  }
}
