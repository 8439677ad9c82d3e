import AdvocateDiagnostics

/// The place where progress in lessons is kept; the session itself touches no disk.
public struct LessonKeeping {
  /// The lines that were kept, the oldest first.
  public var read: () -> [String]
  /// Adds a line; gives the reason where it cannot.
  public var append: (String) -> String?

  /// Creates access to such a place.
  ///
  /// - Parameters:
  ///   - read: gives the lines that were kept, the oldest first.
  ///   - append: adds a line; gives the reason where it cannot.
  public init(read: @escaping () -> [String], append: @escaping (String) -> String?) {
    self.read = read
    self.append = append
  }

  /// No such place: progress lasts as long as the session.
  public static var none: LessonKeeping { LessonKeeping(read: { [] }, append: { _ in nil }) }
}

/// What somebody has done in lessons, as its lines tell.
struct LessonRecord {
  /// A guess with how sure it was.
  struct Guess: Equatable {
    var key: String
    var sure: Int
    var isRight: Bool
  }

  /// How a step was left.
  enum Ending { case done, skipped }

  /// How sure one can be, in hundredths.
  static let levels = [50, 70, 90]

  private(set) var endings: [String: Ending] = [:]
  /// The first guess of each step: whoever comes back knows the answer.
  private(set) var guesses: [Guess] = []

  init(_ lines: [String] = []) { for line in lines { add(line) } }

  /// Takes one line; what is none of this form is passed over.
  mutating func add(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2 else { return }
    let key = words.dropFirst().joined(separator: " ")
    switch words[0] {
    case "done": endings[key] = .done
    case "skipped": endings[key] = endings[key] ?? .skipped
    case "guess":
      guard words.count >= 4, let sure = Int(words[1]), Self.levels.contains(sure),
        ["right", "wrong"].contains(words[2])
      else { return }
      let key = words[3...].joined(separator: " ")
      guard !guesses.contains(where: { $0.key == key }) else { return }
      guesses.append(Guess(key: key, sure: sure, isRight: words[2] == "right"))
    default: break
    }
  }

  /// How many steps of `lesson` are behind.
  func count(_ lesson: Lesson) -> Int {
    lesson.steps.count { endings[lesson.key($0)] != nil }
  }

  /// How many of them were skipped.
  func skipped(_ lesson: Lesson) -> Int {
    lesson.steps.count { endings[lesson.key($0)] == .skipped }
  }

  /// The place of the first step that is open; nil where none is.
  func firstOpen(_ lesson: Lesson) -> Int? {
    lesson.steps.firstIndex { endings[lesson.key($0)] == nil }
  }

  /// How often somebody was right, by how sure they were; nil where nothing was guessed.
  func calibration(of lessons: [Lesson]) -> String? {
    let keys = Set(lessons.flatMap { lesson in lesson.steps.map { lesson.key($0) } })
    let own = guesses.filter { keys.contains($0.key) }
    guard !own.isEmpty else { return nil }
    return Self.levels.compactMap { level in
      let said = own.filter { $0.sure == level }
      guard !said.isEmpty else { return nil }
      let times = said.count == 1 ? "once" : "\(said.count) times"
      return "\(level) sure \(times), right \(said.count { $0.isRight })"
    }.joined(separator: "; ")
  }
}
