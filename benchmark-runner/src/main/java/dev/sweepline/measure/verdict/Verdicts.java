package dev.sweepline.measure.verdict;

import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict;
import dev.sweepline.contract.RunSummary.Verdict.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Judges runs by all rules. */
public final class Verdicts {
  private static final List<Function<Limits, Rule>> RULES =
      List.of(
          limits -> new NoSuccess(),
          limits -> new NoTokens(),
          Failures::new,
          limits -> new Interrupted(),
          limits -> new ServerRestarted(),
          limits -> new KnobNotApplied(),
          limits -> new SummaryMissing(),
          ClientLimited::new,
          NearClientCeiling::new,
          HiddenLimit::new,
          Saturated::new,
          RateMissed::new,
          Censored::new,
          FewSamples::new,
          NotStationary::new,
          WarmupUnfinished::new,
          ShortOutputs::new,
          limits -> new TokenCountByEvents(),
          TokenCountsDisagree::new,
          FirstTokensUnseen::new,
          CoalescedStream::new,
          PrefixCacheDiffers::new,
          Contradiction::new,
          limits -> new NoRequestData());

  private final List<Rule> rules;

  /**
   * @param thresholds what the rules compare with
   */
  public Verdicts(Thresholds thresholds) {
    this.rules = rules(thresholds);
  }

  static List<Rule> rules(Limits limits) {
    return RULES.stream().map(rule -> rule.apply(limits)).toList();
  }

  /** All numbers that rules compare with, by name. */
  static SortedMap<String, Double> limits() {
    SortedMap<String, Double> asked = new TreeMap<>();
    rules(
        (name, standard) -> {
          asked.put(name, standard);
          return standard;
        });
    return asked;
  }

  /** What all rules say of a run. */
  public Verdict of(RunEvidence run) {
    State state = State.VALID;
    List<Reason> reasons = new ArrayList<>();
    for (Rule rule : rules) {
      Optional<Finding> finding = rule.judge(run);
      if (finding.isPresent()) {
        reasons.add(finding.get().reason(rule.guide().code()));
        state = worse(state, finding.get().severity());
      }
    }
    return new Verdict(state, reasons);
  }

  /** The rule behind a reason, in words and with the rules' own numbers. */
  public static Optional<Guide> guide(String code) {
    return rules(Thresholds.STANDARD).stream()
        .map(Rule::guide)
        .filter(guide -> guide.code().equals(code))
        .findFirst();
  }

  private static State worse(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
