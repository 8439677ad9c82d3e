import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateExplanation

/// The command that holds words up to those who say them.
extension Session {
  mutating func mirror(_ argument: String?, _ response: inout Response) {
    let mirror = Mirror(workspace.charter)
    guard !mirror.families.isEmpty else {
      response.refuse(
        """
        This charter has no words to listen for. They are said like this:  phrases hurry talk, \
        and below it:  says only today
        """, width: width)
      return
    }
    guard let argument else {
      guard let action = action(called: nil, "mirror", &response) else { return }
      return self.mirror(action, mirror, &response)
    }
    if let action = namedAction(argument) { return self.mirror(action, mirror, &response) }
    if let name = fileToMirror(argument) { return mirrorFile(name, mirror, &response) }
    answer(.mirror(argument, mirror), &response)
  }

  /// Holds up the words of an action, those for single groups of customers among them.
  private mutating func mirror(
    _ action: Action, _ mirror: Mirror, _ response: inout Response
  ) {
    var judgement = judge().judge(action.shared)
    judgement.action = action
    var view = View.mirror(judgement, mirror)
    if action.groups.contains(where: { !$0.statements.isEmpty }) {
      view.say("What rules count in words is told of the lines for all groups.")
    }
    answer(view, &response)
  }

  /// The action that `words` name in full or by number; a part of a name is a text like any other.
  private func namedAction(_ words: String) -> Action? {
    if let place = workspace.actionPlace(words) { return workspace.actions[place] }
    guard let number = Int(words), workspace.actions.indices.contains(number - 1) else {
      return nil
    }
    return workspace.actions[number - 1]
  }

  /// The file that is meant, where the words are `file` and a name rather than a sentence.
  private func fileToMirror(_ words: String) -> String? {
    guard words.lowercased().hasPrefix("file ") else { return nil }
    let name = String(words.dropFirst(5).drop { $0 == " " })
    return files.exists(name) || !name.contains(" ") ? name : nil
  }

  private mutating func mirrorFile(
    _ name: String, _ mirror: Mirror, _ response: inout Response
  ) {
    switch files.read(name) {
    case .failure(.isFolder):
      response.refuse(
        """
        \(bold: name) is a folder. All texts in it are read from the command line:  advocate \
        mirror \(name)
        """, width: width)
    case .failure(let error): report([error.diagnostic(file: name)], &response)
    case .success(let bytes):
      if bytes.prefix(4096).contains(0) {
        report([FileError.binary.diagnostic(file: name)], &response)
        return
      }
      answer(.mirror(String(decoding: bytes, as: UTF8.self), mirror, name: name), &response)
    }
  }
}
