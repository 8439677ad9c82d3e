// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of this package is compiled with.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What every C target of this package is compiled with.
let strictC: [CSetting] = [
  .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
]

/// One library of the package. Imports go up this list only: what stands below may use what stands
/// above.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  linked: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings,
    linkerSettings: linked.map { .linkedLibrary($0) })
}

/// Something that several suites of tests share.
func support(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

/// One suite of tests.
func suite(
  _ name: String, _ dependencies: [Target.Dependency], excluded: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["AdvocateTestSupport"], exclude: excluded,
    swiftSettings: settings)
}

/// Whether the program is built to be handed on: with libedit and what it needs inside it.
///
/// The libraries are then named by their files, since a name alone would find the shared ones.
let isPortable = Context.environment["ADVOCATE_PORTABLE"] != nil

/// What is added for fuzzing only, as `scripts/fuzz` builds it: libFuzzer calls its functions, so
/// that it has no `main` of its own.
let fuzzing: [Target] =
  Context.environment["ADVOCATE_FUZZ_BUILD"] == nil
  ? []
  : [
    .executableTarget(
      name: "AdvocateFuzz",
      dependencies: [
        "AdvocateDiagnostics", "AdvocateSyntax", "AdvocateCharter", "AdvocateEvaluation",
        "AdvocateAnalysis", "AdvocateReports", "AdvocateSession", "AdvocateTerminal",
        "AdvocateTestSupport",
      ],
      path: "Tests/AdvocateFuzz", exclude: ["words.dict"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
  ]

let package = Package(
  name: "Advocate",
  products: [.executable(name: "advocate", targets: ["advocate"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibeditSystem", pkgConfig: isPortable ? nil : "libedit",
      providers: [.apt(["libedit-dev"])]),
    .target(
      name: "CLibedit", dependencies: ["CLibeditSystem"], cSettings: strictC,
      linkerSettings: (isPortable
        ? [":libedit.a", ":libtinfo.a", ":libbsd.a", ":libmd.a"] : ["edit"])
        .map { .linkedLibrary($0) }),
    library("AdvocateDiagnostics"),
    library("AdvocateSyntax", ["AdvocateDiagnostics"]),
    library(
      "AdvocateCharter", ["AdvocateDiagnostics", "AdvocateSyntax"],
      resources: [.embedInCode("Resources/customer-first.advocate")]),
    library("AdvocateEvaluation", ["AdvocateCharter"]),
    library(
      "AdvocateAnalysis", ["AdvocateDiagnostics", "AdvocateCharter", "AdvocateEvaluation"]),
    library(
      "AdvocateExplanation",
      ["AdvocateDiagnostics", "AdvocateCharter", "AdvocateEvaluation", "AdvocateAnalysis"]),
    library(
      "AdvocateReports",
      [
        "AdvocateDiagnostics", "AdvocateSyntax", "AdvocateCharter", "AdvocateEvaluation",
        "AdvocateAnalysis",
        "AdvocateExplanation",
      ]),
    library(
      "AdvocateSession",
      [
        "AdvocateDiagnostics", "AdvocateSyntax", "AdvocateCharter", "AdvocateEvaluation",
        "AdvocateAnalysis", "AdvocateExplanation", "AdvocateReports",
      ], resources: [.embedInCode("Resources")]),
    .systemLibrary(
      name: "CSQLiteSystem", pkgConfig: isPortable ? nil : "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    library(
      "AdvocateJournal",
      ["AdvocateCharter", "AdvocateAnalysis", "AdvocateSession", "CSQLiteSystem"],
      linked: isPortable ? [":libsqlite3.a", "m"] : ["sqlite3"]),
    library("AdvocateTerminal", ["AdvocateSession", "CLibedit"]),
    .systemLibrary(name: "CMallocSystem"),
    .executableTarget(
      name: "advocate",
      dependencies: [
        "CMallocSystem",
        "AdvocateDiagnostics", "AdvocateSyntax", "AdvocateCharter", "AdvocateEvaluation",
        "AdvocateAnalysis", "AdvocateExplanation", "AdvocateReports", "AdvocateSession",
        "AdvocateJournal", "AdvocateTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "TerminalDemo", dependencies: ["AdvocateSession", "AdvocateTerminal"],
      path: "Tests/TerminalDemo", swiftSettings: settings),
    .executableTarget(
      name: "AdvocateBench",
      dependencies: [
        "AdvocateCharter", "AdvocateEvaluation", "AdvocateAnalysis", "AdvocateSession",
      ],
      path: "Tests/AdvocateBench", swiftSettings: settings),
    support("AdvocateTestSupport"),
    support(
      "AdvocateExplanationSamples",
      ["AdvocateDiagnostics", "AdvocateCharter", "AdvocateEvaluation", "AdvocateAnalysis"]),
    suite(
      "AdvocateAnalysisTests",
      ["AdvocateDiagnostics", "AdvocateCharter", "AdvocateEvaluation", "AdvocateAnalysis"]),
    suite("AdvocateCharterTests", ["AdvocateDiagnostics", "AdvocateSyntax", "AdvocateCharter"]),
    suite(
      "AdvocateSessionTests",
      [
        "AdvocateDiagnostics", "AdvocateSyntax", "AdvocateCharter", "AdvocateEvaluation",
        "AdvocateAnalysis", "AdvocateExplanation", "AdvocateReports", "AdvocateSession",
      ], excluded: ["Transcripts"]),
    suite(
      "AdvocateTerminalTests", ["AdvocateSession", "AdvocateTerminal", "TerminalDemo"]),
    suite(
      "AdvocateExplanationTests",
      [
        "AdvocateDiagnostics", "AdvocateCharter", "AdvocateEvaluation", "AdvocateAnalysis",
        "AdvocateExplanation", "AdvocateExplanationSamples",
      ]),
    suite(
      "DocumentationTests",
      [
        "AdvocateDiagnostics", "AdvocateCharter", "AdvocateEvaluation", "AdvocateAnalysis",
        "AdvocateReports", "AdvocateSession",
      ]),
    suite("AdvocateToolTests", ["advocate"]),
    suite("ArchitectureTests", []),
    suite(
      "AdvocateJournalTests",
      ["AdvocateCharter", "AdvocateAnalysis", "AdvocateSession", "AdvocateJournal"]),
    suite(
      "AdvocateReportsTests",
      [
        "AdvocateDiagnostics", "AdvocateCharter", "AdvocateEvaluation", "AdvocateAnalysis",
        "AdvocateExplanation", "AdvocateReports", "AdvocateExplanationSamples",
      ]),
  ] + fuzzing
)
