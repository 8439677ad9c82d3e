import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateReports

/// Answers in the form that the line asks for.
extension Session {
  /// Shows a screen, or the same as a JSON document or as Markdown.
  ///
  /// - Parameters:
  ///   - lines: the screen.
  ///   - json: the document that says the same.
  ///   - response: what is shown.
  mutating func answer(
    _ lines: [StyledText], json: @autoclosure () -> JSONValue,
    _ response: inout Response
  ) {
    switch answerForm {
    case .text: answer(lines, &response)
    case .json: answer(text: json().pretty, &response)
    case .markdown: answer(text: MarkdownReport.document(lines), &response)
    }
  }

  /// Shows a view.
  mutating func answer(_ view: View, _ response: inout Response) {
    switch answerForm {
    case .text: answer(view.render(width: width), &response)
    case .json:
      let document = JSONReport.document(view, charter: workspace.charter.name)
      answer(text: document.pretty, &response)
    case .markdown: answer(text: MarkdownReport.document(view), &response)
    }
  }

  /// Shows a document: its lines stay as they are, however wide.
  private mutating func answer(text: String, _ response: inout Response) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    answer(lines.map { StyledText(String($0)) }, &response)
  }
}
