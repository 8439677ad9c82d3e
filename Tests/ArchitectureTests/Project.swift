import AdvocateTestSupport
import Foundation

/// The files of the project.
struct Project {
  /// One file.
  struct File {
    /// The path from the project's folder.
    var name: String
    var text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The lines with their numbers, without comments and without what stands in quotes.
    var codeLines: [(number: Int, text: String)] {
      var isInText = false
      return lines.enumerated().compactMap { place, line in
        let edges = line.components(separatedBy: "\"\"\"").count - 1
        defer { if edges % 2 == 1 { isInText.toggle() } }
        if isInText || edges > 0 { return nil }
        var code = String(line.replacing(/"(\\.|[^"\\])*"/, with: "\"\""))
        if let comment = code.range(of: "//") { code = String(code[..<comment.lowerBound]) }
        return code.allSatisfy { $0 == " " } ? nil : (place + 1, code)
      }
    }
  }

  struct Unreadable: Error {}

  /// The project's folder.
  let root = URL(fileURLWithPath: Golden.folder("../..", beside: #filePath)).standardizedFileURL

  /// The Swift files in a folder and the folders in it.
  func swiftFiles(under folder: String) -> [File] {
    files(under: folder).filter { $0.name.hasSuffix(".swift") }
  }

  /// All texts that belong to the project.
  func allFiles() -> [File] {
    let top = ["Package.swift", "README.md", ".ci/run", ".gitignore", ".editorconfig"]
    let folders = ["Sources", "Tests", "examples", "scripts"].flatMap(files(under:))
    return folders + top.compactMap(file)
  }

  private func files(under folder: String) -> [File] {
    let start = root.appendingPathComponent(folder)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: start.path)) ?? []
    return names.sorted().compactMap { file("\(folder)/\($0)") }
  }

  private func file(_ name: String) -> File? {
    let path = root.appendingPathComponent(name).path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let bytes = TemporaryFolder.contents(of: path)
    else { return nil }
    return File(name: name, text: String(decoding: bytes, as: UTF8.self))
  }

  // MARK: - Modules

  /// The modules that the Swift files of a module import.
  func imports(ofModule name: String) -> Set<String> {
    var found: Set<String> = []
    for file in swiftFiles(under: "Sources/\(name)") {
      for line in file.lines {
        if let match = line.wholeMatch(of: /\s*(?:public |package )?import (\w+).*/) {
          found.insert(String(match.1))
        }
      }
    }
    return found
  }

  /// The libraries in the order of the package.
  func libraries() throws -> [String] {
    try package().matches(of: /library\(\s*"(\w+)"/).map { String($0.1) }
  }

  /// What the libraries of the package depend on.
  func dependencies() throws -> [String: [String]] {
    var all: [String: [String]] = [:]
    for match in try package().matches(of: /library\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/) {
      let names = (match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
      all[String(match.1)] = names
    }
    return all
  }

  private func package() throws -> String {
    guard let file = file("Package.swift") else { throw Unreadable() }
    return file.text
  }
}
