import AdvocateReports
/// The JSON Schema of what `judge --format json` writes.
enum JSONHelp {
  static var text: String { JSONReport.schema + "\n" }
}
