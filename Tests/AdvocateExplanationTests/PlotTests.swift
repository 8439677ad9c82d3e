import AdvocateCharter
import AdvocateDiagnostics
import Testing

@testable import AdvocateExplanation

/// Plots beside drawings made by hand.
@Suite struct PlotTests {
  private func drawing(_ plot: Plot, _ width: Int, _ height: Int) -> [String] {
    plot.drawn(width: width, height: height).map(\.plain)
  }

  @Test func aStraightLine() {
    let plot = Plot(from: 0, to: 10, unit: "days", lines: [Plot.Line(sign: "●") { $0 }])
    // Rows of 2; columns 10 ÷ 14 apart, so that the first two are nearest to 0, the third to 2.
    #expect(
      drawing(plot, 20, 6) == [
        "10 ┤             ●●",
        " 8 ┤          ●●●",
        " 6 ┤       ●●●",
        " 4 ┤     ●●",
        " 2 ┤  ●●●",
        " 0 ┤●●─────────────",
        "   └┬─────────────┬",
        "    0             10",
        "               days",
      ])
  }

  @Test func belowZeroWithMarks() {
    let plot = Plot(
      from: 0, to: 20, lines: [Plot.Line(sign: "●") { 10 - $0 }],
      marks: [
        Plot.Mark(sign: "×", place: 10, height: 0), Plot.Mark(sign: "◆", place: 20, height: -10),
      ])
    // Columns are 1 apart: 10 and 9 to 8 are nearest to 10, 7 to 3 to 5, and so on; what lies half
    // way goes away from zero.
    #expect(
      drawing(plot, 27, 5) == [
        " 10 ┤●●●",
        "  5 ┤   ●●●●●",
        "  0 ┤────────●●×●●────────",
        " −5 ┤             ●●●●●",
        "−10 ┤                  ●●◆",
        "    └┬─────────┬─────────┬",
        "     0         10        20",
      ])
  }

  @Test func severalLinesAndGaps() {
    let plot = Plot(
      from: 0, to: 10,
      lines: [
        Plot.Line(sign: "○") { _ in 1 }, Plot.Line(sign: "●") { $0 < 5 ? 1 : nil },
      ])
    // Columns are 10 ÷ 12 apart; the sixth from the first stands on 5, where the second line ends.
    #expect(
      drawing(plot, 17, 2) == [
        "1 ┤●●●●●●○○○○○○○",
        "0 ┤─────────────",
        "  └┬───────────┬",
        "   0           10",
      ])
  }

  @Test func nothingAtAllStillHasRows() {
    let plot = Plot(from: 0, to: 0, lines: [Plot.Line(sign: "●") { _ in 0 }])
    let lines = drawing(plot, 20, 4)
    #expect(lines[0] == "1 ┤")
    #expect(lines[1].hasPrefix("0 ┤●●"))
  }

  @Test(arguments: [20, 40, 64, 72, 200])
  func everyPlotKeepsItsSize(_ width: Int) {
    for top in [0.000_2, 0.7, 3, 49, 1_000, 7_654_321, 1e15] {
      for bottom in [0, -top / 3, -top * 9] {
        for scale in [Plot.Scale.days, .decimal] {
          let plot = Plot(
            from: 0, to: 97, scale: scale, unit: "days after 2026-03-01",
            lines: [Plot.Line(sign: "●") { bottom + (top - bottom) * $0 / 97 }])
          let lines = plot.drawn(width: width, height: 8).map(\.plain)
          #expect(lines.count <= 11)
          guard width >= 40 else { continue }
          #expect(lines.allSatisfy { TextWidth.of($0) <= width }, "\(lines)")
        }
      }
    }
  }

  @Test func eachSignHasOneASCIISign() {
    for sign in "●○◆×┤└┬─−" { #expect(ASCIIForm.of(String(sign)).count == 1) }
    #expect(Set("●○◆×─".map { ASCIIForm.of(String($0)) }).count == 5)
  }
}
