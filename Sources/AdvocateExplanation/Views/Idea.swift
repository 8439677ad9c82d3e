/// One idea of the articles that the built-in charter comes from, and what makes it real here.
public struct Idea: Sendable {
  /// The articles, by the titles that the charter names as sources.
  public enum Article: String, CaseIterable, Sendable {
    case reasons = "Why Do You Want Customers?"
    case service = "An essay on business as service"
    case success = "A reply to a seller's joke"
    case independence = "Your Customers Don't Actually Belong To You"
    case partnership = "When was the last time you hugged your customer?"
  }

  /// What makes an idea real.
  public enum Realisation: Sendable {
    /// A rule of the built-in charter that speaks when the lines of the example are said.
    case rule(String)
    /// A line of the prompt that answers after the lines of the example.
    case line(String)
  }

  /// The article that it comes from.
  public let article: Article
  /// The idea in our words.
  public let text: String
  /// What makes it real.
  public let real: Realisation
  /// Lines inside an action that show it.
  public let example: [String]

  private init(_ article: Article, _ text: String, _ real: Realisation, _ example: [String]) {
    self.article = article
    self.text = text
    self.real = real
    self.example = example
  }

  /// An idea that a rule makes real.
  static func rule(
    _ article: Article, _ text: String, _ rule: String, _ example: String...
  ) -> Idea {
    Idea(article, text, .rule(rule), example)
  }

  /// An idea that a line of the prompt makes real.
  static func line(
    _ article: Article, _ text: String, _ line: String, _ example: String...
  ) -> Idea {
    Idea(article, text, .line(line), example)
  }
}
