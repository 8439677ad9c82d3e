public import AdvocateCharter
import AdvocateDiagnostics

extension View {
  /// Every idea of the articles, and what makes it real in this program.
  ///
  /// A rule that the charter in force does not have is told as missing.
  public static func ideas(_ charter: Charter) -> View {
    var view = View("ideas")
    let rules = Set(charter.rules.lazy.filter(\.isUsed).map(\.name))
    let rows = Idea.all.map { row($0, rules) }
    view.record("count", .count(rows.count))
    view.say("The ideas behind this program, each with the rule or the line that makes it real.")
    for article in Idea.Article.allCases {
      view.parts.append(.heading(article.rawValue))
      let own = zip(Idea.all, rows).filter { $0.0.article == article }.map(\.1)
      view.parts.append(.sheet(Table("ideas", columns: columns, rows: own.map { [$0[1], $0[2]] })))
    }
    let all: [Table.Column] = [.init("article", "article")] + columns
    view.parts.append(.data(Table("ideas", columns: all, rows: rows)))
    return view
  }

  private static let columns: [Table.Column] = [
    .init("idea", "idea"), .init("real", "made real by"),
  ]

  private static func row(_ idea: Idea, _ rules: Set<String>) -> [Table.Cell] {
    let real: StyledText
    switch idea.real {
    case .line(let line): real = .bold(line)
    case .rule(let rule) where rules.contains(rule): real = StyledText("rule \(rule)")
    case .rule(let rule): real = StyledText("rule \(rule), which this charter does not have")
    }
    return [
      .init(StyledText(idea.article.rawValue)), .init(StyledText(idea.text)), .init(real),
    ]
  }
}
