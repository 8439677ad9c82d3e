import AdvocateReports
import Glibc

/// What inputs are given to: each reads the same bytes in its own way.
///
/// A target finds something by ending the program: by a trap, by the address sanitizer, by taking
/// too long or too much memory, or by `found` where two ways to the same answer differ.
enum FuzzTarget: String, CaseIterable {
  /// Whole scripts: reading, judging, writing.
  case script
  /// Tables with a row an action.
  case csv
  /// Tables with an object an action.
  case jsonl
  /// Formatting: once more is the same, and means the same.
  case format
  /// Charters and actions that are made from the bytes, judged in several ways.
  case charter
  /// The parts of the editor that need no terminal, completion among them.
  case editing
  /// A session that answers lines.
  case session

  /// Gives `bytes` to what is tried.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .script: ScriptFuzzing.run(bytes)
    case .csv: TableFuzzing.run(bytes, .csv(delimiter: 0x2C))
    case .jsonl: TableFuzzing.run(bytes, .jsonLines)
    case .format: FormatFuzzing.run(bytes)
    case .charter: CharterFuzzing.run(bytes)
    case .editing: EditingFuzzing.run(bytes)
    case .session: SessionFuzzing.run(bytes)
    }
  }

  /// The target that the variable names; scripts where it names none.
  static let chosen: FuzzTarget =
    getenv("ADVOCATE_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) } ?? .script
}

/// Ends the program, since two ways to the same answer differ.
func found(_ difference: String) -> Never {
  let text = Array("found: \(difference)\n".utf8)
  _ = text.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  abort()
}

/// What libFuzzer calls for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ tryInput: @convention(c) (UnsafePointer<UInt8>, Int) -> Int32
) -> Int32

/// What the linker takes for the start of this program: writes seeds, or lets libFuzzer run.
@_cdecl("AdvocateFuzz_main")
public func start(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  var (count, arguments) = (count, arguments)
  if count == 3, let word = arguments[1], String(cString: word) == "seeds",
    let folder = arguments[2]
  {
    Seeds.write(for: FuzzTarget.chosen, to: String(cString: folder))
    return 0
  }
  return runDriver(&count, &arguments, tryInput)
}
