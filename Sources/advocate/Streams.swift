import AdvocateDiagnostics
import AdvocateTerminal
import ArgumentParser
import Glibc

/// Whether weight and colour are used.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case always
  case auto
  case never
}

/// How output looks.
struct LookOptions: ParsableArguments {
  @Option(help: "Use weight and colour: auto, always or never.")
  var color: ColourChoice = .auto

  @Flag(help: "Write ASCII only.")
  var ascii = false

  /// The style for what is written to `descriptor`.
  func style(descriptor: Int32 = 1) -> OutputStyle {
    let isTerminal = isatty(descriptor) == 1
    let isStyled =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && Environment["NO_COLOR"] == nil && Environment["TERM"] != "dumb"
          && Environment["TERM"] != nil
      }
    let columns = isTerminal ? TerminalSize.current(descriptor: descriptor)?.columns : nil
    let stated = Environment["COLUMNS"].flatMap { Int($0) }
    return OutputStyle(
      width: min(columns ?? stated ?? 80, 100), isStyled: isStyled,
      isASCII: ascii || Environment.isASCII)
  }
}

/// The variables that the program was started with.
enum Environment {
  /// The value of a variable; nil where it is unset or empty.
  static subscript(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Whether the language settings name a character set that is not UTF-8.
  static var isASCII: Bool {
    guard let locale = Environment["LC_ALL"] ?? Environment["LC_CTYPE"] ?? Environment["LANG"]
    else { return false }
    let folded = locale.lowercased()
    return !folded.contains("utf-8") && !folded.contains("utf8")
  }
}

/// Standard output and standard error.
enum Streams {
  /// A closed output must not end the program in the middle of its work, and no file that is
  /// opened later may take the place of a closed stream. Where standard output is closed, writing
  /// to it fails, so that no answer is lost in silence.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Ends the program.
  static func exit(_ status: ExitStatus) -> Never { Glibc.exit(status.rawValue) }

  /// Writes the answer; when nobody reads it any more the program ends quietly.
  static func answer(_ text: String) {
    if !TerminalOutput.write(text) { exit(unheard()) }
  }

  /// The exit status after an answer could not be written: a reader who has heard enough is no
  /// failure, a full disk is.
  static func unheard() -> ExitStatus {
    let code = errno
    if code == EPIPE { return .fine }
    let reason =
      code == EBADF ? "standard output is closed" : String(cString: strerror(code)).lowercased()
    _ = TerminalOutput.write("The answer could not be written: \(reason).\n", descriptor: 2)
    return .wrongUsage
  }

  /// Writes findings to standard error, the first fifty of a file in full.
  ///
  /// - Parameters:
  ///   - diagnostics: the findings.
  ///   - look: how they look.
  ///   - untold: how many more there are that were not kept.
  static func report(_ diagnostics: [Diagnostic], _ look: LookOptions, untold: Int = 0) {
    let style = look.style(descriptor: 2)
    var text = ""
    for diagnostic in diagnostics.prefix(50) {
      let lines = DiagnosticRenderer.render(diagnostic, place: .unseen, width: style.width)
      text += style.render(lines)
    }
    let more = diagnostics.dropFirst(50).count + untold
    if more > 0 {
      text += "and \(more == 1 ? "1 more finding" : "\(more) more findings") in this file\n"
    }
    _ = TerminalOutput.write(text, descriptor: 2)
  }

  /// Writes lines of an answer to standard error, where they only say why there is none.
  static func tell(_ lines: [StyledText], _ look: LookOptions) {
    _ = TerminalOutput.write(look.style(descriptor: 2).render(lines), descriptor: 2)
  }

  /// Writes a sentence to standard error.
  static func remark(_ text: StyledText, _ look: LookOptions) {
    let style = look.style(descriptor: 2)
    _ = TerminalOutput.write(
      style.render(TextLayout.wrap(text, width: style.width)), descriptor: 2)
  }
}
