import AdvocateTestSupport
import Testing

/// Nothing that is written takes the place of what is read.
@Suite struct OwnFilesTests {
  private let scripts: Scripts
  private static let table = "action,effort to leave\nA,a call\n"
  private static let charter = "charter Mine\nfact wait\n  number of days\n"

  init() throws {
    scripts = try Scripts()
    scripts.write(Self.table, to: "t.csv")
    scripts.write(Self.charter, to: "k.advocate")
    scripts.write("use k.advocate\naction A\n  wait is 3\n", to: "x.advocate")
    scripts.write("load x.advocate\n", to: "y.advocate")
    scripts.write("load k.advocate\n", to: "l.advocate")
    _ = try Tool.run(["judge", "t.csv", "-o", "old.csv"], in: scripts.folder.path)
    _ = try Tool.shell("ln -s t.csv link.csv; ln t.csv hard.csv", in: scripts.folder.path)
  }

  @Test(arguments: [
    ["judge t.csv -o t.csv", "t.csv is read here, so it is not written over."],
    ["judge t.csv -o ./t.csv", "./t.csv, which is t.csv, is read here,"],
    ["judge t.csv -o new.csv -o link.csv", "link.csv, which is t.csv, is read here,"],
    ["judge link.csv -o hard.csv", "hard.csv, which is link.csv, is read here,"],
    ["judge - --input csv -o t.csv <t.csv", "t.csv, which is standard input, is read here,"],
    ["judge x.advocate -o x.advocate", "x.advocate is read here,"],
    [
      "judge x.advocate --format json -o x.advocate", "Name another file, as in: -o x-new.advocate",
    ],
    ["judge x.advocate -o k.advocate", "k.advocate is read here,"],
    ["judge y.advocate -o k.advocate", "k.advocate is read here,"],
    ["judge y.advocate -o new.csv -o x.advocate", "x.advocate is read here,"],
    ["judge t.csv --charter k.advocate -o k.advocate", "k.advocate is the charter in force here"],
    ["judge t.csv --charter l.advocate -o k.advocate", "k.advocate is read here,"],
    ["judge x.advocate --charter l.advocate -o k.advocate", "k.advocate is read here,"],
    ["mirror t.csv --charter l.advocate -o k.advocate", "k.advocate is read here,"],
    ["answer rank y.advocate -o k.advocate", "k.advocate is read here,"],
    ["answer 'load x.advocate' -o k.advocate", "k.advocate is read here,"],
    ["judge t.csv --baseline old.csv -o old.csv", "old.csv is the baseline."],
    ["judge t.csv -o new.csv -o new.csv", "new.csv is named twice behind -o"],
    ["judge t.csv -o new.csv -o ./new.csv", "./new.csv, which is new.csv, is named twice"],
    ["judge t.csv -o - -o /dev/stdout", "Standard output is named twice behind -o"],
    ["judge t.csv >>t.csv", "t.csv is read here, and standard output leads into it."],
    ["answer rank x.advocate -o x.advocate", "x.advocate is read here,"],
    ["mirror t.csv -o t.csv", "t.csv is read here,"],
  ])
  func whatIsReadIsNotWrittenOver(_ example: [String]) throws {
    let before = try Tool.shell("cat t.csv k.advocate x.advocate old.csv", in: scripts.folder.path)
    let result = try Tool.shell("\"$ADVOCATE\" \(example[0])", in: scripts.folder.path)
    #expect(result.status == 2)
    let told = result.stderr.replacing("\n", with: " ")
    #expect(told.contains(example[1]), "\(result.stderr)")
    let after = try Tool.shell("cat t.csv k.advocate x.advocate old.csv", in: scripts.folder.path)
    #expect(after.output == before.output)
    let files = try Tool.shell("ls", in: scripts.folder.path).stdout
    #expect(!files.contains("new") && !files.contains("unfinished"))
  }

  @Test(arguments: [
    "judge t.csv -o /dev/null -o /dev/null", "judge t.csv -o - -o new.csv",
    "judge t.csv --baseline old.csv -o new.csv", "judge t.csv t.csv -o new.csv",
    "judge - --input csv -o new.csv <t.csv", "judge t.csv --baseline - -o new.csv <old.csv",
  ])
  func othersAreWritten(_ words: String) throws {
    let result = try Tool.shell("\"$ADVOCATE\" \(words)", in: scripts.folder.path)
    #expect(result.status == 0, "\(result.stderr)")
  }
}
