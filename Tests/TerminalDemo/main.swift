// A prompt that answers each line with the line: for the tests, and to try the terminal by hand.
import AdvocateSession
import AdvocateTerminal
import Glibc

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// Writes a line, and ends quietly once nobody reads any more.
func say(_ text: String) {
  if !TerminalOutput.write(text + "\n") { exit(0) }
}

let words = [
  CompletionItem(insertion: "judge ", summary: "say for or against"),
  CompletionItem(insertion: "justify ", summary: "say why"),
  CompletionItem(insertion: "listen", summary: "hear the customer first"),
]
let many = (1...12).map {
  CompletionItem(insertion: "many\($0)", summary: "one of a dozen, described at some length")
}

/// Words of the list are reserved, yes and no are values, what ends in `!` is known to nobody.
func marks(in line: String) -> [MarkedWord] {
  var marks: [MarkedWord] = []
  var start = 0
  for word in line.split(separator: " ", omittingEmptySubsequences: false) {
    let role: WordRole? =
      word == "judge" || word == "justify" || word == "listen"
      ? .reserved
      : word == "yes" || word == "no" ? .value : word.hasSuffix("!") ? .unknown : nil
    if let role { marks.append(MarkedWord(bytes: start..<start + word.utf8.count, role: role)) }
    start += word.utf8.count + 1
  }
  return marks
}

let configuration = TerminalConfiguration(
  styled: variable("NO_COLOR") == nil,
  historyPath: variable("DEMO_HISTORY"),
  historyLimit: variable("DEMO_HISTORY_LIMIT").flatMap { Int($0) } ?? 2_000,
  isPlain: variable("DEMO_PLAIN") != nil,
  complete: { before in
    let word = before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    return CompletionAnswer(
      replacedCharacters: word.count,
      items: (words + many).filter {
        (before.isEmpty || !word.isEmpty) && $0.insertion.hasPrefix(word)
      }, headline: word.hasPrefix("many") ? "Which of the many is it?" : nil)
  }, mark: marks,
  suggest: { $0.hasSuffix("judge") ? " everyone by the same measure" : nil })

/// Works until interrupted, as a long evaluation does.
func work() {
  say("working")
  while !interruptRequested() { usleep(1_000) }
  say("interrupted")
}

let reader = Terminal.makeLineReader(configuration)
let prompt = variable("DEMO_PROMPT") ?? "demo> "
let offer = variable("DEMO_OFFER") ?? ""
while true {
  reader.isBeginningOffered = true
  switch reader.read(prompt: prompt, beginning: offer) {
  case .line(let bytes):
    let text = String(decoding: bytes, as: UTF8.self)
    if variable("DEMO_BYTES") != nil {
      say("BYTES[\(bytes.count)]: \(bytes.map(String.init).joined(separator: " "))")
    } else {
      say("GOT[\(text.count)]: \(text)")
    }
    if text == "work" { work() }
    if text == "plain on" || text == "plain off" { reader.isPlain = text == "plain on" }
  case .cancelled: say("CANCELLED")
  case .end:
    say("END")
    exit(0)
  case .terminated(let signal):
    TerminalOutput.write("TERMINATED\n")
    exit(128 + signal)
  }
}
