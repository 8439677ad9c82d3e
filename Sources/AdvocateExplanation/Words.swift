import AdvocateCharter
import AdvocateDiagnostics

/// Counts and lists in plain English.
enum Words {
  /// `1 rule`, `2 rules`, `no rule`.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 0 ? "no \(noun)" : number == 1 ? "1 \(noun)" : "\(grouped(number)) \(noun)s"
  }

  /// The first word for one or none, the second for many.
  static func verb(_ number: Int, _ one: String, _ many: String) -> String {
    number > 1 ? many : one
  }

  /// `a, b and c`.
  static func list(_ parts: [String], _ join: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(join) " + last
  }

  /// As many of `names` as fit into `room` columns, the others as a count.
  static func fitted(_ names: [String], noun: String, hint: String, room: Int) -> String {
    for shown in stride(from: names.count, through: 0, by: -1) {
      let text = some(names, shown, noun: noun, hint: hint)
      if TextWidth.of(HarmlessText.of(text)) <= room { return text }
    }
    return some(names, 0, noun: noun, hint: hint)
  }

  /// The first `shown` of `names`, the others as a count with a hint to where they are named.
  static func some(_ names: [String], _ shown: Int, noun: String, hint: String) -> String {
    let rest = names.count - shown
    if rest <= 0 { return list(names) }
    let pronoun = rest == 1 ? "it" : "them"
    let tail = "(\(hint) \(pronoun))"
    guard shown > 0 else { return "\(count(rest, noun)) \(tail)" }
    let more = rest == 1 ? "1 more \(noun)" : "\(rest) more \(noun)s"
    return names.prefix(shown).joined(separator: ", ") + " and \(more) \(tail)"
  }

  /// A text from outside, cut where it would flood the screen.
  static func clipped(_ text: String, to length: Int = 120) -> String {
    // Only the beginning is looked at: the text may be megabytes long.
    let head = text.prefix(length + 1)
    return head.count > length ? head.prefix(length) + "..." : text
  }

  /// An amount of money: whole, or with two decimals.
  static func money(_ amount: Number) -> String {
    let text = amount.decimal(places: 2, separator: ",")
    guard let point = text.firstIndex(of: ".") else { return text }
    return text + (text[point...].count == 2 ? "0" : "")
  }

  /// The sentence with its first letter as a capital.
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func grouped(_ number: Int) -> String {
    Number(number).decimal(places: 0, separator: ",")
  }
}
