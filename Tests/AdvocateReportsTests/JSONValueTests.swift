import AdvocateCharter
import AdvocateReports
import Foundation
import Testing

@Suite struct JSONValueTests {
  @Test(arguments: [
    ("plain", #""plain""#), ("a \"b\" \\ c/", #""a \"b\" \\ c/""#),
    ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1B}\u{7F}", #""\u0000\u001b\u007f""#),
    ("\u{2028}\u{202E}\u{2066}\u{FEFF}", #""\u2028\u202e\u2066\ufeff""#),
    ("é木👍", #""é木👍""#), ("\u{E0041}", #""\udb40\udc41""#), ("\r\n", #""\r\n""#),
  ])
  func escapesStrings(text: String, json: String) {
    #expect(JSONValue.string(text).compact == json)
  }

  @Test func anotherReaderReadsBackWhatWasWritten() throws {
    var everything = ""
    for value in UInt32(0)...0x3000 {
      if let scalar = Unicode.Scalar(value) { everything.unicodeScalars.append(scalar) }
    }
    for document in [
      JSONValue.array([.string(everything)]).compact, JSONValue.array([.string(everything)]).pretty,
    ] {
      let read = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String]
      #expect(read?.first?.unicodeScalars.elementsEqual(everything.unicodeScalars) == true)
    }
  }

  @Test func writesNumbersWithSixPlacesAtMost() {
    func text(_ numerator: Int, _ denominator: Int) -> String {
      JSONValue.number(Number(numerator).divided(by: Number(denominator)) ?? Number(0)).compact
    }
    #expect(text(5, 2) == "2.5")
    #expect(text(-5, 2) == "-2.5")
    #expect(text(1, 3) == "0.333333")
    #expect(text(2, 3) == "0.666667")
    #expect(text(1_000_000, 1) == "1000000")
  }

  @Test func keepsTheOrderOfMembers() {
    let value = JSONValue.object([
      .init("b", .array([.integer(1), .null])), .init("a", .object([])), .init("c", .bool(true)),
    ])
    #expect(value.compact == #"{"b":[1,null],"a":{},"c":true}"#)
    #expect(
      value.pretty == """
        {
          "b": [
            1,
            null
          ],
          "a": {},
          "c": true
        }
        """)
  }
}
