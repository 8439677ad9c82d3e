// Prints how long parts of the program take. Each argument is a section; without any all are run.
// Glibc brings the fused multiplication that the analyses call.
import Glibc

let sections: [(name: String, run: (Stopwatch) -> Void)] = [
  (name: "analyses", run: Analyses.run),
  (name: "prompt", run: Prompt.run),
  (name: "batches", run: Batches.run),
]

let wanted = CommandLine.arguments.dropFirst()
for name in wanted where !sections.contains(where: { $0.name == name }) {
  print("There is no section \(name). There is: \(sections.map(\.name).joined(separator: ", ")).")
}
for section in sections where wanted.isEmpty || wanted.contains(section.name) {
  section.run(Stopwatch())
}
