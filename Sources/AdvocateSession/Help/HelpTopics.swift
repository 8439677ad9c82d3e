public import AdvocateDiagnostics

/// The topics that `help` knows.
public enum HelpTopics {
  /// Every topic: commands first, then subjects, then ideas.
  public static let all: [HelpTopic] =
    asking + learning + meeting + deciding + commands + comparing + views + eachView + words
    + subjects + ideas + lines

  /// The topic that `typed` names, whatever its capitals and blanks.
  public static func find(_ typed: String) -> HelpTopic? {
    let name = folded(typed)
    return all.first { $0.name == name || $0.otherNames.contains(name) }
  }

  /// The name of the topic that a misspelt name is near to.
  public static func nearest(to typed: String) -> String? {
    NearestName.find(folded(typed), among: all.flatMap { [$0.name] + $0.otherNames })
  }

  private static func folded(_ typed: String) -> String {
    typed.lowercased().split(separator: " ").joined(separator: " ")
  }

  // MARK: - The overview

  /// What `help` shows: what one may want, and the words for it.
  public static func overview(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for (label, words, gloss) in wants {
      if ReferenceLayout.isWide(width) {
        let head = ReferenceLayout.padded(.bold(label), to: 12) + StyledText(words)
        lines += ReferenceLayout.row(head, StyledText(gloss), column: 46, width: width)
      } else {
        lines.append(.bold(label))
        for text in [words, gloss] where !text.isEmpty {
          lines += TextLayout.wrap(
            StyledText(text), width: width, first: ReferenceLayout.blanks(2), indent: 2)
        }
      }
    }
    let names = ideas.map(\.name).joined(separator: ", ")
    let head: StyledText =
      ReferenceLayout.isWide(width)
      ? ReferenceLayout.padded(.bold("Ideas"), to: 12) : "\(bold: "Ideas") "
    lines += TextLayout.wrap(
      StyledText(names), width: width, first: head,
      indent: ReferenceLayout.isWide(width) ? 12 : 2)
    lines += ReferenceLayout.paragraph(
      """
      Tab, or a ? behind a blank, shows what may come next. More:  help judge   help keys   forms
      """,
      width: width)
    return lines
  }

  private static let wants: [(label: String, words: String, gloss: String)] = [
    ("Say it", "action NAME, then lines such as:  effort to leave is a call", ""),
    ("Hear it", "ask  judge  why  compare  rank", "questions, verdicts, reasons"),
    ("Try it", "flip  what if  weigh  keep  drop", "before anything is changed"),
    ("Look wider", "look  mirror  purpose  lifetime  ledger", "sides, words, reasons, years"),
    ("Learn it", "tour  lesson  predict  twins  quiz  room  challenge", ""),
    ("Change it", "copy  rename  drop  undo  redo", "and take it back"),
    ("Look it up", "list  show  forms  explain  clear", "names, lines, codes"),
    ("Decide it", "journal  override  review  precedents", ""),
    ("Hold it to", "expect ACTION  check  difference", "what verdicts have to be"),
    ("Keep it", "save  load  use  transcript  quit", "files; recover after a crash"),
  ]
}
