/// Spoils scripts the way slips, bad copies and broken files do.
public enum ScriptMutation {
  /// `script` with one to three slips.
  public static func spoil(_ script: String, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(script.utf8)
    for _ in 0..<random.number(1...3) where !bytes.isEmpty { slip(&bytes, &random) }
    return bytes
  }

  private static func slip(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = random.number(0...bytes.count - 1)
    switch random.number(0...8) {
    case 0: bytes[place] ^= 1 << UInt8(random.number(0...7))
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(UInt8(random.number(0...255)), at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...40)))
    default: editWords(&bytes, &random)
    }
  }

  /// Leaves out, doubles or swaps words of one line, or cuts, doubles or leaves out the line.
  private static func editWords(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    let line = random.number(0...lines.count - 1)
    var words = lines[line].split(separator: 32).map { Array($0) }
    guard !words.isEmpty else { return }
    let word = random.number(0...words.count - 1)
    switch random.number(0...6) {
    case 0: words.remove(at: word)
    case 1: words.insert(words[word], at: word)
    case 2: words.swapAt(word, random.number(0...words.count - 1))
    case 3: words.removeLast(words.count - word)
    case 4:
      let kept = words[word]
      words[word] = kept.isEmpty ? kept : Array(kept.dropLast()) + [UInt8(random.number(33...126))]
    case 5: lines.insert(lines[line], at: line)
    default: lines.swapAt(line, random.number(0...lines.count - 1))
    }
    lines[line] = Array(words.joined(separator: [32]))
    bytes = Array(lines.joined(separator: [10]))
  }

  /// `lines` as people type them: other blanks, capitals, bullets, signs, comments.
  public static func untidy(_ lines: [String], _ random: inout SeededGenerator) -> String {
    var output: [String] = []
    for line in lines {
      var text = line
      if random.chance(10) { output.append("  # a remark, \(random.number(1...9))") }
      if text.contains(" when "), random.chance(20) { text = text.uppercased() }
      let isFreeText = ["because ", "says ", " plain ", " win "].contains { text.contains($0) }
      if !isFreeText, random.chance(20) {
        text = text.replacing(" ", with: random.pick(["  ", "\t"], else: " "))
      }
      text = String(text.drop { $0 == " " || $0 == "\t" })
      if !text.isEmpty {
        if random.chance(8) { text = "- " + text }
        text = random.pick(["", "  ", "\t", "     "], else: "") + text
      }
      text += random.pick(["", "", " ", "\t", "\r"], else: "")
      output.append(text)
      if random.chance(8) { output += ["", ""] }
    }
    return output.joined(separator: "\n") + (random.chance(50) ? "\n" : "")
  }
}
