package dev.sweepline.measure.verdict;

import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict;
import dev.sweepline.contract.RunSummary.Verdict.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges runs by all rules. */
public final class Verdicts {
  static final List<Rule> RULES =
      List.of(
          new NoSuccess(),
          new NoTokens(),
          new Failures(),
          new Interrupted(),
          new ServerRestarted(),
          new KnobNotApplied(),
          new SummaryMissing(),
          new ClientLimited(),
          new NearClientCeiling(),
          new HiddenLimit(),
          new Saturated(),
          new RateMissed(),
          new Censored(),
          new FewSamples(),
          new NotStationary(),
          new WarmupUnfinished(),
          new ShortOutputs(),
          new TokenCountByEvents(),
          new TokenCountsDisagree(),
          new FirstTokensUnseen(),
          new CoalescedStream(),
          new NoRequestData());

  private Verdicts() {}

  /** What all rules say of a run. */
  public static Verdict of(RunEvidence run) {
    State state = State.VALID;
    List<Reason> reasons = new ArrayList<>();
    for (Rule rule : RULES) {
      Optional<Finding> finding = rule.judge(run);
      if (finding.isPresent()) {
        reasons.add(finding.get().reason(rule.guide().code()));
        state = worse(state, finding.get().severity());
      }
    }
    return new Verdict(state, reasons);
  }

  /** The rule behind a reason, in words. */
  public static Optional<Guide> guide(String code) {
    return RULES.stream().map(Rule::guide).filter(guide -> guide.code().equals(code)).findFirst();
  }

  private static State worse(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
