package dev.sweepline.measure.verdict;

import dev.sweepline.contract.ServerConfig;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The server does not run with what it was told. */
final class KnobNotApplied implements Rule {
  @Override
  public Guide guide() {
    return new Guide(
        "knob_not_applied",
        Family.text(Family.ALL),
        "The labels of the server's `cache_config_info` beside the configuration: "
            + Knob.ALL.stream()
                .map(Knob::key)
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", "))
            + ".",
        "A stated value, other than auto or null, that is another one in the label of any engine;"
            + " compared as values (0.90 is 0.9, true is True, fp8 is any form of fp8). A setting"
            + " without a label says nothing.",
        "The run belongs to another configuration than its name says, and a comparison over that"
            + " setting would compare a value with itself.",
        "Look at the server's command line and log: a flag that was overridden or not passed on, or"
            + " another server at that address.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    ServerConfig stated = run.stated();
    if (stated == null) {
      return Optional.empty();
    }
    Numbers contradictions = Numbers.NONE;
    for (Map<String, String> labels : run.server().cacheConfigs()) {
      for (Knob knob : Knob.ALL) {
        contradictions = contradictions.and(knob.contradiction(stated, labels));
      }
    }
    return contradictions.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.invalid(contradictions));
  }
}
