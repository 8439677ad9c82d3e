import AdvocateTestSupport
import Glibc

/// The first inputs of a target, beside the project's own examples.
enum Seeds {
  /// Writes each seed as a file of `folder`.
  static func write(for target: FuzzTarget, to folder: String) {
    for (place, text) in texts(for: target).enumerated() {
      guard let file = fopen("\(folder)/seed-\(place)", "w") else { continue }
      fputs(text, file)
      fclose(file)
    }
  }

  private static func texts(for target: FuzzTarget) -> [String] {
    switch target {
    case .script, .format:
      var charters = RandomCharters(seed: 8)
      return [FuzzCharter.script] + (0..<60).map { _ in charters.next().script }
    case .csv:
      return [
        #"""
        action,effort to leave,gain,share,visits,tells,offers,open,words,gain because
        First,a call,2m,12.5%,7,yes,"sale, support",north,we win,"they said ""so"""
        "Second, of two",1..3,-40k..1250.50,0%,,untouched,nothing,,"two
        lines",
        =1+1,one step,roughly 20,,unsaid,no,support,east,,

        """#, "name;visits;note\nA;2.5;x\n\"B\";untouched;\n", "visits\tgain\n1\t2\r\n3\t4\r\n",
      ]
    case .jsonl:
      return [
        #"""
        {"action": "First", "effort to leave": "a call", "gain": 2000000, "visits": 2.5e1}
        {"name": "S\u00e9cond", "share": "12.5%", "offers": ["sale", "support"], "tells": true}
        {"gain": {"between": [-3, 4.25]}, "visits": {"roughly": 20}, "effort to leave": null}
        {"effort to leave": {"value": "one step", "because": "tried it"}, "gain": "untouched"}

        """#, "{}\n[]\n{\"visits\": 1e30}\n{\"gain\": -0.1e-5}\n{\"a\": {\"b\": [[[[1]]]]}}\n",
      ]
    case .charter:
      return ["", "0123456789", String(repeating: "abcdefghijklmnopqrstuvwxyz", count: 20)]
    case .editing:
      return [
        "abc def", "effort to leave is ", "rule A\n  weight 3\nfor when gain is ", "日é\u{301}",
      ]
    case .session:
      return [
        "action Second\ngain is 5\nundo\nredo\nflip\nkeep\nsave x\nquit\n",
        "check\nrank\ncompare First with Second\nweigh\nlist rules\nshow gain\nwhy\nlook\n",
        "what if gain is 3 and visits is between 1 and 2\ndrop\nexpect First\nsettled\ncheck\n",
        "ledger L\nstarts at 5\non day 3 First\nledger L\nlifetime\ntwins\nquiz\nfor\nstop\n",
        "ask\na call\n5\nback\nskip\nwhy this question\nstop\ntranscript off\nforms rule\n",
        "purpose We serve customers\nmirror our customers lock in\nlesson 1\nhint\nskip\nstop\n",
      ]
    }
  }
}
