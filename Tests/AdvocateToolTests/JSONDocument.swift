import Foundation

/// A JSON document, read by another hand than the one that wrote it.
struct JSONDocument {
  private let members: [String: Any]

  struct Unreadable: Error {}

  init(_ bytes: [UInt8]) throws {
    guard let members = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    else { throw Unreadable() }
    self.members = members
  }

  subscript(_ key: String) -> Any? { members[key] }

  /// The judged actions.
  var actions: [[String: Any]] { members["actions"] as? [[String: Any]] ?? [] }

  /// What one key holds in each action.
  func values<Value>(_ key: String, as type: Value.Type = Value.self) -> [Value] {
    actions.compactMap { $0[key] as? Value }
  }
}
