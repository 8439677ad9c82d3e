public import AdvocateCharter
import AdvocateEvaluation

/// Reads texts for what they say of customers: talk of owning, holding and using people.
///
/// It shows and never judges: only a charter whose facts count phrases can do that, with the same
/// matcher.
public struct Mirror: Sendable {
  /// The families that it listens for: all but the one that names money.
  public let families: [PhraseFamily]
  private let matcher: PhraseMatcher

  /// Prepares the phrases of `charter`.
  public init(_ charter: Charter) {
    families = charter.phraseFamilies.filter {
      $0.name.lowercased() != PhraseFamily.moneyName && !$0.phrases.isEmpty
    }
    matcher = PhraseMatcher(families)
  }

  /// What `text` says; the time is in proportion to its length.
  public func read(_ text: String) -> MirrorReading {
    let words = TextWords.of(text)
    var reading = MirrorReading(families: families.count)
    for word in words {
      if Self.ours.contains(word.key) {
        reading.ours += 1
      } else if Self.theirs.contains(word.key) {
        reading.theirs += 1
      }
    }
    let hits = matcher.hits(among: words)
    for hit in hits {
      if hit.isDenied {
        reading.denied += 1
      } else {
        reading.counts[hit.family] += 1
      }
    }
    reading.gather(Array(text.utf8), words, hits.filter { !$0.isDenied })
    return reading
  }

  /// The words by which we speak of ourselves.
  private static let ours: Set<String> = [
    "i", "me", "mine", "my", "myself", "our", "ours", "ourselves", "us", "we",
  ]

  /// The words by which we speak to customers, or of them.
  private static let theirs: Set<String> = [
    "their", "theirs", "them", "themselves", "they", "you", "your", "yours", "yourself",
    "yourselves",
  ]
}

/// What was found in one text, or in several together.
public struct MirrorReading: Sendable, Equatable {
  /// A stretch of a sentence that a family of phrases speaks of.
  public struct Mark: Sendable, Equatable {
    /// The family, by its place in the mirror.
    public var family: Int
    /// Its bytes in the sentence.
    public var range: Range<Int>
  }

  /// A sentence, on one line.
  public struct Sentence: Sendable, Equatable {
    /// The line on which it begins, from 1.
    public var line: Int
    /// Its words, with single blanks between them.
    public var text: String
    /// What was found in it.
    public var marks: [Mark] = []
  }

  /// The sentences with something in them; of a short text, all.
  public private(set) var sentences: [Sentence] = []
  /// Whether those are all sentences.
  public private(set) var isWhole = true
  /// How many lines the text has, as far as they hold words.
  public private(set) var lines = 0
  /// For each family, how often its phrases stand in the text.
  public internal(set) var counts: [Int]
  /// How many phrases stand there only to be denied.
  public internal(set) var denied = 0
  /// How often we speak of ourselves.
  public internal(set) var ours = 0
  /// How often we speak to customers, or of them.
  public internal(set) var theirs = 0

  init(families: Int) { counts = [Int](repeating: 0, count: families) }

  /// How many phrases were found.
  public var total: Int { counts.reduce(0, +) }

  /// What two readings of the same mirror count together; sentences stay with their own texts.
  public static func + (left: MirrorReading, right: MirrorReading) -> MirrorReading {
    var sum = left
    sum.counts = zip(left.counts, right.counts).map { $0 + $1 }
    sum.denied += right.denied
    sum.ours += right.ours
    sum.theirs += right.theirs
    (sum.sentences, sum.isWhole) = ([], false)
    return sum
  }

  /// The same without its sentences.
  public var countsOnly: MirrorReading {
    var counts = self
    (counts.sentences, counts.isWhole) = ([], false)
    return counts
  }

  // MARK: - Sentences

  /// The most sentences that a short text has.
  private static let fewSentences = 6
  /// From this many bytes on a sentence is cut where it can be.
  private static let longSentence = 280

  mutating func gather(_ bytes: [UInt8], _ words: [TextWord], _ hits: [PhraseMatcher.Hit]) {
    var pieces: [(words: Range<Int>, hits: Range<Int>)] = []
    var count = 0
    var start = 0
    var hit = 0
    var end = 0  // Past the last word of a hit so far.
    func close(at place: Int) {
      let first = hit
      while hit < hits.count, hits[hit].words.lowerBound < place { hit += 1 }
      count += 1
      if count <= Self.fewSentences || first < hit { pieces.append((start..<place, first..<hit)) }
      start = place
    }
    var ahead = 0
    for place in words.indices.dropFirst() {
      while ahead < hits.count, hits[ahead].words.lowerBound < place {
        end = max(end, hits[ahead].words.upperBound)
        ahead += 1
      }
      let length = words[place].range.lowerBound - words[start].range.lowerBound
      let isNew = words[place].range != words[place - 1].range
      if words[place].gap == .sentence || length > Self.longSentence && place >= end && isNew {
        close(at: place)
      }
    }
    if !words.isEmpty { close(at: words.count) }
    isWhole = count <= Self.fewSentences
    var (line, counted) = (1, 0)
    for piece in pieces where isWhole || !piece.hits.isEmpty {
      let range = Self.range(of: piece.words, words, bytes)
      while counted < range.lowerBound {
        if bytes[counted] == UInt8(ascii: "\n") { line += 1 }
        counted += 1
      }
      sentences.append(Self.sentence(bytes, range, line, hits[piece.hits]))
    }
    lines = 1 + bytes.trimmedEnd.count { $0 == UInt8(ascii: "\n") }
  }

  /// The bytes from the first of `piece` to the next piece, with the signs that belong to it.
  private static func range(
    of piece: Range<Int>, _ words: [TextWord], _ bytes: [UInt8]
  ) -> Range<Int> {
    func start(_ place: Int) -> Int {
      guard words.indices.contains(place) else { return bytes.count }
      let least = place > 0 ? words[place - 1].range.upperBound : 0
      var start = words[place].range.lowerBound
      // An opening quotation mark or bracket stands before its word without a blank.
      while start > least, !bytes[start - 1].isBlank { start -= 1 }
      return start
    }
    return start(piece.lowerBound)..<max(start(piece.lowerBound), start(piece.upperBound))
  }

  /// The sentence in `range` with single blanks, and its marks moved along.
  private static func sentence(
    _ bytes: [UInt8], _ range: Range<Int>, _ line: Int, _ hits: ArraySlice<PhraseMatcher.Hit>
  ) -> Sentence {
    var text: [UInt8] = []
    var places: [Int] = []
    places.reserveCapacity(range.count + 1)
    for byte in bytes[range] {
      places.append(text.count)
      if byte.isBlank {
        if let last = text.last, last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
      } else {
        text.append(byte)
      }
    }
    places.append(text.count)
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    let marks = hits.map { hit in
      let (from, to) = (hit.range.lowerBound - range.lowerBound, hit.range.upperBound - 1)
      return Mark(family: hit.family, range: places[from]..<places[to - range.lowerBound] + 1)
    }
    return Sentence(line: line, text: String(decoding: text, as: UTF8.self), marks: marks)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
  /// The bytes without blanks and ends of lines at the end.
  fileprivate var trimmedEnd: ArraySlice<UInt8> {
    self[..<((lastIndex { !$0.isBlank } ?? -1) + 1)]
  }
}
