public import AdvocateDiagnostics

/// What a session answers to a line.
public struct Response: Sendable {
  /// One thing to show.
  public enum Piece: Sendable {
    /// Lines that fit the session's width.
    case lines([StyledText])
    /// A finding about a line.
    case finding(Diagnostic)
  }

  /// What to show, in order.
  public var pieces: [Piece] = []
  /// Whether the session is over.
  public var isOver = false
  /// Whether the screen is to be cleared first.
  public var clearsScreen = false

  /// How many of the first pieces show something that was asked for, so that they may be read page
  /// by page; what follows them stands beside the next line.
  public var piecesForReading = 0
  /// Whether lines are to be shown plainly from now on; nil to leave that as it is.
  public var plain: Bool?

  /// How many findings in files are not among the pieces, since there are too many.
  public internal(set) var untold = 0
  /// Whether the line asked for what cannot be had, so that what is shown only says why.
  public internal(set) var isRefused = false
  /// Whether a file could not be written.
  public internal(set) var hasFailedToWrite = false
  /// How many expectations hold that the line said.
  var heldExpectations = 0
  /// What the next line begins with, so that it can be completed instead of typed again.
  public var beginning = ""
  /// Whether that is only offered, so that what is typed first takes its place.
  public var isBeginningOffered = false

  /// Creates an answer that shows nothing.
  public init() {}

  /// The findings among the pieces.
  public var findings: [Diagnostic] {
    pieces.compactMap { if case .finding(let finding) = $0 { finding } else { nil } }
  }

  mutating func say(_ text: StyledText, width: Int) {
    show(TextLayout.wrap(text, width: width))
  }

  /// Says why a line cannot be answered.
  mutating func refuse(_ text: StyledText, width: Int) {
    say(text, width: width)
    isRefused = true
  }

  mutating func show(_ lines: [StyledText]) {
    guard !lines.isEmpty else { return }
    pieces.append(.lines(lines))
  }

  /// Drops the findings from `start` on of which too many are shown already, and counts them.
  ///
  /// - Parameters:
  ///   - start: the first piece that may go.
  ///   - shown: how many are shown; those that stay are added.
  mutating func keepFindings(from start: Int, _ shown: inout Int) {
    let before = pieces.count
    var place = start
    while place < pieces.count {
      if case .finding = pieces[place] {
        if shown >= Limits.mostFindings {
          pieces.remove(at: place)
          continue
        }
        shown += 1
      }
      place += 1
    }
    untold += before - pieces.count
  }

  mutating func report(_ diagnostics: [Diagnostic]) {
    pieces += diagnostics.map { .finding($0) }
  }
}
