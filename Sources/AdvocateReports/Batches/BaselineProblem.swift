public import AdvocateCharter
public import AdvocateDiagnostics

/// Why a file cannot stand as what came out before.
public enum BaselineProblem: Error, Sendable, Equatable {
  /// Where something stands.
  public enum Place: Sendable, Equatable {
    /// In a line.
    case line(Int)
    /// In one of the actions of a document, counted from 1.
    case action(Int)
  }

  /// It is no text, or packed.
  case file(FileError)
  /// It holds no verdicts at all.
  case noVerdicts
  /// A line of it is cut off or damaged.
  case damaged(line: Int)
  /// No action with its verdict stands where one is due.
  case nothingNamed(Place)
  /// What stands in place of a score is none.
  case score(String, Place)
  /// A verdict is none of those that the charter gives.
  case verdict(String, Place, known: [String])

  /// What is told of the file called `name`.
  public func sentence(_ name: String) -> StyledText {
    let rest: StyledText =
      switch self {
      case .file(let error): error.diagnostic(file: name).sentences.first ?? StyledText()
      case .noVerdicts: "\(bold: name) holds no verdicts of an earlier run"
      case .damaged(let line): "\(bold: name) is cut off or damaged in line \(String(line))"
      case .nothingNamed(let place):
        "\(bold: name) names no action with its verdict in \(place.words)"
      case .score(let text, let place):
        """
        \(bold: name) has "\(HarmlessText.of(text))" for a score in \(place.words), and scores go \
        from 0 to 100, as in 46.875
        """
      case .verdict(let word, let place, let known):
        """
        \(bold: name) has the verdict "\(HarmlessText.of(word))" in \(place.words), and this \
        charter gives none of that name. It gives: \
        \(known.map { HarmlessText.of($0) }.joined(separator: ", "))
        """
      }
    if case .file = self { return rest }
    return rest + StyledText(". So nothing was judged.")
  }
}

extension BaselineProblem.Place {
  fileprivate var words: String {
    switch self {
    case .line(let number): "line \(number)"
    case .action(let number): "action \(number)"
    }
  }
}
