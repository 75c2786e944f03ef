package dev.sweepline.simulator.server;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Where a server listens, and who is let in.
 *
 * @param port 0 for any that is free
 * @param apiKeys of which a client must have one; none for an open server
 * @param turnedAway whether the connection of that number, from 0, is closed as soon as it is there
 * @param shutAfter number of the request, from 1, after which nobody listens
 * @param shutFor how long
 */
public record Door(
    String host,
    int port,
    List<String> apiKeys,
    LongPredicate turnedAway,
    OptionalLong shutAfter,
    Duration shutFor) {
  public Door {
    apiKeys = List.copyOf(apiKeys);
  }
}
