public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics

extension View {
  /// A prediction that waits to be revealed.
  public struct OpenPrediction: Sendable, Equatable {
    /// The plan.
    public var action: String
    /// The verdict that was predicted.
    public var said: String
    /// How sure of it somebody was; nil where that was not said.
    public var sure: Int?

    /// Creates a prediction that waits.
    ///
    /// - Parameters:
    ///   - action: the plan.
    ///   - said: the verdict that was predicted.
    ///   - sure: how sure of it somebody was; nil where that was not said.
    public init(action: String, said: String, sure: Int?) {
      (self.action, self.said, self.sure) = (action, said, sure)
    }
  }

  /// How sure somebody was of predictions, beside how often they came true.
  ///
  /// - Parameters:
  ///   - session: those that this session revealed.
  ///   - overTime: those of all sessions, this one included; nil where none are kept.
  ///   - open: those that wait.
  ///   - damaged: how many kept lines could not be read.
  public static func predictions(
    _ session: [RevealedPrediction], overTime: [RevealedPrediction]?, open: [OpenPrediction],
    damaged: Int = 0
  ) -> View {
    var view = View("predict")
    let (now, ever) = (Calibration(of: session), overTime.map { Calibration(of: $0) })
    let isMore = (overTime?.count ?? 0) > session.count
    for wait in open {
      let sure = wait.sure.map { ", \($0) sure" } ?? ""
      view.say("Waiting for \(bold: "judge"): \(wait.action), \(wait.said)\(sure).")
    }
    if session.isEmpty, !isMore {
      view.say(open.isEmpty ? nothingYet : "Nothing has been revealed yet.")
    }
    if !session.isEmpty {
      if isMore { view.parts.append(.heading("This session")) }
      view.tell(now)
    }
    if isMore, let ever {
      view.parts.append(.heading("Over time"))
      view.tell(ever)
    }
    if !session.isEmpty || isMore { view.tellKey(isMore ? ever ?? now : now) }
    if damaged > 0 {
      let which = damaged == 1 ? "1 line that was kept" : "\(damaged) lines that were kept"
      view.say("\(which) could not be read and \(damaged == 1 ? "is" : "are") left out.")
    }
    view.record(now, "")
    if let ever { view.record(ever, "overTime") }
    view.record("damagedLines", .count(damaged))
    view.parts.append(.data(table("predictions", now)))
    if let ever { view.parts.append(.data(table("predictionsOverTime", ever))) }
    return view
  }

  private static let nothingYet: StyledText = """
    Nothing has been predicted yet. Before \(bold: "judge") tells the verdict on a plan, say what \
    it will be, and from 50 to 99 how sure you are:  predict mixed sure 70
    """

  // MARK: - In words

  /// Says how often what was said came true; `noun` is what one such saying is called.
  mutating func tell(_ calibration: Calibration, noun: String = "prediction") {
    let all = calibration.all
    if let sure = all.meanSureness, let percent = all.percentTrue, let score = all.score {
      say(
        """
        \(all.cameTrue) of \(Words.count(all.count, noun)) came true, \
        \(percent.decimal(places: 0)) in 100, and on average you were \
        \(sure.decimal(places: 0)) sure. Brier score \(score.decimal(places: 2)).
        """)
      let bars = CalibrationBars(calibration)
      parts.append(.drawing(Drawing(wide: bars.wide(), narrow: bars.narrow())))
    }
    if calibration.uncounted > 0 {
      let count = calibration.uncounted
      say(
        """
        \(Words.count(count, noun)) said no sureness, so \
        \(count == 1 ? "it is" : "they are") not counted.
        """)
    }
  }

  /// Says how the bars and the score are read.
  mutating func tellKey(_ calibration: Calibration, noun: String = "prediction") {
    guard calibration.all.count > 0 else { return }
    say(
      """
      A bar is how many came true, the upright line where you said they would. Of the Brier score \
      0 is best; always saying 50 brings 0.25.
      """)
    if calibration.all.count < 10 {
      say("Fewer than ten \(noun)s tell little yet.")
    }
  }

  // MARK: - For programs

  /// Records the figures for programs, their names after `prefix`.
  mutating func record(_ calibration: Calibration, _ prefix: String) {
    func name(_ word: String) -> String {
      prefix.isEmpty ? word : prefix + word.prefix(1).uppercased() + word.dropFirst()
    }
    let all = calibration.all
    record(name("counted"), .count(all.count))
    record(name("cameTrue"), .count(all.cameTrue))
    record(name("meanSure"), all.meanSureness.map { .number($0) } ?? .absent)
    record(name("brierScore"), all.score.map { .number($0) } ?? .absent)
    record(name("uncounted"), .count(calibration.uncounted))
  }

  /// How often each ten of sureness came true, as rows called `name`.
  static func table(_ name: String, _ calibration: Calibration) -> Table {
    let columns: [Table.Column] = [
      .init("sure", "sure"),
      .init("counted", name == "expectations" ? name : "predictions", isRight: true),
      .init("cameTrue", "came true", isRight: true),
      .init("meanSure", "said on average", isRight: true),
    ]
    return Table(
      name, columns: columns,
      rows: calibration.groups.map { group in
        let sure = group.meanSureness
        return [
          .init(StyledText(CalibrationBars.label(group))),
          .init(StyledText(String(group.count)), .count(group.count)),
          .init(StyledText(String(group.cameTrue)), .count(group.cameTrue)),
          .init(StyledText(sure?.decimal(places: 0) ?? ""), sure.map { .number($0) } ?? .absent),
        ]
      })
  }
}

/// A bar for each ten of sureness: how many came true, and where they were said to.
private struct CalibrationBars {
  /// The columns of a bar: each is four of a hundred.
  private static let barWidth = 25

  let groups: [Calibration.Group]

  init(_ calibration: Calibration) { groups = calibration.groups }

  static func label(_ group: Calibration.Group) -> String {
    "\(group.sureness.lowerBound) to \(group.sureness.upperBound)"
  }

  func wide() -> [StyledText] {
    groups.map { StyledText("\(Self.label($0)) sure  \(bar($0))  \(words($0))") }
  }

  func narrow() -> [StyledText] {
    groups.flatMap { group in
      [StyledText("\(Self.label(group))  \(bar(group))"), StyledText("  \(words(group))")]
    }
  }

  private func words(_ group: Calibration.Group) -> String {
    let sure = group.meanSureness?.decimal(places: 0) ?? ""
    return "\(group.cameTrue) of \(group.count) came true, said \(sure)"
  }

  /// The bar, and in it, as a column of its own, the line at what was said.
  private func bar(_ group: Calibration.Group) -> String {
    let width = Self.barWidth
    let filled = (2 * group.cameTrue * width + group.count) / (2 * group.count)
    let sure = Int(group.meanSureness?.decimal(places: 0) ?? "") ?? 0
    let line = (2 * sure * width + 100) / 200
    var bar = ""
    for column in 0..<width {
      if column == line { bar += "│" }
      bar += column < filled ? "█" : "─"
    }
    return line == width ? bar + "│" : bar
  }
}
