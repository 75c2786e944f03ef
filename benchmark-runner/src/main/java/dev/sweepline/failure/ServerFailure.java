package dev.sweepline.failure;

import org.jspecify.annotations.Nullable;

/**
 * Why a server died.
 *
 * @param code of the kind of failure, for machines
 * @param line of the log that says so: at most 200 characters, without secrets, addresses and home
 *     folders
 * @param node whose log it is; null where the log's name does not tell
 * @param remedy what to do about it
 */
public record ServerFailure(String code, String line, @Nullable String node, String remedy) {
  /** All of it in one line. */
  public String summary() {
    return "%s%s: %s; %s".formatted(code, node == null ? "" : " on " + node, line, remedy);
  }
}
