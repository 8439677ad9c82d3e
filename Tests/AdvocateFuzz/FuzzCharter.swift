import AdvocateCharter

/// A small charter with a fact of every kind, by which most inputs are judged.
enum FuzzCharter {
  static let script = """
    charter small
      currency EUR
      verdict good from 60
      verdict mixed from 40
      verdict bad from 0
      lens ease
    phrases sweet talk
      says our customers
      says we win
      because they matter
    fact effort to leave
      scale one step, a form, a call, a letter
      means a call one waits in a queue
    fact open
      one of north, east, south
    fact offers
      any of nothing, sale, support
    fact tells
      yes-no
      must be said
    fact gain
      money
      kind outcome
    fact share
      percent
    fact visits
      number of visits
    fact words
      text
    fact sweets
      counts sweet talk in words
    fact per visit
      computed gain / ( visits + 1 ) - share * 2
    rule Leaving is easy
      lens ease
      weight 4
      for when effort to leave is one step
      against when effort to leave is more than a form and open is not east
      because they may go
    rule Gains are shared
      weight 3
      only when gain is more than 0
      leans for when per visit is at most 20
      against when per visit is more than 2k
      because it is theirs
    rule No lies
      weight 2
      veto when tells is no and offers includes sale
      leans against when share is between 10% and 50%
      because they believe us
    rule Words
      weight 1
      for when sweets is at least 2
      against when offers is nothing
      because words matter
    """

  /// The charter alone.
  static let workspace: Workspace = {
    var workspace = BuiltInCharter.workspace()
    var reader = ScriptReader(files: { _ in .failure(.missing) })
    reader.read(Array(script.utf8), named: "small", into: &workspace)
    if !reader.diagnostics.isEmpty { found("\(reader.diagnostics)") }
    return workspace
  }()
}
