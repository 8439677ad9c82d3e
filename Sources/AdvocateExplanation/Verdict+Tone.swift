public import AdvocateCharter
public import AdvocateDiagnostics
public import AdvocateEvaluation

extension Verdict {
  /// The tone in which the word for it is shown.
  public func tone(in charter: Charter) -> StyledText.Tone {
    switch self {
    case .band(let place): charter.tone(ofBand: place)
    case .silent: .middling
    case .vetoed: .vetoed
    }
  }

  /// The word for it, in its tone.
  func styledName(in charter: Charter) -> StyledText {
    StyledText(name(in: charter), .verdict(tone(in: charter)))
  }
}
