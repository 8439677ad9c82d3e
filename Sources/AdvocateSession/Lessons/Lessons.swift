/// The lessons inside the program.
enum Lessons {
  /// The lessons in order.
  static let all: [Lesson] = texts.map { LessonReader.read($0).lesson }.sorted {
    $0.number < $1.number
  }

  /// Their texts.
  static var texts: [String] {
    [
      PackageResources.lesson_1_advocate, PackageResources.lesson_2_advocate,
      PackageResources.lesson_3_advocate, PackageResources.lesson_4_advocate,
      PackageResources.lesson_5_advocate, PackageResources.lesson_6_advocate,
      PackageResources.lesson_7_advocate, PackageResources.lesson_8_advocate,
    ].map { String(decoding: $0, as: UTF8.self) }
  }
}
