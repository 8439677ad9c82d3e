import AdvocateSyntax

/// Actions and groups of customers by their names.
extension Workspace {
  /// The action that `name` names, and the group where it reads `ACTION for GROUP`.
  func actionAndGroup(
    _ name: Phrase
  ) throws(CharterError) -> (place: Int, group: String?) {
    do { return (try action(name), nil) } catch {
      let words = name.text.split(separator: " ")
      for joint in words.indices.reversed()
      where words[joint].lowercased() == Keyword.group && joint > 0 && joint + 1 < words.count {
        let action = words[..<joint].joined(separator: " ")
        let group = words[(joint + 1)...].joined(separator: " ")
        guard case .found(let place) = NameMatch.find(action, among: actions.map(\.name)) else {
          continue
        }
        let groups = actions[place].eachGroup.compactMap(\.group)
        if case .found(let own) = NameMatch.find(group, among: groups) {
          return (place, groups[own])
        }
      }
      throw error
    }
  }

  /// What `block` is about: the action with all its groups, or what it is to one of them.
  ///
  /// - Returns: nil where the action, or the group, is not there any more.
  public func action(expectedBy block: ExpectationBlock) -> Action? {
    guard let place = actionPlace(block.action) else { return nil }
    guard let group = block.group?.lowercased() else { return actions[place] }
    return actions[place].eachGroup.first { $0.group?.lowercased() == group }
  }
}
