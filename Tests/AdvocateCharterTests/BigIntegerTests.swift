import AdvocateTestSupport
import Testing

@testable import AdvocateCharter

/// Division holds against multiplication, which is simpler.
@Suite("Big numbers")
struct BigIntegerTests {
  /// A number of so many digits in base 2^32, with many that are all zeros or all ones.
  private func number(_ digits: Int, _ random: inout SeededGenerator) -> BigInteger {
    var value = BigInteger(0)
    for _ in 0..<digits {
      let digit = random.pick(
        [0, 1, 1 << 31, 1 << 32 - 1, random.number(0...(1 << 32 - 1))], else: 0)
      value = value * BigInteger(1 << 32) + BigInteger(digit)
    }
    return random.chance(30) ? value.negated : value
  }

  @Test("The quotient times the divisor and the rest give the number")
  func division() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<4_000 {
      let value = number(random.number(0...9), &random)
      let divisor = number(random.number(1...6), &random)
      guard !divisor.isZero else {
        #expect(value.divided(by: divisor) == nil)
        continue
      }
      let (quotient, rest) = try #require(value.divided(by: divisor))
      #expect(quotient * divisor + rest == value)
      #expect(rest.absolute < divisor.absolute)
      #expect(rest.isZero || rest.isNegative == value.isNegative)
    }
  }

  @Test("Digits are those of the number")
  func digits() {
    #expect(BigInteger.powerOfTen(40).digits == "1" + String(repeating: "0", count: 40))
    var power = BigInteger(1)
    for _ in 0..<100 { power = power * BigInteger(2) }
    #expect(power.digits == "1267650600228229401496703205376")
  }

  @Test("Sums of many written numbers stay short")
  func sums() {
    // 0.01 a thousand times, and a third thrice.
    let cent = Number(
      whole: "0", fraction: "01" + String(repeating: "0", count: 20), isNegative: false)
    let sum = (0..<1_000).reduce(Number(0)) { sum, _ in sum + (cent ?? Number(0)) }
    #expect(sum == Number(10))
    let third = Number(1).divided(by: Number(3)) ?? Number(0)
    #expect(third + third + third == Number(1))
  }
}
