import AdvocateAnalysis
import AdvocateCharter
import AdvocateJournal
import AdvocateSession
import AdvocateTestSupport
import Glibc
import Testing

/// The private file of decisions.
@Suite struct JournalFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("journal.db") }
  private var file: JournalFile { JournalFile(path: path) }

  init() throws { folder = try #require(TemporaryFolder()) }

  @Test func whatIsKeptComesBack() throws {
    var first = Sample.decision("Phone to cancel")
    first.expectation = "fewer calls; \"quoted\", it's 100% — drop table decision"
    first.sure = 70
    first.override = "the page is late"
    let second = Sample.decision("Cancel in one step")
    #expect(try file.keep(first, charter: "charter a\n").get() == 1)
    #expect(try file.keep(second, charter: "charter a\n").get() == 2)
    let content = try file.read().get()
    (first.number, first.version) = (1, 1)
    #expect(content.decisions.first == first)
    #expect(content.decisions.map(\.number) == [1, 2])
    #expect(content.decisions.map(\.version) == [1, 1])
    #expect(content.unreadable == 0)
    #expect(try file.charter(1).get() == "charter a\n")
    #expect(try file.charter(2).get() == nil)
  }

  @Test func everyVersionOfACharterIsKeptOnce() throws {
    for text in ["one", "two", "one"] {
      _ = try file.keep(Sample.decision("Plan"), charter: text).get()
    }
    #expect(try file.read().get().decisions.map(\.version) == [1, 2, 1])
  }

  /// Whoever comes while the first one makes the tables finds none of them, or all.
  @Test func manyMayBeginAJournalAtOnce() async throws {
    for round in 0..<40 {
      let file = JournalFile(path: folder.file("begun-\(round).db"))
      let failures = await withTaskGroup(of: String?.self) { group in
        for place in 0..<4 {
          group.addTask {
            switch file.keep(Sample.decision("Plan \(place)"), charter: "charter a\n") {
            case .success: nil
            case .failure(let problem): problem.text
            }
          }
        }
        return await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
      }
      #expect(failures == [])
      #expect(try file.read().get().decisions.count == 4)
    }
  }

  @Test func decisionsChangeAndGo() throws {
    for name in ["A", "B"] { _ = try file.keep(Sample.decision(name), charter: "c").get() }
    let review = Decision.Review(day: Sample.day(40), went: "better", cameTrue: .partly)
    #expect(try file.change(1, .override("the rival does it")).get())
    #expect(try file.change(1, .review(review)).get())
    #expect(try file.change(2, .remove).get())
    #expect(try !file.change(2, .remove).get())
    #expect(try !file.change(9, .override("nobody")).get())
    let left = try file.read().get().decisions
    #expect(left.map(\.action) == ["A"])
    #expect(left.first?.override == "the rival does it")
    #expect(left.first?.review == review)
    // A number that was given is never given again.
    #expect(try file.keep(Sample.decision("C"), charter: "c").get() == 3)
  }

  @Test func aSecondReviewTakesThePlaceOfTheFirst() throws {
    _ = try file.keep(Sample.decision("A"), charter: "c").get()
    let reviews = [("worse", Decision.Review.Truth.no), ("better", .yes)].map {
      Decision.Review(day: Sample.day(40), went: $0.0, cameTrue: $0.1)
    }
    for review in reviews { #expect(try file.change(1, .review(review)).get()) }
    #expect(try file.read().get().decisions.first?.review == reviews[1])
  }

  @Test func aCharterInADamagedFileIsToldOfAsDamaged() throws {
    _ = try file.keep(Sample.decision("A"), charter: Sample.longText).get()
    let whole = try #require(TemporaryFolder.contents(of: path))
    TemporaryFolder.write(Self.torn(whole), to: path)
    #expect(Self.problem(file.charter(1))?.contains("damaged") == true)
  }

  @Test func nothingIsThereBeforeSomethingIsKept() throws {
    #expect(try file.read().get() == JournalContent())
    #expect(TemporaryFolder.contents(of: path) == nil)
  }

  @Test func whatIsRemovedIsGoneFromTheDisk() throws {
    _ = try file.keep(Sample.decision("A secret takeover"), charter: "c").get()
    _ = try file.change(1, .remove).get()
    let bytes = try #require(TemporaryFolder.contents(of: path))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("secret takeover"))
  }

  // MARK: - Who may see it

  @Test func theFileAndItsFoldersArePrivate() throws {
    let deep = folder.file("data/advocate/journal.db")
    let before = umask(0)
    defer { umask(before) }
    _ = try JournalFile(path: deep).keep(Sample.decision("A"), charter: "c").get()
    #expect(Self.mode(deep) == 0o600)
    #expect(Self.mode(folder.file("data/advocate")) == 0o700)
    #expect(Self.mode(folder.file("data")) == 0o700)
  }

  @Test func aFileThatOthersMayReadIsClosedToThem() throws {
    _ = try file.keep(Sample.decision("A"), charter: "c").get()
    chmod(path, 0o644)
    _ = try file.read().get()
    #expect(Self.mode(path) == 0o600)
  }

  @Test func aLinkIsRefused() throws {
    let other = folder.file("other.db")
    _ = try JournalFile(path: other).keep(Sample.decision("A"), charter: "c").get()
    symlink(other, path)
    let problem = try #require(Self.problem(file.keep(Sample.decision("B"), charter: "c")))
    #expect(problem.contains("is a link") && problem.contains("ADVOCATE_JOURNAL=FILE"))
    #expect(Self.problem(file.read()) != nil)
    #expect(try JournalFile(path: other).read().get().decisions.count == 1)
  }

  @Test func aLinkToNothingIsRefused() throws {
    symlink(folder.file("nowhere.db"), path)
    #expect(Self.problem(file.keep(Sample.decision("B"), charter: "c")) != nil)
    #expect(TemporaryFolder.contents(of: folder.file("nowhere.db")) == nil)
  }

  @Test func aFolderThatEverybodyMayWriteToIsRefused() throws {
    chmod(folder.path, 0o777)
    let problem = try #require(Self.problem(file.keep(Sample.decision("B"), charter: "c")))
    #expect(problem.contains("Others may write"))
    #expect(TemporaryFolder.contents(of: path) == nil)
    chmod(folder.path, 0o700)
  }

  @Test func aFolderThatAnotherGroupMayWriteToIsRefused() throws {
    // In a group of our own there may be nobody but us.
    chmod(folder.path, 0o770)
    #expect(try file.keep(Sample.decision("A"), charter: "c").get() == 1)
    guard geteuid() == 0 else { return }
    chown(folder.path, geteuid(), 65_534)
    chmod(folder.path, 0o770)
    let problem = try #require(Self.problem(file.keep(Sample.decision("B"), charter: "c")))
    #expect(problem.contains("Others may write"))
  }

  @Test func theFileOfSomebodyElseIsRefused() throws {
    guard geteuid() == 0 else { return }
    _ = try file.keep(Sample.decision("A"), charter: "c").get()
    chown(path, 65_534, 65_534)
    let problem = try #require(Self.problem(file.read()))
    #expect(problem.contains("belongs to another user"))
  }

  // MARK: - Files that are not as they should be

  @Test func aDamagedFileIsToldOfAndLeftAlone() throws {
    for name in ["A", "B", "C"] {
      _ = try file.keep(Sample.decision(name), charter: Sample.longText).get()
    }
    let whole = try #require(TemporaryFolder.contents(of: path))
    let damages: [[UInt8]] = [
      Array("This is a letter and no database, though it is long enough.\n".utf8),
      Array(whole.prefix(whole.count / 2)), Self.torn(whole),
    ]
    for damaged in damages {
      TemporaryFolder.write(damaged, to: path)
      let problem = try #require(Self.problem(file.keep(Sample.decision("D"), charter: "c")))
      #expect(problem.contains("damaged") && problem.contains("move it away"), "\(problem)")
      #expect(TemporaryFolder.contents(of: path) == damaged)
    }
  }

  @Test func theFileOfANewerEditionIsLeftAlone() throws {
    _ = try file.keep(Sample.decision("A"), charter: "c").get()
    let bytes = try #require(TemporaryFolder.contents(of: path))
    let older = JournalFile(path: path, version: 1)
    for problem in [Self.problem(older.read()), Self.problem(older.change(1, .remove))] {
      #expect(problem?.contains("newer edition") == true)
    }
    #expect(TemporaryFolder.contents(of: path) == bytes)
  }

  @Test func anOlderFileGetsWhatItLacks() throws {
    let older = JournalFile(path: path, version: 1)
    var kept = Sample.decision("A")
    kept.told.exact = nil
    #expect(try older.keep(kept, charter: "c").get() == 1)
    let review = Decision.Review(day: Sample.day(40), went: "better", cameTrue: .yes)
    #expect(try file.change(1, .review(review)).get())
    let found = try file.read().get().decisions
    #expect(found.map(\.review) == [review])
    #expect(found.map(\.told) == [kept.told])
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAlone() throws {
    // An empty file is no database of anybody; a used one without our mark is.
    _ = try file.keep(Sample.decision("A"), charter: "c").get()
    var bytes = try #require(TemporaryFolder.contents(of: path))
    bytes.replaceSubrange(68..<72, with: [1, 2, 3, 4])
    TemporaryFolder.write(bytes, to: path)
    #expect(Self.problem(file.read())?.contains("another program") == true)
    #expect(Self.problem(file.keep(Sample.decision("B"), charter: "c")) != nil)
    #expect(TemporaryFolder.contents(of: path) == bytes)
  }

  @Test func aFolderThatCannotBeUsedIsToldOf() throws {
    TemporaryFolder.write(Array("x".utf8), to: folder.file("file"))
    let inside = JournalFile(path: folder.file("file/journal.db"))
    let problem = try #require(Self.problem(inside.keep(Sample.decision("A"), charter: "c")))
    #expect(problem.contains("not a directory") && problem.contains("ADVOCATE_JOURNAL=FILE"))
  }

  // MARK: - Sessions side by side

  @Test func sessionsSideBySideLoseNothing() async throws {
    let path = path
    let numbers = try await withThrowingTaskGroup(of: [Int].self) { group in
      for writer in 0..<4 {
        group.addTask {
          try (0..<10).map { turn in
            try JournalFile(path: path).keep(
              Sample.decision("Plan \(writer) \(turn)"), charter: "charter \(turn % 2)"
            ).get()
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(numbers.sorted() == Array(1...40))
    let content = try file.read().get()
    #expect(Set(content.decisions.map(\.action)).count == 40)
    #expect(Set(content.decisions.map(\.version)) == [1, 2])
  }

  // MARK: - Details

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  private static func problem<Value>(_ result: Result<Value, JournalProblem>) -> String? {
    if case .failure(let problem) = result { problem.text } else { nil }
  }

  /// The file with the pages behind the first overwritten.
  private static func torn(_ bytes: [UInt8]) -> [UInt8] {
    bytes.enumerated().map { $0 < 4_096 ? $1 : UInt8(truncatingIfNeeded: $0 &* 31) }
  }
}

/// Decisions to keep.
enum Sample {
  static let longText = String(repeating: "rule of the house\n", count: 2_000)

  static func day(_ number: Int) -> CalendarDay { CalendarDay(number: 20_000 + number) }

  static func decision(_ name: String) -> Decision {
    Decision(
      day: day(0), action: name, lines: ["action \(name)", "effort to leave is a call"],
      charter: "customer first",
      told: Decision.Told(verdict: "mixed", isSettled: false, score: "46", exact: "45.5"),
      course: .goAhead,
      isAgainst: false, reviewOn: day(30))
  }
}
