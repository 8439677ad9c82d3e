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

/// One library of the package. Imports go down the list of targets only.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// One suite of tests.
func suite(_ name: String, _ dependencies: [Target.Dependency], _ excluded: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["AdvocateTestSupport"], exclude: excluded,
    swiftSettings: settings)
}

let package = Package(
  name: "Advocate",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    library("AdvocateDiagnostics"),
    library("AdvocateSyntax", ["AdvocateDiagnostics"]),
    library(
      "AdvocateCharter", ["AdvocateDiagnostics", "AdvocateSyntax"],
      resources: [.embedInCode("Resources/customer-first.advocate")]),
    library("AdvocateEvaluation", ["AdvocateCharter"]),
    library("AdvocateAnalysis", ["AdvocateCharter", "AdvocateEvaluation"]),
  ]
)
