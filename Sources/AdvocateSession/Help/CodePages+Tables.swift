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
      says at which column it stops being one. The line is left out. A percentage stands in quotes.
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
      A column is called action, or as a fact of the charter, or as a fact with because behind it; \
      one of remarks has a name that begins with note. Another column is not read. Where its name \
      is near that of a fact, the verdict of each row that says something there tells that it was \
      left out. The same holds for members of JSON objects. list facts shows the names.
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
      Two columns are called alike, or two members of an object. Of columns the first is read, and \
      each row that says something in the other one tells so; an object is not judged, since \
      nobody can say which of the two is meant.
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
      not read, and each row that says something there tells so.
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
    CodeText(
      98, "A value that says nothing",
      """
      A member of a JSON object holds a text, a number, true, false, a list of these, or an \
      object: {"between": [3, 5]}, {"roughly": 4} or {"value": "a call"}, each with because where \
      it is known. Other forms say nothing. The name of an action is a text or a number. The line \
      is left out.
      """,
      wrong: """
        {"action": "Sale", "effort to leave": {"about": "a call"}}
        """,
      right: """
        {"action": "Sale", "effort to leave": {"value": "a call"}}
        """),
    CodeText(
      99, "A row that is too long",
      """
      A row of a table, or a line of JSON, has more than a megabyte. See whether a quote is not \
      closed, or a long text got into the table. The row is left out. In the example the points \
      stand for many more words.
      """,
      wrong: """
        {"action": "Sale", "note": "It all began when ... and so on"}
        """,
      right: """
        {"action": "Sale", "note": "It all began with a strike"}
        """),
  ]
}
