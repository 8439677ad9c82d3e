import AdvocateDiagnostics
import AdvocateSession
import ArgumentParser

/// Explains a finding by its number.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a finding by its number or its short name.",
    discussion: """
      Examples:
        advocate explain 20
        advocate explain unknown-fact
      """)

  @Argument(help: "The number that stands beside the finding, or its short name.")
  var code: String

  @OptionGroup var look: LookOptions

  func run() throws {
    let style = look.style()
    guard let page = CodePages.find(code) else {
      Streams.remark(
        "No finding has the number or name \"\(code)\". The number stands beside it.", look)
      throw ExitStatus.wrongUsage
    }
    Streams.answer(style.render(page.lines(width: style.width)))
  }
}

/// Help about a topic.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Show help about a command of the prompt, a kind of line, or an idea.",
    discussion: """
      Examples:
        advocate help
        advocate help verdict
        advocate help json
        advocate help tables
      """)

  @Argument(help: "A command of the prompt or an idea, as in: what if, veto, json.")
  var topic: [String] = []

  @OptionGroup var look: LookOptions

  func run() throws {
    let style = look.style()
    var session = Session(files: .none, isTyped: false, width: style.width)
    let name = topic.joined(separator: " ")
    if name == "json" {
      Streams.answer(JSONHelp.text)
      return
    }
    let response = session.respond(to: name.isEmpty ? "help" : "help \(name)")
    let isKnown = session.knowsTopic(name)
    for case .lines(let lines) in response.pieces {
      if isKnown {
        Streams.answer(style.render(lines))
      } else {
        Streams.tell(lines, look)
      }
    }
    if !isKnown { throw ExitStatus.wrongUsage }
  }
}
