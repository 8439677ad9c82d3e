public import AdvocateAnalysis
public import AdvocateCharter
import AdvocateEvaluation

/// What an earlier run wrote, to set a later one beside it.
public enum BatchBaseline {
  /// The outcomes in `bytes`, by the names of actions: what this program wrote as CSV, JSON lines
  /// or JSON; nil where it is none of these.
  public static func read(_ bytes: [UInt8], _ charter: Charter) -> [String: BatchGates.Before]? {
    if bytes.first(where: { $0 != 0x20 && $0 != 0x0A }) == UInt8(ascii: "{") {
      return readObjects(bytes, charter)
    }
    return readTable(bytes, charter)
  }

  private static func before(
    _ verdict: String, _ score: String?, _ charter: Charter
  ) -> BatchGates.Before? {
    let bands = charter.bands
    let code: Int
    switch verdict {
    case "silent": code = bands.count
    case "vetoed": code = bands.count + 1
    default:
      guard let place = bands.firstIndex(where: { $0.name == verdict }) else { return nil }
      code = place
    }
    let parts = (score ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let number = parts.first.flatMap {
      Number(whole: $0, fraction: parts.count > 1 ? parts[1] : "", isNegative: false)
    }
    return BatchGates.Before(code: code, score: number)
  }

  private static func readObjects(
    _ bytes: [UInt8], _ charter: Charter
  ) -> [String: BatchGates.Before]? {
    var actions: [JSONReader.Value] = []
    if case .success(let document) = JSONReader.read(bytes[...]),
      case .array(let found)? = document["actions"]
    {
      actions = found
    } else {
      for line in bytes.split(separator: 0x0A) {
        guard case .success(let action) = JSONReader.read(line) else { return nil }
        actions.append(action)
      }
    }
    var outcomes: [String: BatchGates.Before] = [:]
    for action in actions {
      guard let name = action["action"]?.text, let verdict = action["verdict"]?.text else {
        continue
      }
      var score: String?
      if case .number(let number)? = action["score"] { score = number }
      outcomes[name] = before(verdict, score, charter)
    }
    return outcomes
  }

  private static func readTable(
    _ bytes: [UInt8], _ charter: Charter
  ) -> [String: BatchGates.Before]? {
    let padded = bytes + [UInt8](repeating: 0, count: ByteScan.padding)
    return padded.withUnsafeBytes { buffer -> [String: BatchGates.Before]? in
      guard let base = buffer.baseAddress else { return nil }
      let header = CSVRecord(base, 0, bytes.count, delimiter: 0x2C)
      let names = header.cells.map { $0.text ?? "" }
      guard let name = names.firstIndex(of: "action"),
        let verdict = names.firstIndex(of: "verdict"), let score = names.firstIndex(of: "score")
      else { return nil }
      var outcomes: [String: BatchGates.Before] = [:]
      var offset = header.end
      while offset < bytes.count {
        let record = CSVRecord(base, offset, bytes.count, delimiter: 0x2C)
        offset = record.end
        guard record.cells.count == names.count, let action = record.cells[name].text,
          let word = record.cells[verdict].text
        else { continue }
        outcomes[unsafed(action)] = before(word, record.cells[score].text, charter)
      }
      return outcomes
    }
  }

  /// A name without the apostrophe that keeps a spreadsheet from running it.
  private static func unsafed(_ name: String) -> String {
    let bytes = name.utf8
    guard bytes.first == 0x27, let second = bytes.dropFirst().first,
      [0x3D, 0x2B, 0x2D, 0x40].contains(second)
    else { return name }
    return String(name.dropFirst())
  }
}

extension BatchGates {
  /// The gate of one word: an outcome, `not-settled`, or `below=N`.
  ///
  /// - Returns: whether there is such a gate.
  public mutating func close(_ word: String, _ charter: Charter) -> Bool {
    switch word {
    case "against": codes.insert(charter.bands.count - 1)
    case "vetoed": codes.insert(charter.bands.count + 1)
    case "not-settled": refusesUnsettled = true
    default:
      guard word.hasPrefix("below=") else { return false }
      let parts = word.dropFirst(6).split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count),
        let number = Number(
          whole: parts[0], fraction: parts.count > 1 ? parts[1] : "", isNegative: false),
        number <= Number(100)
      else { return false }
      below = number
    }
    return true
  }
}

extension BatchGates {
  /// Whether `judgement` does not pass.
  public func refuses(_ judgement: Judgement) -> Bool {
    let bands = judgement.charter.bands.count
    let code =
      switch judgement.verdict {
      case .band(let place): place
      case .silent: bands
      case .vetoed: bands + 1
      }
    return refuses(judgement.tally.score, code: code)
      || (refusesUnsettled && !judgement.uncertainty.isSettled)
  }
}
