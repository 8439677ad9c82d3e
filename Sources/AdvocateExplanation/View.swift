public import AdvocateCharter
public import AdvocateDiagnostics

/// One answer that can be told as text, as Markdown and as JSON.
///
/// A view holds what is to be said, not how it is laid out: sentences, tables, drawings, lines to
/// type. What a drawing shows is also said by the words or the table beside it, so that nobody
/// must see it.
public struct View: Sendable, Equatable {
  /// One part of a view, in reading order.
  public enum Part: Sendable, Equatable {
    /// Sentences.
    case paragraph(StyledText)
    /// Sentences that text shortens, and JSON and Markdown tell in full.
    case shortened(StyledText, full: StyledText)
    /// A heading over the parts that follow it.
    case heading(String)
    /// Points of a list, each a sentence or two.
    case list([StyledText])
    /// Rows of figures or names.
    case table(Table)
    /// Rows that text and Markdown show; JSON has them in the `data` of the same name.
    case sheet(Table)
    /// Rows that a drawing beside them already tells: text leaves them out, JSON and Markdown do
    /// not.
    case data(Table)
    /// Lines that are drawn: they are shown as they are, and never wrapped.
    case drawing(Drawing)
    /// Sentences in which some words are underlined.
    case marked(Marked)
    /// Lines that can be typed as they stand.
    case lines([String])
  }

  /// What the view is called after `look`, and in JSON.
  public var name: String
  /// The parts in reading order.
  public var parts: [Part]
  /// What a program reads of it, beside the tables: figures by their names.
  public var figures: [(name: String, value: Figure)]

  /// Creates a view.
  ///
  /// - Parameters:
  ///   - name: what it is called after `look`, and in JSON.
  ///   - parts: the parts in reading order.
  ///   - figures: what a program reads of it, beside the tables.
  public init(
    _ name: String, parts: [Part] = [], figures: [(name: String, value: Figure)] = []
  ) {
    self.name = name
    self.parts = parts
    self.figures = figures
  }

  /// Adds sentences.
  public mutating func say(_ text: StyledText) { parts.append(.paragraph(text)) }

  /// Adds sentences that text shortens.
  mutating func say(_ text: StyledText, full: StyledText) {
    parts.append(text == full ? .paragraph(full) : .shortened(text, full: full))
  }

  /// Adds a figure that a program reads.
  public mutating func record(_ name: String, _ value: Figure) { figures.append((name, value)) }

  /// Whether two views say the same.
  public static func == (left: View, right: View) -> Bool {
    left.name == right.name && left.parts == right.parts
      && left.figures.map(\.name) == right.figures.map(\.name)
      && left.figures.map(\.value) == right.figures.map(\.value)
  }
}

extension View {
  /// A value as a program reads it.
  public indirect enum Figure: Sendable, Equatable {
    /// Text.
    case text(String)
    /// An exact number.
    case number(Number)
    /// Yes or no.
    case truth(Bool)
    /// Several values in order.
    case list([Figure])
    /// Nothing is known.
    case absent

    /// A whole number.
    public static func count(_ value: Int) -> Figure { .number(Number(value)) }

    /// Points that are kept as halves.
    public static func points(halves: Int) -> Figure {
      Number(halves).divided(by: Number(2)).map { .number($0) } ?? .absent
    }
  }

  /// Rows under headings.
  public struct Table: Sendable, Equatable {
    /// A column.
    public struct Column: Sendable, Equatable {
      /// The name of its values in JSON.
      public var key: String
      /// What stands over it.
      public var heading: String
      /// Whether its values stand at its right edge, as figures do.
      public var isRight: Bool

      /// Creates a column.
      ///
      /// - Parameters:
      ///   - key: the name of its values in JSON.
      ///   - heading: what stands over it; where there is none, its key does without.
      ///   - isRight: whether its values stand at its right edge.
      public init(_ key: String, _ heading: String, isRight: Bool = false) {
        self.key = key
        self.heading = heading
        self.isRight = isRight
      }
    }

    /// What stands in one row of one column.
    public struct Cell: Sendable, Equatable {
      /// What a person reads.
      public var text: StyledText
      /// What a program reads.
      public var figure: Figure

      /// Creates a cell in which a program reads the same text as a person.
      public init(_ text: StyledText) { self.init(text, .text(text.plain)) }

      /// Creates a cell.
      public init(_ text: StyledText, _ figure: Figure) {
        self.text = text
        self.figure = figure
      }
    }

    /// The name of the rows in JSON.
    public var name: String
    /// The columns from left to right; the first names the row.
    public var columns: [Column]
    /// The rows; each has a cell for each column.
    public var rows: [[Cell]]

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - name: the name of the rows in JSON.
    ///   - columns: the columns from left to right; the first names the row.
    ///   - rows: the rows, each with a cell for each column.
    public init(_ name: String, columns: [Column], rows: [[Cell]] = []) {
      self.name = name
      self.columns = columns
      self.rows = rows
    }
  }

  /// A drawing at the widths for which it was made.
  public struct Drawing: Sendable, Equatable {
    /// The lines where there is room for `wideWidth` columns.
    public var wide: [StyledText]
    /// The columns of the widest of them.
    public var wideWidth: Int
    /// The lines where there is not; at most 40 columns.
    public var narrow: [StyledText]

    /// Creates a drawing.
    ///
    /// - Parameters:
    ///   - wide: the lines for wide windows.
    ///   - narrow: the lines for windows of 40 columns; the same where none are given.
    public init(wide: [StyledText], narrow: [StyledText]? = nil) {
      self.wide = wide
      wideWidth = wide.map { TextWidth.of($0.plain) }.max() ?? 0
      self.narrow = narrow ?? wide
    }
  }
}
