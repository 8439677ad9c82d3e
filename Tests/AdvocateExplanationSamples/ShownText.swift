public import AdvocateDiagnostics

extension [StyledText] {
  /// The lines as they are shown without styles, each with its line end.
  public var shown: String { OutputStyle().render(self) }
}
