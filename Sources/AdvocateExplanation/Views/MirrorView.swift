public import AdvocateAnalysis
import AdvocateCharter
import AdvocateDiagnostics
import AdvocateEvaluation

extension View {
  /// What one text says of customers, its words underlined where they stand.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - mirror: what it is read for.
  ///   - name: what the text is called; nil where it was just typed.
  public static func mirror(_ text: String, _ mirror: Mirror, name: String? = nil) -> View {
    var view = View("mirror")
    let reading = mirror.read(text)
    if let name { view.record("document", .text(name)) }
    view.show(reading.marked(mirror, label: nil))
    view.tell(reading, mirror)
    view.say(StyledText(shares(reading) + " · " + notScored))
    return view
  }

  /// What the texts of an action say of customers.
  public static func mirror(_ judgement: Judgement, _ mirror: Mirror) -> View {
    let (action, charter) = (judgement.action, judgement.charter)
    var view = View("mirror")
    view.record("action", .text(action.name))
    let texts = MirrorText.all(of: action, charter)
    guard !texts.isEmpty else {
      let facts = charter.facts.filter { $0.kind == .text }.map { "\($0.name) is (your words)" }
      view.say("\(bold: action.name) says nothing in free words yet. Lines that do:")
      view.parts.append(.lines(facts + ["note (your words)"]))
      return view
    }
    var sum: MirrorReading?
    var sentences: [Marked.Sentence] = []
    for text in texts {
      let reading = mirror.read(text.text)
      sentences += reading.marked(mirror, label: text.label)
      sum = sum.map { $0 + reading } ?? reading
    }
    guard let sum else { return view }
    view.say("\(bold: action.name), in its own words:")
    view.show(sentences)
    view.tell(sum, mirror)
    let counted = CountedWords.all(in: action, judgement.program)
    view.say(StyledText(shares(sum) + " · " + (scored(counted, charter) ?? notScored)))
    return view
  }

  /// How often each of several texts speaks so, and all of them together.
  ///
  /// - Parameters:
  ///   - documents: the texts by their names; each is read when its turn comes.
  ///   - mirror: what they are read for.
  ///   - heading: what they are together.
  public static func mirror(
    documents: [(name: String, reading: MirrorReading)], _ mirror: Mirror, heading: String
  ) -> View {
    var view = View("mirror")
    let sum = documents.dropFirst().reduce(documents.first?.reading) { sum, next in
      sum.map { $0 + next.reading }
    }
    guard let sum else {
      view.say("There is no text to read.")
      return view
    }
    view.say(StyledText(heading))
    let columns =
      [Table.Column("document", "")]
      + mirror.families.map { .init($0.name, $0.name.withoutTalk, isRight: true) }
      + [.init("ours", "we, our", isRight: true), .init("theirs", "you, they", isRight: true)]
    func row(_ name: String, _ reading: MirrorReading) -> [Table.Cell] {
      [.init(StyledText(name))]
        + (reading.counts + [reading.ours, reading.theirs]).map {
          .init(StyledText("\($0)"), .count($0))
        }
    }
    view.parts.append(
      .table(Table("documents", columns: columns, rows: documents.map { row($0.name, $0.reading) }))
    )
    view.parts.append(.table(Table("inAll", columns: columns, rows: [row("in all", sum)])))
    view.tell(sum, mirror)
    view.say(StyledText(shares(sum) + " · " + notScored))
    return view
  }

  /// What the charter counts of it, and the rules that read the counts; nil where it does not.
  private static func scored(_ counted: [CountedWords], _ charter: Charter) -> String? {
    guard !counted.isEmpty else { return nil }
    let counts = counted.map { "\(charter.facts[$0.fact].name) is \($0.count)" }
    var rules: [String] = []
    for rule in counted.flatMap(\.rules) where !rules.contains(charter.rules[rule].name) {
      rules.append(charter.rules[rule].name)
    }
    return "This charter counts some of it, and the score shows that: "
      + "\(Words.list(counts)), read by \(Words.list(rules))."
  }

  private static let notScored = "A mirror, not a judge: nothing here is scored."

  private static func shares(_ reading: MirrorReading) -> String {
    let (ours, all) = (reading.ours, reading.ours + reading.theirs)
    let share = all > 0 ? ", so \((200 * ours + all) / (2 * all))% is about us" : ""
    return "we, our \(ours) · you, they \(reading.theirs)\(share)"
  }

  private mutating func show(_ sentences: [Marked.Sentence]) {
    if !sentences.isEmpty { parts.append(.marked(Marked(sentences))) }
  }

  /// What each kind of talk gives away, once for each kind and not once for each word.
  private mutating func tell(_ reading: MirrorReading, _ mirror: Mirror) {
    record("ours", .count(reading.ours))
    record("theirs", .count(reading.theirs))
    record("denied", .count(reading.denied))
    let rows = mirror.families.indices.filter { reading.counts[$0] > 0 }.map {
      place -> [Table.Cell] in
      let family = mirror.families[place]
      return [
        .init(StyledText(family.name)),
        .init(StyledText("\(reading.counts[place])"), .count(reading.counts[place])),
        .init(StyledText(family.advice)),
      ]
    }
    if rows.isEmpty {
      say("Nothing here sounds like owning, holding or using people.")
    } else {
      parts.append(
        .table(
          Table(
            "talk", columns: [.init("family", ""), .init("count", ""), .init("advice", "")],
            rows: rows)))
    }
    if reading.denied > 0 {
      say(
        """
        \(reading.denied == 1 ? "1 place is" : "\(reading.denied) places are") left out, \
        because what a clause denies, nobody has said.
        """)
    }
  }
}

extension PhraseFamily {
  /// Why its phrases matter, and what to say instead.
  fileprivate var advice: String {
    [reason, wording.map { "say \($0)" }].compactMap { $0 }.joined(separator: "; ")
  }
}

extension String {
  /// The name of a family, short enough to stand over a column.
  fileprivate var withoutTalk: String {
    hasSuffix(" talk") ? String(dropLast(5)) : self
  }
}

extension MirrorReading {
  /// The sentences as they are shown: with their lines, unless the text is short.
  fileprivate func marked(_ mirror: Mirror, label: String?) -> [View.Marked.Sentence] {
    sentences.map { sentence in
      var place = label
      if lines > 1 || !isWhole {
        let line = "line \(sentence.line)"
        place = label.map { "\($0), \(line)" } ?? line
      }
      return View.Marked.Sentence(
        place: place, text: sentence.text,
        marks: sentence.marks.map { .init(range: $0.range, kind: mirror.families[$0.family].name) })
    }
  }
}
