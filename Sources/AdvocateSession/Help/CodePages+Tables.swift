/// The pages of what can be wrong with tables of actions.
extension CodePages {
  static let tableTexts: [CodeText] = [
    CodeText(
      90, "A quote that is not closed",
      """
      A cell that begins with a quote ends with the next single one, and then a comma or the end \
      of the row is due. Close the quote; a quote inside the cell is written twice. Only this row \
      is left out.
      """,
      wrong: """
        action,effort to leave
        "Sale, one day,a call
        """,
      right: """
        action,effort to leave
        "Sale, one day",a call
        """),
    CodeText(
      91, "A row with too few or too many cells",
      """
      Every row has a cell for each column of the header, blank ones too. A cell that holds a \
      comma itself, as in a list of levels, needs quotes around it. The row is left out.
      """,
      wrong: """
        action,effort to leave
        Sale, one day,a call
        """,
      right: """
        action,effort to leave
        "Sale, one day",a call
        """),
    CodeText(
      92, "A cell that is not text",
      """
      The cell holds bytes that no text in UTF-8 holds, so nobody can say what it means. Save the \
      table as UTF-8. The row is left out. Such a byte is shown \
      as �.
      """,
      wrong: """
        action,effort to leave
        Caf� on Sundays,one step
        """,
      right: """
        action,effort to leave
        Café on Sundays,one step
        """),
    CodeText(
      93, "A line that is no object",
      """
      Each line of such a file is one JSON object: names and values between braces. The message \
      says at which column it stops being one. The line is left out.
      """,
      wrong: """
        {"action": "Sale", "effort to leave": a call}
        """,
      right: """
        {"action": "Sale", "effort to leave": "a call"}
        """),
    CodeText(
      94, "A column that names no fact",
      """
      A column is called action, or as a fact of the charter, or as a fact with because behind it, \
      or note. Another column is not read; a JSON object with such a member is not judged. \
      list facts shows the names.
      """,
      wrong: """
        action,effort to leaf
        Sale,a call
        """,
      right: """
        action,effort to leave
        Sale,a call
        """),
    CodeText(
      95, "A column or member that stands there twice",
      """
      Two columns are called alike, or two members of an object. Of columns the first is read; an \
      object is not judged, since nobody can say which of the two is meant.
      """,
      wrong: """
        action,effort to leave,effort to leave
        Sale,one step,a call
        """,
      right: """
        action,effort to join,effort to leave
        Sale,one step,a call
        """),
    CodeText(
      96, "A column of a fact that follows",
      """
      The fact is worked out from others, or counted in a text. Say those others; the column is \
      not read.
      """,
      wrong: """
        action,our words,capture words
        Sale,Lock them in.,1
        """,
      right: """
        action,our words
        Sale,Lock them in.
        """),
    CodeText(
      97, "A table without a header",
      """
      The first row of a table says what its columns are called: action, and facts of the charter. \
      Without one nobody knows what the cells are about, so nothing of it was read.
      """,
      wrong: """
        Sale,a call
        """,
      right: """
        action,effort to leave
        Sale,a call
        """),
  ]
}
