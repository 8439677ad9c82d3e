import AdvocateCharter
import AdvocateEvaluation
import Glibc

/// How fast tables and scripts are judged, alone and from one end of the program to the other.
enum Batches {
  private static let advocate = ".build/release/advocate"
  private static let million = 1_000_000

  static func run(_ watch: Stopwatch) {
    evaluation("built-in charter", BuiltInCharter.charter)
    var workspace = BuiltInCharter.workspace()
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    reader.read(Array(SyntheticBatch.charter.utf8), named: "bench", into: &workspace)
    evaluation("25 rules over 20 facts", workspace.charter)
    let folder = "/tmp/advocate-bench-\(getpid())"
    guard mkdir(folder, 0o700) == 0 else { return print("There is no place for files.") }
    defer { _ = Subprocess.run(["rm", "-r", folder]) }
    write(SyntheticBatch.charter, to: "\(folder)/charter.advocate")
    endToEnd(folder)
    memory(folder)
  }

  // MARK: - Evaluation alone

  private static func evaluation(_ name: String, _ charter: Charter) {
    guard let tables = CellTables(Program(charter)) else { return }
    let kernel = CellKernel(tables)
    var random: UInt64 = 7
    let rows = 4096
    let facts = charter.facts.count
    let cells = (0..<rows).flatMap { _ in
      tables.cells.map { own -> UInt16 in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt16(Int(random >> 33) % (own?.count ?? 1))
      }
    }
    var times: [Double] = []
    var sum: UInt64 = 0
    for _ in 0..<7 {
      let start = processorTime
      cells.withUnsafeBufferPointer { cells in
        guard let base = cells.baseAddress else { return }
        for round in 0..<50 * rows { sum &+= kernel.look(up: base + round % rows * facts).bits }
      }
      times.append((processorTime - start) / Double(50 * rows) * 1e9)
    }
    times.sort()
    let shape = "\(tables.groupCount) tables, \(tables.entryCount) entries"
    print("evaluation alone, \(name) (\(shape)): \(rounded(times[3])) ns an action")
    if sum == 42 { print("") }
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  // MARK: - End to end

  private static func endToEnd(_ folder: String) {
    let empty = "\(folder)/one.advocate"
    write("action one\n", to: empty)
    row("start-up", 0, [advocate, "judge", "--explain", "none", empty])
    for form in [SyntheticBatch.Form.csv, .jsonl, .script] {
      let path = "\(folder)/plans.\(form.rawValue)"
      let bytes = make(path, form, million)
      row("wc -l, \(form.rawValue)", million, ["wc", "-l", path], bytes)
      let judge = [advocate, "judge", "--charter", "\(folder)/charter.advocate", path]
      let format = form == .jsonl ? "jsonl" : "csv"
      for depth in ["none", "points"] {
        for threads in ["1", "2"] {
          row(
            "\(form.rawValue), \(depth), \(threads) thread\(threads == "1" ? "" : "s")", million,
            judge + ["--explain", depth, "--threads", threads, "--format", format], bytes)
        }
      }
      if form == .csv { rivals(folder, path, bytes) }
      let few = "\(folder)/few.\(form.rawValue)"
      let size = make(few, form, 200)
      row(
        "\(form.rawValue), full, 1 thread", 200,
        [
          advocate, "judge", "--charter", "\(folder)/charter.advocate", few, "--explain", "full",
          "--threads", "1", "--format", "jsonl",
        ], size, runs: 1)
      unlink(path)
    }
  }

  // MARK: - Beside others

  /// The same table by a plain loop in Python and by DuckDB, and whether all say the same.
  private static func rivals(_ folder: String, _ path: String, _ bytes: Int) {
    let ours = "\(folder)/ours.csv"
    _ = Subprocess.run(
      [advocate, "judge", "--charter", "\(folder)/charter.advocate", path, "--format", "csv"],
      output: ours)
    write(Rivals.python, to: "\(folder)/loop.py")
    let loop = "\(folder)/loop.csv"
    row("csv, a loop in Python", million, ["python3", "\(folder)/loop.py", path], bytes, runs: 1)
    _ = Subprocess.run(["python3", "\(folder)/loop.py", path], output: loop)
    agree("Python", ours, loop)
    write(Rivals.duckDB, to: "\(folder)/duck.py")
    guard Subprocess.run(["python3", "-c", "import duckdb"])?.isFine == true else {
      return print("DuckDB is not installed (pip install duckdb), so it was not run.")
    }
    let duck = "\(folder)/duck.csv"
    for threads in ["1", "2"] {
      row(
        "csv, DuckDB, \(threads) thread\(threads == "1" ? "" : "s")", million,
        ["python3", "\(folder)/duck.py", path, duck, threads], bytes)
    }
    agree("DuckDB", ours, duck)
  }

  private static func agree(_ name: String, _ ours: String, _ theirs: String) {
    let isSame = Subprocess.run(["cmp", ours, theirs])?.isFine == true
    print("\(name) \(isSame ? "agrees row by row" : "does not agree")")
  }

  private static func memory(_ folder: String) {
    for form in [SyntheticBatch.Form.csv, .jsonl, .script] {
      for (count, copies) in [(10_000, 1), (million, 1), (million, 10)] {
        let path = "\(folder)/many.\(form.rawValue)"
        let bytes = make(path, form, count, copies: copies)
        row(
          "\(form.rawValue), \(count * copies) actions, 2 threads", count * copies,
          [
            advocate, "judge", "--charter", "\(folder)/charter.advocate", path, "--explain",
            "none", "--format", "csv", "--threads", "2",
          ], bytes, runs: copies > 1 ? 1 : 3)
        unlink(path)
      }
    }
  }

  /// Runs `arguments` a few times and prints the median.
  private static func row(
    _ what: String, _ actions: Int, _ arguments: [String], _ bytes: Int = 0, runs: Int = 3
  ) {
    let all = (0..<runs).compactMap { _ in Subprocess.run(arguments) }
    let sorted = all.sorted { $0.seconds < $1.seconds }
    guard !sorted.isEmpty else { return print("\(what): could not be run") }
    let median = sorted[sorted.count / 2]
    var text = "\(what): \(rounded(median.seconds * 1000)) ms"
    if actions > 0 {
      text += ", \(rounded(Double(actions) / median.seconds / 1000)) thousand actions a second"
    }
    if bytes > 0 { text += ", \(rounded(Double(bytes) / median.seconds / 1e6)) MB a second" }
    text += ", processor \(rounded(median.processor * 1000)) ms"
    print(text + ", \(rounded(median.peakMegabytes)) MB at most")
  }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: - Files

  /// Writes `count` actions to the file at `path`, as often as is asked for, and gives its size.
  private static func make(
    _ path: String, _ form: SyntheticBatch.Form, _ count: Int, copies: Int = 1
  ) -> Int {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    var bytes = form.opening.utf8.count
    put(form.opening, descriptor)
    for copy in 0..<copies {
      var batch = SyntheticBatch()
      var text = ""
      for number in 1...count {
        // All names differ, as a script needs it.
        text += batch.text(form, copy * count + number)
        if text.utf8.count > 1 << 20 || number == count {
          bytes += text.utf8.count
          put(text, descriptor)
          text = ""
        }
      }
    }
    return bytes
  }

  private static func write(_ text: String, to path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    put(text, descriptor)
    close(descriptor)
  }

  private static func put(_ text: String, _ descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count, let base = bytes.baseAddress {
        let count = Glibc.write(descriptor, base + offset, bytes.count - offset)
        if count <= 0 { return }
        offset += count
      }
    }
  }
}
