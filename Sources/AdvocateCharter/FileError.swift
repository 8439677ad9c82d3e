public import AdvocateDiagnostics

/// What can be wrong with a whole file.
public enum FileError: Error, Sendable, Equatable {
  /// There is no such file.
  case missing
  /// It is a folder.
  case isFolder
  /// The system does not let it be read; its own words.
  case notReadable(String)
  /// It has more bytes than this, and would have to be read as a whole.
  case tooLarge(most: Int)
  /// It has more bytes than are held at a time, and this makes it more than actions one by one.
  case notInPieces(WholeReason)
  /// It comes through a pipe, and the folder for such files cannot hold it meanwhile: the folder,
  /// and the system's own words.
  case notKept(folder: String, reason: String)
  /// It holds bytes that no text holds.
  case binary
  /// It is packed by gzip.
  case packed
  /// It is text in UTF-16, not UTF-8.
  case wideText
  /// It names, through others, itself.
  case cycle([String])
  /// Files name files too deep.
  case tooDeep
  /// Too many files are named, one by another.
  case tooMany
  /// It is a table of actions, and lines of a script were asked for.
  case table

  /// What every file that is packed by gzip begins with.
  public static let packedStart: [UInt8] = [0x1F, 0x8B]

  /// How deep files may name one another.
  public static let deepestNesting = Limits.deepestNesting

  /// The kind of finding.
  public var id: DiagnosticID {
    switch self {
    case .missing: DiagnosticID(80, "file-missing")
    case .isFolder: DiagnosticID(81, "file-is-folder")
    case .notReadable, .tooLarge, .notInPieces, .notKept: DiagnosticID(82, "file-not-readable")
    case .binary, .packed, .wideText: DiagnosticID(83, "file-not-text")
    case .cycle: DiagnosticID(84, "file-cycle")
    case .tooDeep, .tooMany: DiagnosticID(85, "files-too-deep")
    case .table: DiagnosticID(86, "file-is-table")
    }
  }

  /// The finding on the file `name`, named in `line` where a line names it.
  public func diagnostic(file name: String, line: SourceLine? = nil) -> Diagnostic {
    Diagnostic(id: id, severity: .error, line: line, sentences: sentences(name))
  }

  private static func words(_ count: Int) -> String { Number(count).exactDecimal }

  private func sentences(_ name: String) -> [StyledText] {
    switch self {
    case .missing: ["There is no file \(bold: name)."]
    case .isFolder:
      [
        """
        \(bold: name) is a folder. Name the files in it, as in: \
        \(name.hasSuffix("/") ? name : name + "/")*.advocate
        """
      ]
    case .notReadable(let reason): ["\(bold: name) could not be read: \(reason)."]
    case .tooLarge(let most):
      [
        """
        \(bold: name) was not read: it has more than \(Self.words(most / 1_000_000)) million \
        bytes. Part it into several files.
        """
      ]
    case .notInPieces(let reason):
      [
        """
        \(bold: name) was not read. A script of more than \
        \(Self.words(Limits.largestFile / 1_000_000)) million bytes is judged action by action, \
        and this one cannot be: \(reason.clause).
        """,
        reason.remedy,
      ]
    case .notKept(let folder, let reason):
      [
        """
        \(bold: name) was not read. It is too long to be held in memory, and \(bold: folder) \
        cannot hold it meanwhile: \(reason).
        """,
        """
        Name a folder with room for it, as in: TMPDIR=/var/tmp advocate judge -   Or save it as a \
        file, and judge that.
        """,
      ]
    case .binary:
      ["\(bold: name) is no text: it holds bytes that no text holds. It was left out whole."]
    case .packed:
      [
        "\(bold: name) is packed by gzip, so nothing of it was read.",
        "Unpack it on the way in: \(Self.unpacking(name))",
      ]
    case .wideText:
      ["\(bold: name) is text in UTF-16. Save it as UTF-8; it was left out whole."]
    case .cycle(let files):
      ["\(bold: name) names itself: \(files.joined(separator: " names ")). It was not read again."]
    case .tooDeep:
      ["\(bold: name) was not read: files name files more than \(Self.deepestNesting) deep."]
    case .tooMany:
      [
        """
        \(bold: name) was not read: a file names at most \(Self.words(Limits.mostNamedFiles)) \
        files, with those that they name. Bring some of them together in one.
        """
      ]
    case .table:
      [
        "\(bold: name) is a table of actions and no script, so nothing of it was read.",
        "To judge its rows, type in the shell: advocate judge \(name)",
      ]
    }
  }

  /// How the packed file `name` is unpacked and judged.
  private static func unpacking(_ name: String) -> String {
    let forms = ["csv": "csv", "tsv": "csv", "jsonl": "jsonl", "ndjson": "jsonl"]
    let endings = name.lowercased().split(separator: ".").map(String.init)
    let form = endings.dropLast().last.flatMap { forms[$0] } ?? "advocate"
    guard endings.count > 1, endings.last == "gz" else {
      return "zcat FILE | advocate judge - --input csv   (or jsonl, or advocate)"
    }
    return "zcat \(name) | advocate judge - --input \(form)"
  }

  /// Every kind of finding of this sort.
  public static let allIDs: [DiagnosticID] = [
    FileError.missing, .isFolder, .notReadable(""), .binary, .cycle([]), .tooDeep, .table,
  ].map(\.id)
}

extension FileError {
  /// Whether a file called `name` holds a table of actions, by its ending.
  public static func isTable(_ name: String) -> Bool {
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
    return ["csv", "jsonl", "ndjson", "tsv"].contains(ending?.lowercased())
  }

  /// Whether a finding of this kind is about a whole file, so that nothing of it was read.
  public static func isWhole(_ id: DiagnosticID) -> Bool { allIDs.contains(id) }
}
