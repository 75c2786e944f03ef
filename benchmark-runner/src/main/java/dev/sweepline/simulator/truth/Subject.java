package dev.sweepline.simulator.truth;

import java.util.List;

/**
 * What is known of a request when it is accepted.
 *
 * @param arrival number in the order of arrival, from 0
 * @param endpoint path of the URL
 * @param faults names of what will be done to it
 * @param run number of the run that it belongs to, from 1
 * @param runFactor how much slower than nominal the server is in that run
 */
public record Subject(
    String requestId,
    long arrival,
    String endpoint,
    Moment read,
    int promptTokens,
    List<String> faults,
    int run,
    double runFactor) {
  public Subject {
    faults = List.copyOf(faults);
  }
}
