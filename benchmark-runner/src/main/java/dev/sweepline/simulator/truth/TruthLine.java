package dev.sweepline.simulator.truth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request. A moment of writing is taken just before the bytes go to the socket.
 *
 * @param requestId the client's {@code X-Request-Id} or one made up
 * @param arrival number in the order of arrival, from 0
 * @param endpoint path of the URL
 * @param readNs when the last byte of the request was read
 * @param firstTokenNs null when no token was written
 * @param outputTokens written
 * @param faults names of what was done to it
 * @param run number of the run that it belongs to, from 1
 * @param runFactor how much slower than nominal the server was in that run
 */
public record TruthLine(
    String requestId,
    long arrival,
    String endpoint,
    long readWallUs,
    long readNs,
    @Nullable Long firstTokenWallUs,
    @Nullable Long firstTokenNs,
    @Nullable Long lastTokenWallUs,
    @Nullable Long lastTokenNs,
    int promptTokens,
    int outputTokens,
    String outcome,
    List<String> faults,
    int run,
    double runFactor) {
  public TruthLine {
    faults = List.copyOf(faults);
  }
}
