import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation

/// The command that shows plans from other sides.
extension Session {
  mutating func look(_ argument: String?, _ response: inout Response) {
    guard let argument else { return listViews(&response) }
    guard let (view, name) = Self.lookedAt(argument) else {
      let names = LookView.all.flatMap { [$0.name] + $0.otherNames }
      let near = NearestName.find(argument.lowercased(), among: names)
      let hint: StyledText =
        near.map { " The nearest is \(bold: "look \($0)")." } ?? " \(bold: "look") lists them."
      response.refuse("There is no view called \"\(argument)\"." + hint, width: width)
      return
    }
    guard name == nil || view.make.takesAction else {
      response.refuse(
        "look \(view.name) shows all plans, and takes no name:  \(bold: "look \(view.name)")",
        width: width)
      return
    }
    show(view, name, &response)
  }

  /// The view that `argument` begins with, and the name behind it.
  static func lookedAt(_ argument: String) -> (view: LookView, name: String?)? {
    let words = argument.lowercased().split(separator: " ").map(String.init)
    // The longest name that the line begins with, so that names may be several words.
    let known = LookView.all.flatMap { view in
      ([view.name] + view.otherNames).map { (name: $0, view: view) }
    }.filter { words.starts(with: $0.name.split(separator: " ").map(String.init)) }
    guard let (called, view) = known.max(by: { $0.name.count < $1.name.count }) else { return nil }
    let count = called.split(separator: " ").count
    let rest = argument.split(separator: " ").dropFirst(count).joined(separator: " ")
    return (view, rest.isEmpty ? nil : rest)
  }

  private mutating func show(_ view: LookView, _ name: String?, _ response: inout Response) {
    switch view.make {
    case .action(let make):
      guard let action = action(called: name, "look \(view.name)", &response) else { return }
      let judgement = judge().judge(action)
      answer(make(judgement), judgement, &response)
    case .prospect(let make):
      guard let action = action(called: name, "look \(view.name)", &response) else { return }
      let judge = judge()
      // All groups are shown, even where one of them is named.
      let isWhole = view.name == "groups" && action.group != nil
      let whole = isWhole ? workspace.actionPlace(action.name) : nil
      let judgement = judge.judge(whole.map { workspace.actions[$0] } ?? action)
      answer(make(judgement, judge), judgement, &response)
    case .actions(let make):
      guard !workspace.actions.isEmpty else {
        response.refuse(Self.noAction, width: width)
        return
      }
      let judge = judge()
      let judgements = workspace.actions.map { judge.judge($0) }
      var view = make(judgements)
      view.sayFoot(judgements)
      answer(view, &response)
    case .charter(let make): answer(make(workspace.charter), &response)
    }
  }

  /// Shows a view of one action, and for which group where it is about several.
  private mutating func answer(
    _ view: View, _ judgement: Judgement, _ response: inout Response
  ) {
    var view = view
    if view.name != "groups" { view.sayWorstOff(judgement) }
    view.sayLeftOut([judgement])
    answer(view, &response)
    tellWhatIsAtHand(besides: judgement.action, &response)
  }

  private mutating func listViews(_ response: inout Response) {
    let column = (LookView.all.map { TextWidth.of($0.name) }.max() ?? 0) + 7
    var lines: [StyledText] = []
    for view in LookView.all {
      lines += ReferenceLayout.row(
        .bold("look \(view.name)"), StyledText(view.summary), column: column, width: width)
    }
    lines += TextLayout.wrap(
      "Why one would look, and an example:  \(bold: "help look align")", width: width)
    answer(lines, &response)
  }
}
