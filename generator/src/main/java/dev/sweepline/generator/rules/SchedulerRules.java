package dev.sweepline.generator.rules;

import dev.sweepline.generator.model.ModelFacts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much the scheduler takes at once. */
final class SchedulerRules {
  private static final String TOKENS = "max_num_batched_tokens";
  private static final String SEQUENCES = "max_num_seqs";
  private static final String CONTEXT = "max_model_len";

  static final List<Rule> ALL =
      List.of(
          Rule.error("size_range", null, SchedulerRules::range),
          Rule.error("batch_below_sequences", TOKENS, SchedulerRules::belowSequences),
          Rule.error("batch_below_context", TOKENS, SchedulerRules::belowContext),
          Rule.warning("batch_above_all", TOKENS, SchedulerRules::aboveAll),
          Rule.warning("prefill_not_chunked", Deployment.CHUNKED, SchedulerRules::notChunked));

  private SchedulerRules() {}

  private static @Nullable String range(Deployment it) {
    return Stream.of(
            TOKENS,
            SEQUENCES,
            "block_size",
            Deployment.TENSOR,
            Deployment.PIPELINE,
            Deployment.DATA,
            Deployment.PREFILL_CONTEXT)
        .filter(key -> isBelowOne(it.size(key)))
        .map(key -> "%s must be at least 1, got: %d".formatted(key, it.size(key)))
        .findFirst()
        .orElse(null);
  }

  private static boolean isBelowOne(@Nullable Long size) {
    return size != null && size < 1;
  }

  private static @Nullable String belowSequences(Deployment it) {
    Long tokens = it.size(TOKENS);
    Long sequences = it.size(SEQUENCES);
    return tokens != null && sequences != null && tokens < sequences
        ? "%d tokens a step are fewer than the %d sequences of max_num_seqs; raise it"
            .formatted(tokens, sequences)
        : null;
  }

  private static @Nullable String belowContext(Deployment it) {
    Long tokens = it.size(TOKENS);
    Long context = context(it);
    return it.off(Deployment.CHUNKED) && tokens != null && context != null && tokens < context
        ? "without chunked prefill a whole prompt must fit into a step: %d tokens are fewer than"
                .formatted(tokens)
            + " max_model_len %d; raise it or chunk".formatted(context)
        : null;
  }

  /** Stated, else the model's. */
  private static @Nullable Long context(Deployment it) {
    ModelFacts model = it.context().model();
    Long stated = it.size(CONTEXT);
    return stated != null || model == null || it.states(CONTEXT)
        ? stated
        : (Long) (long) model.contextTokens();
  }

  private static @Nullable String aboveAll(Deployment it) {
    Long tokens = it.size(TOKENS);
    Long sequences = it.size(SEQUENCES);
    Long context = it.size(CONTEXT);
    return tokens != null && sequences != null && context != null && tokens > sequences * context
        ? "%d tokens a step are more than %d sequences of %d tokens can have; a lower value does the"
                .formatted(tokens, sequences, context)
            + " same"
        : null;
  }

  private static @Nullable String notChunked(Deployment it) {
    return it.off(Deployment.CHUNKED)
        ? "vLLM does not officially support prefill in one piece: the engine may crash or answer"
            + " wrongly; compare the answers too"
        : null;
  }
}
