import AdvocateDiagnostics

/// A screen that is read from the last row: few lines, pauses, and hidden on demand.
struct RoomScreen {
  /// The columns that lines may take.
  static let columns = 72
  /// The rows that an answer may take, the prompt below it included.
  static let rows = 18

  /// Whether nothing is to be seen.
  var isHidden = false
  /// Whether each line waits for Enter.
  var isPausing = false
  /// What is still to be shown, page by page.
  var rest: [[StyledText]] = []
  /// What is on the screen.
  var shown: [StyledText] = []

  /// `lines` in pages that fit, parted at an empty line where one is near the end.
  static func pages(_ lines: [StyledText]) -> [[StyledText]] {
    let most = rows - 1
    var pages: [[StyledText]] = []
    var rest = lines[...]
    while rest.count > most {
      let page = rest.prefix(most)
      let gaps = page.indices.filter { page[$0].plain.allSatisfy { $0 == " " } }
      let late = gaps.filter { $0 - rest.startIndex >= most / 2 }
      // A heading alone does not end a page.
      let end =
        late.last { gap in !gaps.contains(gap - 2) && !gaps.contains(gap - 3) } ?? late.last
        ?? page.endIndex
      pages.append(Array(rest[..<end]))
      rest = rest[end...].drop { $0.isEmpty }
    }
    if !rest.isEmpty { pages.append(Array(rest)) }
    return pages
  }

  /// `lines` one by one; what goes on from the line above stays with it, and so do empty lines.
  static func steps(_ pieces: [[StyledText]]) -> [[StyledText]] {
    var steps: [[StyledText]] = []
    for piece in pieces {
      // What was said in one breath is one step.
      if piece.count <= 3, piece.contains(where: { !$0.isEmpty }) {
        steps.append(piece)
        continue
      }
      for line in piece {
        let isMore = line.isEmpty || line.plain.hasPrefix("        ")
        if isMore, !steps.isEmpty {
          steps[steps.count - 1].append(line)
        } else {
          steps.append([line])
        }
      }
    }
    return steps.flatMap { pages($0) }
  }
}

extension Session {
  /// Keeps the room's width.
  mutating func fitWidth() {
    if screen != nil { width = min(width, RoomScreen.columns) }
  }

  /// Answers a line that is about the screen alone; nil for any other, which ends what waited.
  mutating func respondOnScreen(_ bytes: [UInt8]) -> Response? {
    guard var now = screen else { return nil }
    let typed = String(decoding: bytes.prefix(40), as: UTF8.self).lowercased()
      .split(separator: " ").joined(separator: " ")
    var response = Response()
    if now.isHidden {
      now.isHidden = false
      screen = now
      response.clearsScreen = true
      if isTyped { response.show(now.shown) }
      return typed.isEmpty || typed == "blank" ? response : nil
    }
    switch typed {
    case "blank":
      now.isHidden = true
      response.clearsScreen = true
    case "bigger pause", "smaller pause":
      now.isPausing = typed == "bigger pause"
      let words: StyledText =
        now.isPausing
        ? "Each line waits for Enter from now on. \(bold: "smaller pause") ends that."
        : "Answers are shown page by page again."
      response.say(words, width: width)
    case "" where !now.rest.isEmpty:
      let page = now.rest.removeFirst()
      // What was shown stays above it as long as there are rows.
      let isFull = now.shown.count + page.count >= RoomScreen.rows
      now.shown = now.isPausing && !isFull ? now.shown + page : page
      response.clearsScreen = true
      response.show(now.shown)
      response.piecesForReading = 1
    default:
      now.rest = []
      screen = now
      return nil
    }
    screen = now
    return response
  }

  /// Keeps an answer within the room's rows: what is longer waits for Enter.
  mutating func fitToScreen(_ response: inout Response) {
    guard var now = screen, isTyped, !response.pieces.isEmpty else { return }
    let pieces = response.pieces.map { piece in
      switch piece {
      case .lines(let lines): lines
      case .finding(let finding):
        DiagnosticRenderer.render(finding, place: .unseen, width: width)
      }
    }
    let lines = pieces.flatMap(\.self)
    let steps = now.isPausing ? RoomScreen.steps(pieces) : RoomScreen.pages(lines)
    guard steps.count > 1, let first = steps.first else {
      // Where the screen comes back, what was wrong with a line is past.
      guard !response.findings.contains(where: { $0.severity == .error && $0.line?.file == nil })
      else { return }
      now.shown = lines
      screen = now
      return
    }
    now.rest = Array(steps.dropFirst())
    now.shown = first
    screen = now
    response.pieces = [.lines(first)]
    response.piecesForReading = 1
    response.clearsScreen = true
  }
}
