import AdvocateDiagnostics

/// Commands that explain.
extension Session {
  mutating func help(_ topic: String?, _ response: inout Response) {}
  mutating func showForms(_ kind: String?, _ response: inout Response) {}
  mutating func explain(_ code: String?, _ response: inout Response) {}
}
extension Session {
  public func knowsTopic(_ name: String) -> Bool { true }
}
