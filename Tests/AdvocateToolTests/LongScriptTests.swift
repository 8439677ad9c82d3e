import AdvocateTestSupport
import Testing

/// Scripts of more than a million bytes, from files and through pipes.
@Suite struct LongScriptTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    scripts.write("", to: "short")
    _ = try Tool.shell("rm short; mkdir short long", in: scripts.folder.path)
  }

  /// What is said of some actions; each has a remark, which makes a script long where it is long.
  private static let actions = [
    "action Phone to cancel\n  effort to join is one step\n  effort to leave is a call\n",
    "action Rabatt f\u{FC}r alle, 20%\n  effort to leave is a call because we saw it\n",
    """
    action Price rise
      value for money is less
      for loyal customers: treats loyal customers is much worse
      for new customers: value for money is more

    """,
    "action Countdown\n  true as told is a false picture\n  the rest is untouched\n",
    "action Slip\n  efort to leave is a call\n  effort to join is a form\n",
    "action Nothing\n",
  ]

  /// Writes the same script twice, once with remarks so long that it is no longer short.
  private func write(head: String, _ actions: [String]) {
    for (folder, remark) in [("short", 1), ("long", 99_000)] {
      var text = head
      for action in actions {
        let line = "  # " + String(repeating: "x", count: remark) + "\n"
        text += action + line + line
      }
      scripts.write(text, to: folder + "/plans.advocate")
      scripts.write(
        "use customer first\nweigh Leaving is as easy 1\n", to: folder + "/ours.advocate")
    }
  }

  private func judge(_ folder: String, _ words: String) throws -> Tool.Result {
    try Tool.shell("$ADVOCATE judge \(words)", in: scripts.path(folder))
  }

  private static let heads = [
    ("", "customer first"), ("# Plans\n\nuse ours.advocate\nlist rules\n", "customer first"),
    (
      """
      charter Ours
      use customer first
      rule Extra
        against when effort to leave is a call
        because we say so

      """,
      "Ours"
    ),
  ]

  @Test(
    "A long script is told of as a short one is, with a summary behind the text",
    arguments: [(0, "none"), (1, "none"), (1, "full"), (1, "short"), (2, "none")])
  func longIsLikeShort(_ place: Int, _ depth: String) throws {
    let (lines, charter) = Self.heads[place]
    write(head: lines, Self.actions)
    for format in ["text", "json"] {
      let words = "--explain \(depth) --format \(format) --fail-on vetoed"
      let short = try judge("short", "plans.advocate \(words)")
      let long = try judge("long", "plans.advocate \(words)")
      let pipe = try judge("long", "- \(words) < plans.advocate")
      #expect(short.status == 3 && long.status == 3 && pipe.status == 3)
      #expect(short.stdout.contains("Countdown"))
      #expect(
        long.errors.sorted() == short.errors.sorted(), "\(long.stderr)\n\(short.stderr)")
      guard format == "text" else {
        #expect(long.output == short.output)
        let named = pipe.stdout.replacing("standard input", with: "plans.advocate")
        #expect(named == short.stdout)
        continue
      }
      #expect(long.stdout.hasPrefix(short.stdout))
      let rest = long.stdout.dropFirst(short.stdout.count)
      #expect(rest.hasPrefix("\nplans.advocate: 6 actions judged by \(charter)\n"))
      #expect(pipe.stdout.contains("\nstandard input: 6 actions judged by \(charter)\n"))
    }
  }

  @Test("A name that comes again, or a line about more than an action, is no obstacle")
  func whatMustBeReadAsAWhole() throws {
    let again = "action Phone to cancel\n  effort to leave is one step\n"
    let expected = "expect Countdown\n  verdict is vetoed\n"
    write(head: "", Self.actions + [again, expected])
    for format in ["text", "json", "csv"] {
      let words = "plans.advocate --explain none --format \(format)"
      let short = try judge("short", words)
      let long = try judge("long", words)
      #expect(short.status == 3 && long.status == 3)
      #expect(long.errors.sorted() == short.errors.sorted())
      #expect(format == "text" || long.output == short.output)
      #expect(format != "text" || long.stdout.hasPrefix(short.stdout))
      #expect(long.stdout.matches(of: /Phone to cancel/).count >= 1)
    }
  }

  @Test("A charter of its own is used in every format")
  func headsInTables() throws {
    write(head: "use ours.advocate\n", Self.actions)
    let short = try judge("short", "plans.advocate --format csv --explain none")
    let long = try judge("long", "plans.advocate --format csv --explain none")
    let pipe = try Tool.shell(
      "cat plans.advocate | $ADVOCATE judge - --format csv --explain none",
      in: scripts.path("long"))
    #expect(short.status == 3 && short.stdout.split(separator: "\n").count == 7)
    #expect(long.output == short.output && pipe.output == short.output)
  }

  @Test("Scripts with different charters are judged one after the other")
  func severalCharters() throws {
    write(head: "charter Ours\n  use customer first\n", Self.actions)
    scripts.write(Scripts.against, to: "long/other.advocate")
    let result = try judge("long", "plans.advocate other.advocate --explain none")
    #expect(result.stdout.matches(of: /Phone to cancel/).count == 2)
    #expect(result.stdout.contains("judged by 2 charters"))
  }

  @Test("What comes through a pipe leaves nothing behind, and needs no folder for a while")
  func pipes() throws {
    write(head: "", Self.actions)
    let line = "mkdir -p kept; cat plans.advocate | $ADVOCATE judge - --format csv --explain none"
    let folder = scripts.path("long")
    let kept = try Tool.shell(line, environment: ["TMPDIR": folder + "/kept"], in: folder)
    let held = try Tool.shell(line, environment: ["TMPDIR": folder + "/none"], in: folder)
    #expect(kept.status == 3 && held.status == 3 && held.output == kept.output)
    #expect(try Tool.shell("ls kept", in: folder).stdout.isEmpty)
    let long = try Tool.shell(
      "yes 'action a' | head -c 101000000 | $ADVOCATE judge -",
      environment: ["TMPDIR": folder + "/none"], in: folder)
    #expect(long.status == 2 && long.stdout.isEmpty)
    #expect(long.stderr.contains("standard input was not read."))
    #expect(long.stderr.contains("TMPDIR=/var/tmp advocate judge -"))
  }

  @Test("A script that is too large to be read as a whole says which line stands in the way")
  func tooLarge() throws {
    let remark = "# " + String(repeating: "x", count: 5_000) + "\n"
    scripts.write(
      "use customer first\naction A\n\(remark)expect A\n  verdict is mixed\n", to: "huge.advocate")
    let line = "truncate -s 101000000 huge.advocate; $ADVOCATE judge"
    for words in ["huge.advocate", "- < huge.advocate", "huge.advocate --format csv"] {
      let result = try Tool.shell("\(line) \(words)", in: scripts.folder.path)
      #expect(result.status == 2 && result.stdout.isEmpty)
      let text = result.stderr.split(separator: "\n").joined(separator: " ")
      #expect(text.contains("line 4, expect A, may say something of more than the action above it"))
      #expect(text.contains("Or part the file into several."))
    }
  }
}
