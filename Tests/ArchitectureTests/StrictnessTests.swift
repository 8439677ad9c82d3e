import AdvocateTestSupport
import Foundation
import Testing

/// Where the sources leave what the language checks, and why that is safe there.
@Suite struct StrictnessTests {
  private let project = Project()

  /// Arithmetic that wraps around, and memory that is reached by its address.
  private static let unchecked = [
    #"&[+*-]"#, #"&<<|&>>"#, #"Unsafe\w*Pointer|withUnsafe\w*|unsafeUninitialized|Unmanaged"#,
    #"\.allocate\(|\.deallocate\(|SIMD\d"#,
  ]

  /// The files that may, each with its reason.
  private static let allowed = [
    "AdvocateAnalysis/EdgeSums.swift": "sums over tables whose sizes stand one line above",
    "AdvocateAnalysis/Elimination.swift": "a count of polls that may begin anew",
    "AdvocateAnalysis/MassGrid.swift": "sums over tables whose sizes stand one line above",
    "AdvocateAnalysis/ReachedSums.swift": "shifts of words whose count stands one line above",
    "AdvocateAnalysis/SeededNumbers.swift": "a generator of numbers, which is meant to wrap",
    "AdvocateAnalysis/TwinSearch.swift": "a seed made of two numbers, which may wrap",
    "AdvocateEvaluation/CellKernel.swift": "the loop over actions; tables are made with it",
    "AdvocateEvaluation/PackedTally.swift": "sums in bits that were counted before",
    "AdvocateJournal/SQLite.swift": "what SQLite gives and takes",
    "AdvocateReports/Batches/BatchBaseline+Reading.swift": "reads bytes with padding behind them",
    "AdvocateReports/Batches/BatchPoints.swift": "writes into room that was counted before",
    "AdvocateReports/Batches/BatchSplitter.swift": "reads bytes up to a count",
    "AdvocateReports/Batches/BatchTails.swift": "a hash, which may wrap",
    "AdvocateReports/Batches/BatchWorker+Careful.swift": "the loop over actions",
    "AdvocateReports/Batches/BatchWorker+Direct.swift": "the loop over rows",
    "AdvocateReports/Batches/BatchWorker+Findings.swift": "the bytes of the record in hand",
    "AdvocateReports/Batches/BatchWorker+Members.swift": "the bytes of the object in hand",
    "AdvocateReports/Batches/BatchWorker+Objects.swift": "the loop over objects",
    "AdvocateReports/Batches/BatchWorker+Script.swift": "the loop over lines",
    "AdvocateReports/Batches/BatchWorker+Table.swift": "the loop over rows",
    "AdvocateReports/Batches/BatchWorker.swift": "the loop over actions",
    "AdvocateReports/Batches/ByteScan.swift": "looks at many bytes at once",
    "AdvocateReports/Batches/CSVRecord.swift": "reads bytes with padding behind them",
    "AdvocateReports/Batches/PlainNumbers.swift": "numbers of at most 15 digits",
    "AdvocateReports/Batches/SafeCSV.swift": "writes into room that was counted before",
    "AdvocateReports/Batches/ScriptSurvey.swift": "reads bytes up to a count",
    "AdvocateReports/Batches/ValueMemo.swift": "a hash, which may wrap",
    "AdvocateSyntax/Phrase.swift": "a word in bytes that were parted before",
    "AdvocateTerminal/LibeditLineReader.swift": "what libedit calls back with",
    "AdvocateTerminal/Pager.swift": "arguments of a program that is started",
    "AdvocateTerminal/PlainLineReader.swift": "reads into a buffer of fixed size",
    "AdvocateTerminal/PrivateFile.swift": "what the system calls take",
    "AdvocateTerminal/RecoveryFile.swift": "what the system calls take",
    "AdvocateTerminal/TerminalOutput.swift": "what the system calls take",
    "advocate/BatchInput.swift": "what the system calls take",
    "advocate/Disk.swift": "what the system calls take",
    "advocate/NameStore.swift": "a hash, which may wrap",
    "advocate/OutputFile.swift": "what the system calls take",
    "advocate/ScriptFile+Reasons.swift": "what the system calls take",
    "advocate/ScriptFile.swift": "what the system calls take",
    "advocate/ScriptScan.swift": "what the system calls take",
    "advocate/Workers.swift": "threads, and the lock that they share",
  ]

  @Test func onlyListedFilesLeaveWhatIsChecked() {
    for file in project.swiftFiles(under: "Sources") {
      let name = String(file.name.dropFirst("Sources/".count))
      let line = file.codeLines.first { line in
        Self.unchecked.contains { line.text.range(of: $0, options: .regularExpression) != nil }
      }
      if let line, Self.allowed[name] == nil {
        Issue.record("\(file.name), line \(line.number) is unchecked, and not listed: \(line.text)")
      }
      if line == nil, Self.allowed[name] != nil {
        Issue.record("\(file.name) is listed, and checked throughout")
      }
    }
  }

  @Test func theArticleListsEveryLimitAsItIs() throws {
    let source = try #require(
      project.swiftFiles(under: "Sources").first { $0.name.hasSuffix("/Limits.swift") })
    let article = try #require(
      project.allFiles().first { $0.name.hasSuffix(".docc/Reliability.md") })
    var limits: [String: Int] = [:]
    for match in source.text.matches(of: /static let (\w+) = ([\d_]+)( << (\d+))?/) {
      let number = Int(match.2.replacing("_", with: "")) ?? 0
      limits[String(match.1)] = number << (match.4.flatMap { Int($0) } ?? 0)
    }
    var told: [String: Int] = [:]
    let table = article.text.prefix(
      upTo: article.text.range(of: "## Files")?.lowerBound ?? article.text.endIndex)
    for match in table.matches(of: /\n\| `(\w+)` \| ([\d,]+) \|/) {
      told[String(match.1)] = Int(match.2.replacing(",", with: ""))
    }
    #expect(limits.count > 10)
    #expect(told == limits)
  }
}
