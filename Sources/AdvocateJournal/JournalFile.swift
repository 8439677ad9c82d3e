public import AdvocateAnalysis
public import AdvocateCharter
public import AdvocateSession
import CSQLiteSystem

/// The private file in which decisions are kept: a database of its own.
///
/// Nothing is opened before something is asked for, and nothing stays open after it. Each change is
/// one transaction, so that a crash at any moment leaves the state before it or after it, and
/// sessions side by side wait for one another. A file that is damaged, that a newer edition wrote
/// or that belongs to another program is never written to.
public struct JournalFile: Sendable {
  /// Where the file is.
  public let path: String
  /// The version of the tables that this edition knows.
  private let version: Int

  /// Names a file; nothing is opened yet.
  public init(path: String) { self.init(path: path, version: JournalSchema.version) }

  /// The same as an edition would that knows the tables up to `version` only.
  package init(path: String, version: Int) {
    (self.path, self.version) = (path, version)
  }

  /// The file as a session sees it.
  ///
  /// - Parameter today: the day that it is.
  public func forSession(today: @escaping () -> CalendarDay) -> JournalKeeping {
    JournalKeeping(
      today: today, read: { read() }, charter: { charter($0) }, keep: { keep($0, charter: $1) },
      change: { change($0, $1) })
  }

  // MARK: - Reading

  /// All that is kept; nothing where there is no file.
  public func read() -> Result<JournalContent, JournalProblem> {
    attempt {
      guard let database = try open(create: false) else { return JournalContent() }
      let rows = try database.run(Self.everything).map(Decision.init(row:))
      let decisions = rows.compactMap(\.self)
      return JournalContent(decisions: decisions, unreadable: rows.count - decisions.count)
    }
  }

  /// The text of a charter by the number of its version; nil where there is none.
  public func charter(_ version: Int) -> Result<String?, JournalProblem> {
    attempt {
      try open(create: false)?.run(
        "SELECT text FROM charter WHERE version = ?", [.number(version)]
      ).first?.first?.text
    }
  }

  private static let everything = """
    SELECT number, decision.day, action, lines, charter.name, charter.version, verdict, settled,
      score, course, against, because, expectation, sure, review_on, review.day, went, came_true,
      exact
    FROM decision JOIN charter ON charter.version = decision.charter
      LEFT JOIN review ON review.decision = decision.number
    ORDER BY number
    """

  // MARK: - Writing

  /// Keeps a decision beside the text of its charter, and gives its number.
  ///
  /// A text that stands there already is not kept twice.
  public func keep(_ decision: Decision, charter text: String) -> Result<Int, JournalProblem> {
    write { database in
      let known = try database.run(
        "SELECT version FROM charter WHERE name = ? AND text = ?",
        [.text(decision.charter), .text(text)])
      var version = known.first?.first
      if version == nil {
        try database.run(
          "INSERT INTO charter (name, text) VALUES (?, ?)",
          [.text(decision.charter), .text(text)])
        version = .number(database.lastAdded)
      }
      try database.run(
        """
        INSERT INTO decision (day, action, lines, charter, verdict, settled, score, course,
          against, because, expectation, sure, review_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, decision.values(charter: version ?? .none))
      let number = database.lastAdded
      if let exact = decision.told.exact {
        try database.run(
          "UPDATE decision SET exact = ? WHERE number = ?", [.text(exact), .number(number)])
      }
      return number
    }
  }

  /// Changes the decision of this number; false where there is none.
  public func change(_ number: Int, _ change: JournalChange) -> Result<Bool, JournalProblem> {
    write { database in
      let there = try database.run(
        "SELECT number FROM decision WHERE number = ?", [.number(number)])
      guard !there.isEmpty else { return false }
      switch change {
      case .override(let reason):
        try database.run(
          "UPDATE decision SET because = ? WHERE number = ?", [.text(reason), .number(number)])
      case .review(let review):
        try database.run(
          "INSERT OR REPLACE INTO review (decision, day, went, came_true) VALUES (?, ?, ?, ?)",
          [
            .number(number), .text(review.day.text), .text(review.went),
            .init(review.cameTrue?.rawValue),
          ])
      case .remove:
        try database.run("DELETE FROM decision WHERE number = ?", [.number(number)])
        try database.run(
          "DELETE FROM charter WHERE version NOT IN (SELECT charter FROM decision)")
      }
      return true
    }
  }

  // MARK: - Opening

  private func write<Outcome>(
    _ body: (SQLite) throws -> Outcome
  ) -> Result<Outcome, JournalProblem> {
    attempt {
      guard let database = try open(create: true) else {
        throw SQLiteError(code: SQLITE_CANTOPEN)
      }
      // What is damaged in one place must not be damaged further in another.
      guard try database.run("PRAGMA quick_check(1)") == [[.text("ok")]] else {
        throw SQLiteError(code: SQLITE_CORRUPT)
      }
      return try database.whole { try body(database) }
    }
  }

  /// The database, in the form of this edition; nil where there is none and none was made.
  private func open(create: Bool) throws -> SQLite? {
    guard let file = try JournalPlace(path: path).settled(create: create) else { return nil }
    let database = try SQLite(path: file)
    for setting in Self.settings { try database.run("PRAGMA " + setting) }
    // Read as of one moment: another session may be making the tables.
    let found = try database.atOneMoment { try stage(of: database) }
    if found == version { return database }
    if found == 0, !create { return nil }
    try database.whole {
      // Another session may have been quicker.
      let first = try stage(of: database)
      for step in JournalSchema.steps[first..<max(first, version)] {
        for statement in step { try database.run(statement) }
      }
      try database.run("PRAGMA application_id = \(JournalSchema.application)")
      try database.run("PRAGMA user_version = \(version)")
    }
    return database
  }

  /// How a database is used: nothing in it is trusted, what is taken out is gone from the disk,
  /// and what was kept is kept even where the power fails.
  private static let settings = [
    "trusted_schema = OFF", "foreign_keys = ON", "secure_delete = ON", "cell_size_check = ON",
    "temp_store = MEMORY", "synchronous = EXTRA",
  ]

  /// The version of the tables in `database`; 0 where there are none.
  private func stage(of database: SQLite) throws -> Int {
    func number(_ name: String) throws -> Int {
      guard case .number(let number)? = try database.run("PRAGMA " + name).first?.first else {
        return 0
      }
      return number
    }
    let (owner, stage) = (try number("application_id"), try number("user_version"))
    if owner == JournalSchema.application, stage > version {
      throw JournalProblem(
        """
        The journal \(path) was written by a newer edition of this program, and was left as it \
        is. Use that edition, or name another journal:  ADVOCATE_JOURNAL=FILE advocate
        """)
    }
    if owner == JournalSchema.application, stage > 0 { return stage }
    let isEmpty = try database.run("SELECT name FROM sqlite_schema LIMIT 1").isEmpty
    guard owner == 0, stage == 0, isEmpty else {
      throw JournalProblem(
        """
        \(path) is the database of another program, and was left as it is. Name another file:  \
        ADVOCATE_JOURNAL=FILE advocate
        """)
    }
    return 0
  }

  // MARK: - What goes wrong

  private func attempt<Outcome>(_ body: () throws -> Outcome) -> Result<Outcome, JournalProblem> {
    do {
      return .success(try body())
    } catch let problem as JournalProblem {
      return .failure(problem)
    } catch let error as SQLiteError {
      return .failure(JournalProblem(words(for: error)))
    } catch {
      return .failure(JournalProblem("The journal \(path) cannot be used."))
    }
  }

  private func words(for error: SQLiteError) -> String {
    switch error.kind {
    case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_FORMAT:
      """
      The journal \(path) is damaged, and was left as it is. Put a copy of it from a backup in its \
      place, or move it away to begin a new one.
      """
    case SQLITE_BUSY, SQLITE_LOCKED:
      "Another session is writing in the journal \(path). Try the same line again."
    case SQLITE_FULL: "The disk is full, so the journal \(path) was left as it is."
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
      """
      The journal \(path) cannot be written here. Another place is named like this:  \
      ADVOCATE_JOURNAL=FILE advocate
      """
    default: "The journal \(path) could not be used: \(error.words)."
    }
  }
}
