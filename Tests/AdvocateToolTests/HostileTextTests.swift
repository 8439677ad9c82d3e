import AdvocateTestSupport
import Foundation
import Testing

/// Text that means harm, put into everything that the program reads: files of every kind, their
/// names, the words of the command line, lines on standard input, and the environment. None of it
/// may come out as it went in.
@Suite struct HostileTextTests {
  private let scripts: Scripts

  init() throws { scripts = try Scripts() }

  /// A title of the window, a colour, a turned reading order, what cannot be seen, a key that
  /// deletes, and a control of the second set.
  static let hostile =
    "A\u{1B}]0;owned\u{7}B\u{1B}[31;47;5mC\u{202E}D\u{200B}E\u{2066}F\u{FEFF}G\u{7F}H\u{9B}31mI\u{AD}J"
  /// The same, to be read by a reader of JSON.
  static let escaped =
    #"A\u001b]0;owned\u0007B\u001b[31;47;5mC\u202eD\u200bE\u2066F\ufeffG\u007fH\u009b31mI\u00adJ\nK"#
  /// Controls of the second set as single bytes, which are no text.
  static let bytes: [UInt8] = [0x41, 0x9B, 0x33, 0x31, 0x6D, 0x9D, 0x30, 0x3B, 0x42, 0x9C, 0x43]

  static let formats = ["text", "json", "jsonl", "csv", "markdown", "junit", "sarif", "github"]

  private func run(
    _ words: [String], input: String = "", environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Tool.run(
      words, input: input, environment: environment, in: scripts.folder.path)
    expectHarmless(result, sourceLocation: sourceLocation)
    #expect(result.status < 128, "\(words)", sourceLocation: sourceLocation)
  }

  /// Every line that a script can hold, with `text` wherever words are free.
  static func script(_ text: String) -> String {
    """
    # remark \(text)
    charter Ours \(text)
      verdict good \(text) from 60
      verdict bad from 0
    lens Lens \(text)
    reason because of \(text)
    phrases Talk \(text)
      says own \(text)
    fact price \(text)
      scale low \(text), high
      because \(text)
    fact price
      yes-no
    rule Cheap \(text)
      weight 3
      for when price \(text) is low
      because customers \(text) care
    rule Cheap
      weight 3
      for when price is yes
      because customers care
    action Plan \(text)
      price is yes because \(text)
      note \(text)
      for loyal customers \(text): price is no
    action Plan
      price is yes
      price is \(text)
      \(text) is yes
    copy Plan as \(text)
    ledger Book \(text)
      on day 3 \(text)
    expect Plan \(text)
      verdict is \(text)
    expect Plan
      verdict is good
    load \(text).advocate
    use \(text)
    lesson 1 \(text)
    step \(text)
    tell \(text)
    purpose \(text)
    \(text)

    """
  }

  // MARK: - Files

  @Test func scriptsInEveryFormat() throws {
    let good = "use customer first\naction Fine\n  effort to leave is a call\n"
    scripts.write(Self.script(Self.hostile), to: "words.advocate")
    scripts.write(
      Array(Self.script("@").utf8).flatMap { $0 == 0x40 ? Self.bytes : [$0] }, to: "bytes.advocate")
    scripts.write(good, to: "good.advocate")
    for file in ["words.advocate", "bytes.advocate"] {
      for format in Self.formats {
        try run(["judge", "--format", format, file, "good.advocate"])
        try run(["judge", file, "-o", "out.\(format)", "--format", format])
        if let made = TemporaryFolder.contents(of: scripts.path("out.\(format)")) {
          expectHarmless(made, "out.\(format)")
        }
      }
      for words in Campaign.some([
        ["test", file], ["test", "--coverage", "--format", "json", file], ["check", file],
        ["check", "--format", "json", file], ["check", "--against", file, "good.advocate"],
        ["check", "--fix", "--dry-run", file], ["format", "--check", file], ["prompt", file],
        ["answer", "list", file], ["answer", "list actions as markdown", file],
        ["answer", "mirror as json", file], ["lesson", "check", file], ["lesson", file],
        ["room", file], ["mirror", file], ["mirror", "--format", "json", file],
        ["mirror", "--format", "markdown", file], ["judge", "--charter", file, "good.advocate"],
        ["judge", "--baseline", file, "good.advocate"], ["journal", "replay", "--charter", file],
      ]) { try run(words, input: "\n\n\n") }
    }
  }

  @Test func tablesInEveryFormat() throws {
    let name = "\"\(Self.hostile)\nline\""
    scripts.write(
      """
      action,effort to leave,\(Self.hostile),\(name)
      \(name),a call,x,y
      \(Self.hostile),\(Self.hostile),x,y
      B,\(name),,

      """, to: "rows.csv")
    scripts.write(
      Array("action,effort to leave,".utf8) + Self.bytes + Array("\n".utf8) + Self.bytes
        + Array(",a call,x\nB,".utf8) + Self.bytes + Array(",y\n".utf8), to: "bytes.csv")
    scripts.write(
      """
      {"action": "\(Self.escaped)", "effort to leave": "a call"}
      {"action": "\(Self.escaped)", "effort to leave": "\(Self.escaped)"}
      {"action": "C", "\(Self.escaped)": "x", "effort to leave": ["\(Self.escaped)"]}
      {"action": "D", "effort to leave": {"\(Self.escaped)": 1}, "evidence": "\(Self.escaped)"}
      {"action": "E", "effort to leave": "a call", "effort to leave": "\(Self.escaped)"}
      {"action": \(Self.escaped)
      \(Self.hostile)

      """, to: "rows.jsonl")
    for file in ["rows.csv", "bytes.csv", "rows.jsonl"] {
      for format in Self.formats {
        if Campaign.stated != nil { try run(["judge", "--format", format, file]) }
        try run(["judge", "--format", format, "--explain", "full", file, "-o", "out.\(format)"])
        if let made = TemporaryFolder.contents(of: scripts.path("out.\(format)")) {
          expectHarmless(made, "out.\(format)")
        }
      }
      try run(["judge", "--fail-on", "against", "--baseline", file, file])
      try run(["judge", "--baseline", "out.json", file])
      try run(["judge", "--baseline", "out.csv", file])
    }
  }

  // MARK: - Names and words

  @Test func namesOfFiles() throws {
    let name = Self.hostile + "\n.advocate"
    scripts.write("efort to leave is a call\naction A\n  effort to leave = a call\n", to: name)
    scripts.write("action,effort to leave\nA,a boat\n", to: Self.hostile + ".csv")
    let made = try Tool.run(
      "/bin/mkdir", [Self.hostile], input: [], environment: [:], in: scripts.folder.path)
    #expect(made.status == 0)
    scripts.write("We own our customers.\n", to: Self.hostile + "/letter")
    for format in Self.formats {
      try run(["judge", "--format", format, name])
      if Campaign.stated != nil {
        try run(["judge", "--format", format, Self.hostile + ".csv"])
      }
    }
    for file in [name, Self.hostile, "no/" + Self.hostile] {
      for words in Campaign.some([
        ["judge", file], ["judge", file, "-o", "no/" + file], ["judge", file, "-o", file],
        ["test", file], ["check", file], ["check", "--fix", file], ["format", "--check", file],
        ["format", file], ["prompt", file], ["answer", "rank", file], ["lesson", "check", file],
        ["lesson", file], ["room", file], ["mirror", file], ["mirror", ".", file],
        ["mirror", "--format", "markdown", "."], ["mirror", "--format", "json", "."],
        ["judge", "--charter", file, name], ["check", "--against", file],
        ["judge", "--baseline", file, name], ["journal", "report", "-o", "no/" + file],
      ]) { try run(words) }
    }
  }

  @Test func wordsOfTheCommandLine() throws {
    let text = Self.hostile
    scripts.write("action A\n", to: "a.advocate")
    for words in Campaign.some([
      [text], ["--" + text], ["-" + text], ["judge", "--" + text],
      ["judge", "--format", text, "a"],
      ["judge", "--fail-on", text, "a"], ["judge", "--delimiter", text, "a"],
      ["judge", "--rest", text, "a"], ["judge", "--threads", text, "a"],
      ["judge", "--explain", text, "a"], ["judge", "--charter", text, "a"],
      ["check", "--format", text], ["check", "--against", text], ["explain", text],
      ["help", text], ["help", "what", text], ["answer", text], ["answer", "look " + text],
      ["answer", "why \(text)", "a.advocate"], ["journal", text], ["journal", "show", text],
      ["journal", "list", "--format", text], ["lesson", text], ["lesson", "start", text],
      ["room", text], ["room", "--plan", text], ["mirror", text], ["--color", text],
      ["test", "--coverage-at-least", text, "a"],
    ]) { try run(words) }
  }

  @Test func wordsOfTheEnvironment() throws {
    let text = Self.hostile
    let typed = "action A\neffort to leave is a call\njournal go ahead\njudge\nlesson 1\npredict\n"
    for variables in [
      [("ADVOCATE_JOURNAL", "/nonexistent/" + text), ("LANG", text), ("PAGER", text)],
      [("ADVOCATE_JOURNAL", text), ("TERM", text), ("COLUMNS", text)],
      [("HOME", "/nonexistent/" + text), ("LC_ALL", text), ("TMPDIR", "/proc/" + text)],
      [("HOME", text), ("ADVOCATE_HISTORY", "/proc/" + text), ("TZ", text)],
      [("XDG_STATE_HOME", "/proc/" + text), ("XDG_DATA_HOME", "/proc/" + text), ("USER", text)],
    ] {
      let environment = Dictionary(uniqueKeysWithValues: variables)
      try run([], input: typed, environment: environment)
      try run(["journal"], environment: environment)
    }
  }

  // MARK: - Lines

  /// The first words of lines, each of which is answered somehow when the rest is hostile.
  private static let beginnings = [
    "", "action", "anchor", "answer", "ask", "back to", "because", "blank", "challenge", "check",
    "checkpoint", "compare", "copy", "complacency", "dissent", "drop", "expect", "explain", "fact",
    "flip", "forms", "help", "hint", "history", "job is", "journal go ahead expecting",
    "journal show", "ledger", "lesson", "lifetime", "list", "load", "look", "mirror", "minutes",
    "note", "override because", "owner", "phrases", "poll", "precedents", "predict", "premortem",
    "purpose", "quiz", "rank", "recover", "remove", "rename", "replay", "review", "roles", "room",
    "rule", "save", "show", "stance", "transcript", "tour", "twins", "undo", "use", "votes",
    "weigh", "weight", "what if", "why", "effort to leave is", "for loyal customers:",
    "the rest is", "we do not know", "load no/", "save no/", "transcript no/",
  ]

  @Test func linesOnStandardInput() throws {
    let start = "action Plan\neffort to leave is a call\n"
    let lines = Self.beginnings.map { "\($0) \(Self.hostile)\n" }.joined()
    try run([], input: start + lines)
    try run([], input: start + "room\n" + lines)
    try run([], input: "lesson 1\n" + lines)
    try run([], input: start + "ask\n" + lines)
    let raw =
      Array(start.utf8)
      + Self.beginnings.flatMap { Array("\($0) ".utf8) + Self.bytes + [0x0A] }
    let result = try Tool.run(
      Tool.path, [], input: raw, environment: [:], in: scripts.folder.path)
    expectHarmless(result)
  }

  @Test func recordsAndMinutesHoldNoneOfIt() throws {
    let lines = Self.beginnings.map { "\($0) \(Self.hostile)\n" }.joined()
    let typed = """
      transcript record.advocate
      action Plan
      effort to leave is a call
      room
      poll
      votes 1 2 3
      \(lines)
      reveal
      minutes minutes.md
      """
    try run([], input: typed)
    for file in ["record.advocate", "minutes.md"] {
      if let made = TemporaryFolder.contents(of: scripts.path(file)) { expectHarmless(made, file) }
    }
    #expect(!scripts.text("record.advocate").isEmpty)
  }
}
