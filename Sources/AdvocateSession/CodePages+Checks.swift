/// The pages of what `check` finds in a charter.
extension CodePages {
  static let checkTexts: [CodeText] = []
}
