import AdvocateAnalysis
import AdvocateDiagnostics
import AdvocateExplanation
import AdvocateReports

extension Session {
  /// How much the verdict on the action at hand leans on the weights.
  mutating func showWeights(_ argument: String?, _ response: inout Response) {
    guard argument == nil || argument?.lowercased() == "freely" else {
      response.refuse(
        "weigh alone, or freely, tells of all weights; weigh RULE N tries one.", width: width)
      return
    }
    let freely = argument != nil
    guard let action = action(called: nil, "judge", &response) else { return }
    let judgement = judge().judge(action)
    answer(
      freely
        ? WeighScreen.freely(judgement, width: width) : WeighScreen.rules(judgement, width: width),
      json: JSONReport.weights(judgement, freely: freely), &response)
  }
}
