/// The tables of the journal, and how an older file becomes one of this edition.
enum JournalSchema {
  /// The number in the head of the file that says whose it is: `ADVJ` as four bytes.
  static let application = 0x4144_564A

  /// What each version adds to the one before it. What stands here is never changed; a new version
  /// is a new step at the end.
  static let steps: [[String]] = [
    [
      """
      CREATE TABLE charter (
        version INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        text TEXT NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE decision (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL,
        action TEXT NOT NULL,
        lines TEXT NOT NULL,
        charter INTEGER NOT NULL REFERENCES charter (version),
        verdict TEXT NOT NULL,
        settled INTEGER NOT NULL,
        score TEXT,
        course TEXT NOT NULL,
        against INTEGER NOT NULL,
        because TEXT,
        expectation TEXT,
        sure INTEGER CHECK (sure BETWEEN 50 AND 99),
        review_on TEXT NOT NULL
      ) STRICT
      """,
    ],
    [
      """
      CREATE TABLE review (
        decision INTEGER PRIMARY KEY REFERENCES decision (number) ON DELETE CASCADE,
        day TEXT NOT NULL,
        went TEXT NOT NULL,
        came_true TEXT
      ) STRICT
      """
    ],
    ["ALTER TABLE decision ADD COLUMN exact TEXT"],
  ]

  /// The version of this edition.
  static var version: Int { steps.count }
}
