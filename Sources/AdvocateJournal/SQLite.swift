import CSQLiteSystem

/// What went wrong in a database, by the number that SQLite has for it.
struct SQLiteError: Error {
  /// The number, with its details.
  let code: Int32

  /// The number without its details.
  var kind: Int32 { code & 0xFF }

  /// The words of SQLite for it.
  var words: String { String(cString: sqlite3_errstr(code)) }
}

/// An open database; closed when nobody holds it any more.
///
/// A class, since it owns a handle of the C library. Every value goes in as a bound parameter, so
/// that no text can be taken for a statement.
final class SQLite {
  /// A value that goes in or comes out.
  enum Value: Equatable {
    case none
    case number(Int)
    case text(String)
  }

  private let handle: OpaquePointer

  /// How long it waits for another session that is writing.
  private static let patience: Int32 = 5_000

  /// Opens a file that is there already, without following a link; where it cannot be written it
  /// is opened for reading.
  init(path: String) throws {
    var opened: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened else { throw SQLiteError(code: code) }
    handle = opened
    guard code == SQLITE_OK else { throw SQLiteError(code: code) }
    sqlite3_busy_timeout(handle, Self.patience)
    csqlite_defend(handle)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Carries out one statement, and gives the rows that it finds.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws -> [[Value]] {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code: code) }
    defer { sqlite3_finalize(prepared) }
    for (place, value) in values.enumerated() {
      let bound = bind(value, at: Int32(place + 1), in: prepared)
      guard bound == SQLITE_OK else { throw SQLiteError(code: bound) }
    }
    var rows: [[Value]] = []
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(prepared)).map { value(prepared, $0) })
      case SQLITE_DONE: return rows
      case let code: throw SQLiteError(code: code)
      }
    }
  }

  /// Carries out several statements, all of them or none.
  ///
  /// No other session writes from the first to the last.
  func whole<Outcome>(_ body: () throws -> Outcome) throws -> Outcome {
    try run("BEGIN IMMEDIATE")
    do {
      let outcome = try body()
      try run("COMMIT")
      return outcome
    } catch {
      // Where the transaction has ended by itself there is nothing to roll back.
      _ = try? run("ROLLBACK")
      throw error
    }
  }

  /// Carries out several statements that only read, with nothing written by others between them.
  func atOneMoment<Outcome>(_ body: () throws -> Outcome) throws -> Outcome {
    try run("BEGIN")
    defer { _ = try? run("COMMIT") }
    return try body()
  }

  /// The number of the row that was added last.
  var lastAdded: Int { Int(sqlite3_last_insert_rowid(handle)) }

  // MARK: - Values

  private func bind(_ value: Value, at place: Int32, in prepared: OpaquePointer?) -> Int32 {
    switch value {
    case .none: return sqlite3_bind_null(prepared, place)
    case .number(let number): return sqlite3_bind_int64(prepared, place, Int64(number))
    case .text(let text):
      return csqlite_bind_text(prepared, place, text, Int32(clamping: text.utf8.count))
    }
  }

  private func value(_ prepared: OpaquePointer?, _ column: Int32) -> Value {
    switch sqlite3_column_type(prepared, column) {
    case SQLITE_INTEGER: return .number(Int(sqlite3_column_int64(prepared, column)))
    case SQLITE_TEXT:
      guard let text = sqlite3_column_text(prepared, column) else { return .none }
      let count = Int(sqlite3_column_bytes(prepared, column))
      return .text(
        String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    default: return .none
    }
  }
}
