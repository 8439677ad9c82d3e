import AdvocateTestSupport
import Testing

/// `scripts/install`, with a build that takes no time.
@Suite struct InstallTests {
  private let scripts: Scripts

  init() throws {
    scripts = try Scripts()
    // A copy of the script, among programs that stand for those that it calls.
    let made = try Tool.shell(
      """
      mkdir -p repository/scripts bin stands home && cp "$SCRIPT" repository/scripts/install
      printf 'the licence\\n' >repository/LICENSE
      printf '#!/bin/sh\\n' >repository/scripts/setup
      cp repository/scripts/setup bin/strip
      cat >bin/swift <<'END'
      #!/bin/sh
      mkdir -p .build-install/release
      cp ../advocate .build-install/release/advocate
      END
      cat >advocate <<'END'
      #!/bin/sh
      [ -z "$BREAKS" ] || case "$*" in *zsh) exit 7 ;; esac
      echo "advocate $*"
      END
      chmod +x advocate bin/* repository/scripts/*
      """,
      environment: ["SCRIPT": Golden.folder("../../scripts", beside: #filePath) + "/install"],
      in: scripts.folder.path)
    try #require(made.status == 0, "\(made.stderr)")
  }

  private func install(_ words: String, _ more: [String: String] = [:]) throws -> Tool.Result {
    var environment = [
      "PATH": scripts.path("bin") + ":/usr/bin:/bin", "HOME": scripts.path("home"),
    ]
    environment.merge(more) { $1 }
    return try Tool.shell(
      "cd stands && ../repository/scripts/install \(words)", environment: environment,
      in: scripts.folder.path)
  }

  /// The files in a folder, in order.
  private func files(in folder: String) throws -> [String] {
    try Tool.shell("find \(folder) -type f | sort", in: scripts.folder.path).stdout
      .split(separator: "\n").map(String.init)
  }

  @Test func aRelativePrefixIsWhereThePersonStands() throws {
    let result = try install("--prefix mine")
    #expect(result.status == 0, "\(result.stderr)")
    #expect(scripts.text("stands/mine/bin/advocate").contains("echo"))
    #expect(scripts.text("stands/mine/share/doc/advocate/LICENSE") == "the licence\n")
    #expect(scripts.text("stands/mine/share/man/man1/advocate.1").hasPrefix(".TH ADVOCATE"))
    #expect(try files(in: "repository/mine").isEmpty)
    #expect(try install("--prefix=mine --uninstall").status == 0)
    #expect(try files(in: "stands").isEmpty)
  }

  @Test(arguments: ["--prefix --uninstall", "--prefix=-p", "--prefix", "--prefix=", "mine", "-p"])
  func wrongUsageMakesNothing(_ words: String) throws {
    let result = try install(words)
    #expect(result.status == 2)
    #expect(result.stdout.isEmpty && !result.stderr.isEmpty)
    #expect(try files(in: "stands repository/-* home 2>/dev/null").isEmpty)
  }

  @Test func onlyWhatWasPutThereIsTakenAway() throws {
    #expect(try install("").status == 0)
    let own = "home/.local/share/doc/advocate/my notes.txt"
    scripts.write("mine\n", to: own)
    let result = try install("--uninstall")
    #expect(result.status == 0)
    #expect(try files(in: "home") == [own])
    #expect(try install("--uninstall").stdout.hasPrefix("Nothing of Advocate was found"))
  }

  @Test func aRunThatBreaksOffLeavesNothingHalfDone() throws {
    #expect(try install("--prefix mine", ["BREAKS": "yes"]).status != 0)
    #expect(try files(in: "stands").isEmpty)
    // A file in the way of a folder stops it later.
    #expect(
      try Tool.shell("mkdir -p stands/mine && : >stands/mine/share", in: scripts.folder.path)
        .status == 0)
    #expect(try install("--prefix mine").status != 0)
    #expect(try files(in: "stands") == ["stands/mine/bin/advocate", "stands/mine/share"])
  }
}
