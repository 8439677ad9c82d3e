import AdvocateTestSupport
import Testing

/// Lessons from the command line.
@Suite struct LessonTests {
  @Test func lessonBeginsAtOnce() throws {
    let result = try Tool.run(["lesson", "1"], input: "hint\n")
    #expect(result.stdout.contains("Step 1 of 6"))
    #expect(result.stdout.contains("Hint 1 of 3"))
  }

  @Test func lessonsAreListed() throws {
    let result = try Tool.run(["lesson"], input: "")
    #expect(result.stdout.contains("lesson 8"))
  }

  @Test func brokenLessonIsStatus1() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.file("odd.advocate")
    TemporaryFolder.write(Array("lesson 9 Odd\nstep X9.1 One\n".utf8), to: path)
    let result = try Tool.run(["lesson", "check", path])
    #expect(result.status == 1)
    #expect(result.stdout.contains("line 2"))
    #expect(try Tool.run(["lesson", "check", path + "x"]).status == 2)
  }
}
