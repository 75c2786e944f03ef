package dev.sweepline.runner.client;

import dev.sweepline.contract.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A request that is about to be sent.
 *
 * @param requestId sent as {@code X-Request-Id}
 * @param index place in the order of dispatch
 * @param phase the part of the run
 * @param payload what is sent
 * @param scheduledUs when it is due, since the run's start
 * @param admittedUs when a permit was free, since the run's start; null when it never was
 * @param prefix put before the text of the prompt: printable ASCII without {@code "} and {@code \};
 *     null for none
 */
public record LoadRequest(
    String requestId,
    int index,
    Phase phase,
    Payload payload,
    long scheduledUs,
    @Nullable Long admittedUs,
    @Nullable String prefix) {
  public LoadRequest {
    if (prefix != null && !prefix.chars().allMatch(LoadRequest::standsForItselfInJson)) {
      throw new IllegalArgumentException("prefix: must need no escape in JSON, got: " + prefix);
    }
  }

  private static boolean standsForItselfInJson(int c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
  }
}
