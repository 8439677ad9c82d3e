public import AdvocateCharter

/// The files that a session may read and write; the session itself touches no disk.
public struct SessionFiles {
  /// Gives the bytes of a file, or what is wrong with it.
  public var read: (String) -> Result<[UInt8], FileError>
  /// Puts a text in the place of a file, whole or not at all; gives the reason where it cannot.
  public var write: (_ path: String, _ text: String) -> String?
  /// Adds a text at the end of a file, all of it or nothing; gives the reason where it cannot.
  public var append: (_ path: String, _ text: String) -> String?
  /// Whether there is a file of this name.
  public var exists: (String) -> Bool
  /// The scripts and folders whose names begin so, as they may stand in a line: folders end in `/`.
  public var list: (_ prefix: String) -> [String]

  /// Creates access to files.
  public init(
    read: @escaping (String) -> Result<[UInt8], FileError>,
    write: @escaping (_ path: String, _ text: String) -> String?,
    append: @escaping (_ path: String, _ text: String) -> String? = { _, _ in
      "nothing can be added to it"
    },
    exists: @escaping (String) -> Bool,
    list: @escaping (_ prefix: String) -> [String] = { _ in [] }
  ) {
    self.read = read
    self.write = write
    self.append = append
    self.exists = exists
    self.list = list
  }

  /// No files at all.
  public static var none: SessionFiles {
    SessionFiles(
      read: { _ in .failure(.missing) }, write: { _, _ in "there is no disk here" },
      exists: { _ in false })
  }
}
