import AdvocateDiagnostics

/// Commands that explain.
extension Session {
  mutating func help(_ topic: String?, _ response: inout Response) {
    guard let topic else {
      answer(HelpTopics.overview(width: width), &response)
      return
    }
    if let found = HelpTopics.find(topic) {
      answer(found.lines(width: width), &response)
      return
    }
    let hint: StyledText =
      HelpTopics.nearest(to: topic).map { " The nearest is \(bold: "help \($0)")." }
      ?? " \(bold: "help") shows what there is."
    response.refuse("There is no help about \"\(topic)\"." + hint, width: width)
  }

  mutating func showForms(_ kind: String?, _ response: inout Response) {
    guard let kind else {
      answer(LineForms.overview(width: width), &response)
      return
    }
    if let found = LineForms.find(kind) {
      answer(LineForms.lines(of: found, width: width), &response)
      return
    }
    let hint: StyledText =
      LineForms.nearest(to: kind).map { " The nearest is \(bold: "forms \($0)")." }
      ?? " \(bold: "forms") shows all."
    response.refuse("There are no forms called \"\(kind)\"." + hint, width: width)
  }

  mutating func explain(_ code: String?, _ response: inout Response) {
    guard let code else {
      guard let last = lastFinding else {
        response.refuse(
          "There is no message to explain yet. For one by its number: explain 20", width: width)
        return
      }
      let page = CodePages.page(for: last.id.number)
      answer(page?.lines(width: width) ?? [], &response)
      return
    }
    if let page = CodePages.find(code) {
      answer(page.lines(width: width), &response)
      return
    }
    let hint: StyledText =
      CodePages.nearest(to: code).map { " The nearest is \(bold: "explain \($0)")." }
      ?? " The number stands beside the message; explain alone tells of the last one."
    response.refuse("No message has the number or name \"\(code)\"." + hint, width: width)
  }

  /// Whether `help` has something to say about `name`; an empty name asks for the overview.
  public func knowsTopic(_ name: String) -> Bool {
    name.isEmpty || HelpTopics.find(name) != nil
  }
}
