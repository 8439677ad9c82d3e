import AdvocateDiagnostics
import AdvocateSyntax

/// The charter that ships inside the program.
public enum BuiltInCharter {
  /// Its name.
  public static let name = "customer first"

  /// The charter.
  public static let charter: Charter = read().charter

  /// Its text, a script like any other.
  public static var text: String {
    String(decoding: PackageResources.customer_first_advocate, as: UTF8.self)
  }

  /// Reads the text anew, with whatever there is to say of it: nothing, which a test holds.
  static func read() -> (charter: Charter, diagnostics: [Diagnostic]) {
    var workspace = Workspace(charter: Charter(name: ""), usedAs: name)
    var diagnostics: [Diagnostic] = []
    for (number, line) in PackageResources.customer_first_advocate.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      let source = SourceLine(file: name, number: number + 1, text: text)
      diagnostics += workspace.read(source, isTyped: false).diagnostics
    }
    diagnostics += workspace.finish()
    return (workspace.charter, diagnostics)
  }

  /// A workspace in which it is in force.
  public static func workspace() -> Workspace { Workspace(charter: charter, usedAs: name) }
}
