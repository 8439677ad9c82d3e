public import AdvocateDiagnostics

extension View {
  /// Sentences in which some words are underlined.
  public struct Marked: Sendable, Equatable {
    /// A stretch of a sentence, and what it is an example of.
    public struct Mark: Sendable, Equatable {
      /// Its bytes in the sentence.
      public var range: Range<Int>
      /// What it is an example of.
      public var kind: String

      /// Creates a mark.
      public init(range: Range<Int>, kind: String) {
        self.range = range
        self.kind = kind
      }
    }

    /// A sentence.
    public struct Sentence: Sendable, Equatable {
      /// Where it stands, as in `line 12`; nil where that goes without saying.
      public var place: String?
      /// Its words.
      public var text: String
      /// What is underlined in it, from the left.
      public var marks: [Mark]

      /// Creates a sentence.
      ///
      /// - Parameters:
      ///   - place: where it stands.
      ///   - text: its words.
      ///   - marks: what is underlined in it, from the left.
      public init(place: String?, text: String, marks: [Mark]) {
        self.place = place
        self.text = text
        self.marks = marks
      }
    }

    /// The most sentences that a screen shows.
    public static let mostShown = 30

    /// The sentences in order.
    public var sentences: [Sentence]

    /// Creates a list of sentences.
    public init(_ sentences: [Sentence]) { self.sentences = sentences }
  }
}

extension View.Marked.Sentence {
  /// The words, those that are marked in bold.
  public var styled: StyledText {
    let bytes = Array(text.utf8)
    var styled = StyledText()
    var place = 0
    for mark in marks {
      let from = min(max(place, mark.range.lowerBound), bytes.count)
      let to = min(max(from, mark.range.upperBound), bytes.count)
      styled.append(String(decoding: bytes[place..<from], as: UTF8.self))
      styled.append(String(decoding: bytes[from..<to], as: UTF8.self), .bold)
      place = to
    }
    styled.append(String(decoding: bytes[place...], as: UTF8.self))
    return styled
  }
}

extension View.Marked.Sentence {
  /// The words, with signs in place of the blanks inside marks, so that no line ends there.
  fileprivate var unbroken: StyledText {
    styled.runs.reduce(into: StyledText()) { text, run in
      text.append(
        run.style == .bold ? String(run.text.map { $0 == " " ? "\u{A0}" : $0 }) : run.text,
        run.style)
    }
  }
}

extension StyledText {
  /// The same with blanks in place of such signs.
  fileprivate var withBlanks: StyledText {
    runs.reduce(into: StyledText()) { text, run in
      text.append(String(run.text.map { $0 == "\u{A0}" ? " " : $0 }), run.style)
    }
  }
}

extension View.Marked {
  /// Each line of a sentence, and below it a line that underlines what is marked.
  func show(on page: inout Page) {
    var place: String?
    for sentence in sentences.prefix(Self.mostShown) {
      if let next = sentence.place, next != place { page.paragraph(StyledText(next + ":")) }
      place = sentence.place
      let lines = TextLayout.wrap(
        sentence.unbroken, width: page.width, first: StyledText("  "), indent: 2)
      for line in lines.map(\.withBlanks) {
        page.drawn([line])
        let under = Self.underline(line)
        if !under.isEmpty { page.drawn([under]) }
      }
    }
    let rest = sentences.count - Self.mostShown
    if rest > 0 {
      page.paragraph(
        StyledText("and \(rest) more \(rest == 1 ? "sentence" : "sentences"); as json shows all"))
    }
  }

  /// Signs below the bold words of `line`, a sign for each column.
  private static func underline(_ line: StyledText) -> StyledText {
    var signs = ""
    for run in line.runs {
      let sign = run.style == .bold ? "‾" : " "
      signs += String(repeating: sign, count: TextWidth.of(run.text))
    }
    while signs.last == " " { signs.removeLast() }
    return StyledText(signs)
  }
}
