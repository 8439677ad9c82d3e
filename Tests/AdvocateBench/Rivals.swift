/// The same job as a plain loop in Python and as one query of DuckDB, to be set beside.
///
/// Both are made from the rules of the synthetic charter, not from its tables, so that their
/// results check ours as well. Every fact is said, so that every rule is in play.
enum Rivals {
  private static var weights: Int { SyntheticBatch.rules.reduce(0) { $0 + $1.weight } }

  /// The half points that a rule brings for what it says.
  private static func halves(_ side: String, _ weight: Int) -> Int {
    switch side {
    case "for": 2 * weight
    case "leans against": -weight
    default: -2 * weight
    }
  }

  /// The lines of a rule, the one that wins over others first.
  private static func lines(_ rule: SyntheticBatch.Rule) -> [(
    side: String, tests: [SyntheticBatch.Test]
  )] {
    let order = ["veto", "against", "leans against", "for"]
    return rule.lines.sorted {
      (order.firstIndex(of: $0.side) ?? 0) < (order.firstIndex(of: $1.side) ?? 0)
    }
  }

  private static func levels(_ test: SyntheticBatch.Test) -> [String] {
    switch test.relation {
    case "is at least": (test.value...4).map { SyntheticBatch.word(test.fact, $0) }
    case "is at most": (0...test.value).map { SyntheticBatch.word(test.fact, $0) }
    default: [SyntheticBatch.word(test.fact, test.value)]
    }
  }

  private static func isNumber(_ fact: Int) -> Bool {
    switch SyntheticBatch.kinds20[fact] {
    case .count, .money: true
    default: false
    }
  }

  // MARK: - Python

  /// A program that judges the table in its first argument and writes what we write.
  static var python: String {
    var text = """
      import csv, sys
      def judge(row):
        forth = against = 0
        veto = False

      """
    let numbers = SyntheticBatch.kinds20.indices.filter(isNumber)
    for fact in numbers { text += "  n\(fact) = float(row[\(fact + 1)])\n" }
    for rule in SyntheticBatch.rules {
      for (place, line) in lines(rule).enumerated() {
        let tests = line.tests.map { test -> String in
          if isNumber(test.fact) {
            return "n\(test.fact) \(test.relation == "is more than" ? ">" : "<") \(test.value)"
          }
          let words = levels(test).map { "\"\($0)\"" }
          return words.count == 1
            ? "row[\(test.fact + 1)] == \(words[0])"
            : "row[\(test.fact + 1)] in (\(words.joined(separator: ", ")))"
        }
        text += "  \(place == 0 ? "if" : "elif") \(tests.joined(separator: " and ")):\n"
        let points = halves(line.side, rule.weight)
        text += points > 0 ? "    forth += \(points)\n" : "    against += \(-points)\n"
        if line.side == "veto" { text += "    veto = True\n" }
      }
    }
    return text + """
        top = 50 * \(weights) + 25 * (forth - against)
        if veto: verdict = "vetoed"
        elif top >= 60 * \(weights): verdict = "for the customer"
        elif top >= 40 * \(weights): verdict = "mixed"
        else: verdict = "against the customer"
        millionths = (2 * top * 1000000 + \(weights)) // (2 * \(weights))
        score = ("%d.%06d" % divmod(millionths, 1000000)).rstrip("0").rstrip(".")
        def half(n): return str(n // 2) + (".5" if n % 2 else "")
        return f"{row[0]},{verdict},{score},{half(forth)},{half(against)},\(weights),\\n"
      out = sys.stdout
      out.write("action,verdict,score,for,against,in play,problem\\n")
      with open(sys.argv[1], newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows: out.write(judge(row))

      """
  }

  // MARK: - DuckDB

  /// A program that has DuckDB do the same and write it to its second argument; its third says how
  /// many threads.
  static var duckDB: String {
    func points(_ isFor: Bool) -> String {
      SyntheticBatch.rules.map { rule in
        let cases = lines(rule).map { line -> String in
          let own = halves(line.side, rule.weight)
          return "WHEN \(condition(line.tests)) THEN \((own > 0) == isFor ? abs(own) : 0)"
        }
        return "CASE \(cases.joined(separator: " ")) ELSE 0 END"
      }.joined(separator: " + ")
    }
    let vetoes = SyntheticBatch.rules.filter(\.isVeto).map { condition($0.lines[0].tests) }
    let types = SyntheticBatch.kinds20.indices.map { fact in
      "'\(SyntheticBatch.name(fact))': '\(isNumber(fact) ? "DECIMAL(9,2)" : "VARCHAR")'"
    }
    let columns = (["'action': 'VARCHAR'"] + types).joined(separator: ", ")
    return """
      import duckdb, sys
      base = duckdb.connect()
      base.execute("SET threads = " + sys.argv[3])
      base.execute("SET preserve_insertion_order = true")
      base.execute(\"\"\"COPY (
        SELECT action, CASE WHEN veto THEN 'vetoed' WHEN top >= 60 * \(weights) THEN
          'for the customer' WHEN top >= 40 * \(weights) THEN 'mixed'
          ELSE 'against the customer' END AS verdict,
          regexp_replace(regexp_replace(format('{}.{:06d}', millionths // 1000000,
          millionths % 1000000), '0+$', ''), '[.]$', '') AS score,
          concat(forth // 2, CASE WHEN forth % 2 = 1 THEN '.5' ELSE '' END) AS "for",
          concat(against // 2, CASE WHEN against % 2 = 1 THEN '.5' ELSE '' END) AS against,
          \(weights) AS "in play", NULL AS problem
        FROM (SELECT *, (2 * top * 1000000 + \(weights)) // (2 * \(weights)) AS millionths FROM
          (SELECT *, (50 * \(weights) + 25 * (forth - against))::BIGINT AS top FROM
          (SELECT action, \(points(true)) AS forth, \(points(false)) AS against,
          \(vetoes.joined(separator: " OR ")) AS veto
        FROM read_csv('\"\"\" + sys.argv[1] + \"\"\"', header = true, columns = {\(columns)}))))
      ) TO '\"\"\" + sys.argv[2] + \"\"\"' (HEADER, DELIMITER ',', QUOTE '')\"\"\")

      """
  }

  private static func condition(_ tests: [SyntheticBatch.Test]) -> String {
    tests.map { test in
      let name = "\"\(SyntheticBatch.name(test.fact))\""
      if isNumber(test.fact) {
        return "\(name) \(test.relation == "is more than" ? ">" : "<") \(test.value)"
      }
      return "\(name) IN (\(levels(test).map { "'\($0)'" }.joined(separator: ", ")))"
    }.joined(separator: " AND ")
  }
}
