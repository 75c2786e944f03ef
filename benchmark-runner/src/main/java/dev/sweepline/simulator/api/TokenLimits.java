package dev.sweepline.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/**
 * How long an answer becomes.
 *
 * @param outputTokens at least 1
 */
record TokenLimits(int outputTokens, FinishReason finish) {
  private static final int COMPLETIONS_DEFAULT = 16;
  private static final String MAX_TOKENS = "max_tokens";
  private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";
  private static final String MIN_TOKENS = "min_tokens";

  static TokenLimits read(Endpoint endpoint, JsonNode root, int promptTokens, ModelCard model) {
    int room = room(promptTokens, model.maxModelLen());
    int max = max(endpoint, root, room, model.maxModelLen());
    int min = Fields.integer(root, MIN_TOKENS).orElse(0);
    if (min > max) {
      throw new ApiException(
          ApiError.badRequest(
              "min_tokens must be less than or equal to max_tokens=%d, got %d.".formatted(max, min),
              null));
    }
    // The end-of-text token is one more than the tokens that must come before it.
    int end = Math.max(model.answerTokens(), min + 1);
    boolean endless = Fields.flag(root, "ignore_eos");
    return endless || end > max
        ? new TokenLimits(max, FinishReason.LENGTH)
        : new TokenLimits(end, FinishReason.STOP);
  }

  private static int room(int promptTokens, int maxModelLen) {
    if (promptTokens >= maxModelLen) {
      throw new ApiException(
          ApiError.badRequest(
              ("This model's maximum context length is %d tokens. However, your prompt contains %d"
                      + " input tokens. Please reduce the length of the input prompt."
                      + " (parameter=input_tokens, value=%d)")
                  .formatted(maxModelLen, promptTokens, promptTokens),
              "input_tokens"));
    }
    return maxModelLen - promptTokens;
  }

  private static int max(Endpoint endpoint, JsonNode root, int room, int maxModelLen) {
    OptionalInt asked = asked(endpoint, root);
    if (asked.isEmpty()) {
      return endpoint == Endpoint.COMPLETIONS ? Math.min(COMPLETIONS_DEFAULT, room) : room;
    }
    int max = asked.getAsInt();
    if (max < 1) {
      throw new ApiException(
          ApiError.badRequest(
              "max_tokens must be at least 1, got %d. (parameter=max_tokens, value=%d)"
                  .formatted(max, max),
              MAX_TOKENS));
    }
    if (max > room) {
      throw new ApiException(
          ApiError.badRequest(
              ("max_tokens=%d cannot be greater than max_model_len=%d less %d input tokens. Please"
                      + " request fewer output tokens. (parameter=max_tokens, value=%d)")
                  .formatted(max, maxModelLen, maxModelLen - room, max),
              MAX_TOKENS));
    }
    return max;
  }

  private static OptionalInt asked(Endpoint endpoint, JsonNode root) {
    OptionalInt newer =
        endpoint == Endpoint.CHAT
            ? Fields.integer(root, MAX_COMPLETION_TOKENS)
            : OptionalInt.empty();
    return newer.isPresent() ? newer : Fields.integer(root, MAX_TOKENS);
  }
}
