import AdvocateAnalysis
import AdvocateExplanation

extension Session {
  /// How much the verdict on the action at hand leans on the weights.
  mutating func showWeights(freely: Bool, _ response: inout Response) {
    guard let action = action(called: nil, "judge", &response) else { return }
    let judgement = judge().judge(action)
    answer(
      freely
        ? WeighScreen.freely(judgement, width: width) : WeighScreen.rules(judgement, width: width),
      &response)
  }
}
