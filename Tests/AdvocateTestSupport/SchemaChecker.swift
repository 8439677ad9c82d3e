import Foundation

/// Checks documents against the part of JSON Schema that our schema uses.
public struct SchemaChecker {
  private let root: [String: Any]

  struct Unreadable: Error {}

  /// Reads a schema.
  public init(_ text: String) throws {
    guard let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else { throw Unreadable() }
    self.root = root
  }

  /// What is wrong with `value`, one sentence each.
  public func complaints(about value: Any) -> [String] { check(value, root, "document") }

  private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      let definitions = root["$defs"] as? [String: [String: Any]]
      guard let target = definitions?[name] else { return ["\(path): no definition \(name)"] }
      return check(value, target, path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let found = choices.map { check(value, $0, path) }
      return found.contains([]) ? [] : found[0]
    }
    var complaints: [String] = []
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { has(value, type: $0) }) {
      return ["\(path): not of type \(types)"]
    }
    if let constant = schema["const"] as? Int, value as? Int != constant {
      complaints.append("\(path): not \(constant)")
    }
    if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
      complaints.append("\(path): not one of \(allowed)")
    }
    if let number = value as? Double, !isBool(value) {
      if let minimum = schema["minimum"] as? Double, number < minimum {
        complaints.append("\(path): below \(minimum)")
      }
      if let maximum = schema["maximum"] as? Double, number > maximum {
        complaints.append("\(path): above \(maximum)")
      }
    }
    if let elements = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (place, element) in elements.enumerated() {
        complaints += check(element, items, "\(path)[\(place)]")
      }
    }
    if let object = value as? [String: Any] { complaints += check(object, schema, path) }
    return complaints
  }

  private func check(_ object: [String: Any], _ schema: [String: Any], _ path: String) -> [String] {
    var complaints: [String] = []
    var required = schema["required"] as? [String] ?? []
    for (key, needed) in schema["dependentRequired"] as? [String: [String]] ?? [:] {
      if object[key] != nil { required += needed }
    }
    for key in required where object[key] == nil { complaints.append("\(path): no \(key)") }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for (key, member) in object {
      if let known = properties[key] {
        complaints += check(member, known, "\(path).\(key)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        complaints += check(member, others, "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        complaints.append("\(path): \(key) is unknown")
      }
    }
    return complaints
  }

  private func has(_ value: Any, type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "boolean": isBool(value)
    case "string": value is String
    case "array": value is [Any]
    case "object": value is [String: Any]
    case "number": !isBool(value) && value is NSNumber
    case "integer":
      !isBool(value)
        && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }

  private func isBool(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c"
  }
}
