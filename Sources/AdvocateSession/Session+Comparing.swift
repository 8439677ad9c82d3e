import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation
import AdvocateExplanation
import AdvocateReports
import AdvocateSyntax

/// Commands that set actions, or charters, side by side.
extension Session {
  // MARK: - Actions

  mutating func rank(_ argument: String?, _ response: inout Response) {
    guard argument == nil || argument?.lowercased() == "all" else {
      response.refuse(
        "rank orders all actions. For some of them:  compare ACTION with ACTION", width: width)
      return
    }
    guard !workspace.actions.isEmpty else {
      response.refuse(Self.noAction, width: width)
      return
    }
    var actions = workspace.actions
    if workspace.actionPlace(Action.doNothing.name) == nil { actions.append(.doNothing) }
    let judge = judge()
    let judgements = actions.compactMap { Interruption.isRequested ? nil : judge.judge($0) }
    guard !Interruption.isRequested else { return }
    let ranking = Ranking(judgements)
    answer(
      RankScreen.render(ranking, width: width), json: JSONReport.document(ranking), &response)
  }

  mutating func compare(_ names: Phrase?, _ response: inout Response) {
    guard let actions = comparedActions(names, &response) else { return }
    guard actions.count <= Comparison.mostActions else {
      response.refuse(
        """
        compare takes up to \(Comparison.mostActions) actions, and these are \(actions.count). \
        \(bold: "rank") orders all.
        """, width: width)
      return
    }
    let judge = judge()
    let comparison = Comparison(actions.map { judge.judge($0) })
    answer(
      CompareScreen.render(comparison, width: width), json: JSONReport.document(comparison),
      &response)
  }

  /// The actions that `compare` names, each once; without names all, or the only one and nothing.
  mutating func comparedActions(
    _ names: Phrase?, _ response: inout Response
  ) -> [Action]? {
    guard !workspace.actions.isEmpty else {
      response.refuse(Self.noAction, width: width)
      return nil
    }
    guard let names else {
      return workspace.actions.count == 1 ? workspace.actions + [.doNothing] : workspace.actions
    }
    let pieces =
      Self.parted(names.text) { isKnown($0, part: false) }
      ?? Self.parted(names.text) { isKnown($0, part: true) }
      ?? Self.looselyParted(names.text) { isKnown($0, part: true) }
      ?? Self.plainlyParted(names.text)
    var actions: [Action] = []
    for piece in pieces {
      guard let action = action(called: piece, "compare", &response) else { return nil }
      if !actions.contains(where: { $0.title == action.title }) { actions.append(action) }
    }
    if pieces.count == 1 { actions.append(.doNothing) }
    guard actions.count > 1 else {
      let first = actions.first ?? workspace.actions[0]
      response.refuse(
        "An action is compared with another, as in:  compare \(first.name) with do nothing",
        width: width)
      return nil
    }
    return actions
  }

  /// Whether an action is called `name`: in full, or with `part` by its number or a part of it.
  private func isKnown(_ name: String, part: Bool) -> Bool {
    if name.lowercased() == Action.doNothing.name || workspace.actionPlace(name) != nil {
      return true
    }
    if let (place, group) = groupNamed(name),
      case .found = NameMatch.find(
        group, among: workspace.actions[place].eachGroup.compactMap(\.group))
    {
      return true
    }
    guard part, case .found = NameMatch.find(name, among: workspace.actions.map(\.name)) else {
      return false
    }
    return true
  }

  /// The most places at which a line is parted.
  private static let mostParts = 40

  /// `text` parted at the word `with` into known names, of which the first is as long as can be;
  /// nil where it cannot be parted so.
  static func parted(_ text: String, isKnown: (String) -> Bool) -> [String]? {
    let words = text.split(separator: " ")
    let joints = words.indices.filter { words[$0].lowercased() == "with" }
    guard joints.count <= mostParts else { return nil }
    // The beginnings from which the rest is known not to part.
    var hopeless: Set<Int> = []
    func parts(from start: Int) -> [String]? {
      guard start < words.count, !hopeless.contains(start) else { return nil }
      for end in ([words.count] + joints.reversed()) where end > start {
        let name = words[start..<end].joined(separator: " ")
        guard isKnown(name) else { continue }
        if end == words.count { return [name] }
        if let rest = parts(from: end + 1) { return [name] + rest }
      }
      hopeless.insert(start)
      return nil
    }
    return parts(from: 0)
  }

  /// `text` parted at commas, or at commas and the word `and`, into known names; nil where it
  /// cannot be parted so.
  private static func looselyParted(_ text: String, isKnown: (String) -> Bool) -> [String]? {
    let atCommas = text.split(separator: ",").joined(separator: " with ")
    let words = atCommas.split(separator: " ").map { $0.lowercased() == "and" ? "with" : $0 }
    return parted(atCommas, isKnown: isKnown)
      ?? parted(words.joined(separator: " "), isKnown: isKnown)
  }

  private static func plainlyParted(_ text: String) -> [String] {
    text.split(separator: " ").split { $0.lowercased() == "with" }
      .map { $0.joined(separator: " ") }
  }

  // MARK: - Charters

  /// The words for the charter in force.
  static let inForce = "in force"

  mutating func difference(
    _ names: Phrase?, _ line: SourceLine, _ response: inout Response
  ) {
    guard let names else {
      response.refuse("Two charters are set side by side, as in:", width: width)
      response.say("  difference customer first with in force", width: width)
      response.say("A charter is customer first, a file, or the one in force.", width: width)
      return
    }
    let (first, second) = charterNames(names)
    guard let before = charter(first, line, &response),
      let after = charter(second, line, &response)
    else { return }
    let difference = CharterDifference(
      from: before, to: after, actions: workspace.actions, readBy: workspace.charter)
    answer(
      DifferenceScreen.render(
        difference, before: called(first), after: called(second), width: width),
      json: JSONReport.document(difference), &response)
  }

  /// The two names, parted at the word `with`; one name alone is compared with what is in force.
  private func charterNames(_ names: Phrase) -> (Phrase, Phrase) {
    let words = names.text.split(separator: " ")
    let joints = words.indices.filter {
      words[$0].lowercased() == "with" && $0 > 0 && $0 + 1 < words.count
    }
    func parted(at place: Int) -> (Phrase, Phrase) {
      let left = words[..<place].joined(separator: " ")
      let right = words[(place + 1)...].joined(separator: " ")
      let (start, end) = (names.span.start, names.span.end)
      return (
        Phrase(left, SourceSpan(start, min(end, start + left.utf8.count))),
        Phrase(right, SourceSpan(max(start, end - right.utf8.count), end))
      )
    }
    guard let last = joints.last else { return (names, Phrase(Self.inForce, names.span)) }
    let known = joints.reversed().map(parted).first { isCharter($0.0) && isCharter($0.1) }
    return known ?? parted(at: last)
  }

  private func isInForce(_ name: Phrase) -> Bool {
    let folded = name.text.lowercased()
    return folded == Self.inForce
      || folded == workspace.charter.name.lowercased() && folded != BuiltInCharter.name
  }

  private func isCharter(_ name: Phrase) -> Bool {
    isInForce(name) || name.text.lowercased() == BuiltInCharter.name || files.exists(name.text)
  }

  private func called(_ name: Phrase) -> String {
    name.text.lowercased() == Self.inForce ? "the charter in force" : name.text
  }

  private mutating func charter(
    _ name: Phrase, _ line: SourceLine, _ response: inout Response
  ) -> Charter? {
    if isInForce(name) { return workspace.charter }
    var reader = ScriptReader(files: files.read)
    let result = reader.charter(name, line)
    report(reader, &response)
    switch result {
    case .failure(let box):
      report([box.diagnostic], &response)
      return nil
    case .success(let charter): return charter
    }
  }
}
