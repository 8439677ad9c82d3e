import CLibedit

/// What a key does that libedit cannot do by itself, or not as we want it.
enum EditorCommand: Int32, CaseIterable {
  case abandon
  case backspace
  case complete
  case deleteForward
  case deleteOrLeave
  case finishAbandoning
  case left
  case lineEnd
  case newerLine
  case nextWord
  case olderLine
  case paste
  case putRemainder
  case right
  case search
  case submit
  case suspend
  case transpose
  case undo

  /// The keys, as a terminal sends them.
  var keys: [String] {
    switch self {
    case .abandon: ["\u{3}"]
    case .backspace: ["\u{7F}", "\u{8}"]
    case .complete: ["\t"]
    case .deleteForward: ["\u{1B}[3~"]
    case .deleteOrLeave: ["\u{4}"]
    case .finishAbandoning: [PrivateKey.finishAbandoning]
    case .left: ["\u{1B}[D", "\u{1B}OD", "\u{2}"]
    case .lineEnd: ["\u{5}", "\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"]
    case .newerLine: ["\u{1B}[B", "\u{1B}OB", "\u{E}"]
    case .nextWord:
      ["\u{1B}f", "\u{1B}[1;5C", "\u{1B}[1;3C", "\u{1B}[5C", "\u{1B}Oc", "\u{1B}\u{1B}[C"]
    case .olderLine: ["\u{1B}[A", "\u{1B}OA", "\u{10}"]
    case .paste: ["\u{1B}[200~"]
    case .putRemainder: [PrivateKey.putRemainder]
    case .right: ["\u{1B}[C", "\u{1B}OC", "\u{6}"]
    case .search: ["\u{12}"]
    case .submit: ["\r", "\n"]
    case .suspend: ["\u{1A}"]
    case .transpose: ["\u{14}"]
    case .undo: ["\u{1F}", "\u{18}\u{15}"]
    }
  }
}

/// Sequences no keyboard sends, by which a command asks for another to follow.
enum PrivateKey {
  static let finishAbandoning = "\u{1B}[9001~"
  static let putRemainder = "\u{1B}[9002~"
  static let enter = "\u{1B}[9003~"
  static let nextWord = "\u{1B}[9004~"
}

/// Keys that are looked at before any command sees them.
enum Key {
  static let escape: UInt32 = 0x1B
  static let tab: UInt32 = 9

  /// Whether a key puts a character into the line.
  static func isText(_ key: UInt32) -> Bool { key >= 0x20 && key != 0x7F }
}

/// Keys bound to commands of libedit's own. All that we promise is bound, because what libedit
/// binds by itself changed between its versions.
enum BuiltInKeys {
  static let all: [(command: String, keys: [String])] = [
    ("ed-newline", [PrivateKey.enter]),
    ("ed-move-to-beg", ["\u{1}", "\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"]),
    (
      "ed-prev-word",
      ["\u{1B}b", "\u{1B}[1;5D", "\u{1B}[1;3D", "\u{1B}[5D", "\u{1B}Od", "\u{1B}\u{1B}[D"]
    ),
    ("em-next-word", [PrivateKey.nextWord]),
    ("ed-clear-screen", ["\u{C}"]),
    ("ed-delete-prev-word", ["\u{17}", "\u{1B}\u{7F}", "\u{1B}\u{8}"]),
    ("em-delete-next-word", ["\u{1B}d", "\u{1B}[3;5~"]),
    ("ed-kill-line", ["\u{B}"]),
    ("vi-kill-line-prev", ["\u{15}"]),
    ("em-yank", ["\u{19}"]),
  ]
}
