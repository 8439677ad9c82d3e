public import AdvocateDiagnostics
struct HelpTopicStub { var name: String; var summary: String }
enum HelpTopics {
  static let all: [HelpTopicStub] = []; static func find(_ name: String) -> HelpTopicStub? { nil }
}
public struct CodePageStub { public func lines(width: Int) -> [StyledText] { [] } }
public enum CodePages {
  public static func find(_ code: String) -> CodePageStub? { nil }
  public static let last = 99
}
