package dev.sweepline.measure.simulated;

import dev.sweepline.contract.Load;
import dev.sweepline.measure.Contexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * What a client sends.
 *
 * @param load as it says itself
 * @param dueUs due time of each request; in a closed loop of the first ones only
 * @param requests in all
 * @param warmup how many of them come before the measured ones
 * @param length output tokens of a request
 * @param latenessUs how late a request is sent that nothing else holds
 * @param sendCap requests that are let out of the client at once
 * @param passCap requests that are let through to the server at once
 */
record Traffic(
    Load load,
    List<Long> dueUs,
    int requests,
    int warmup,
    Length length,
    ToLongFunction<Random> latenessUs,
    int sendCap,
    int passCap) {
  private static final double US_PER_S = 1e6;

  static Traffic constant(double rate, int requests, Length length) {
    List<Long> due =
        LongStream.range(0, requests).mapToObj(i -> Math.round(i * US_PER_S / rate)).toList();
    return open(rate, due, length);
  }

  static Traffic poisson(double rate, int requests, Length length, Random random) {
    List<Long> due = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < requests; i++) {
      due.add(Math.round(at * US_PER_S));
      at -= Math.log(1 - random.nextDouble()) / rate;
    }
    return open(rate, due, length);
  }

  static Traffic allAtOnce(int requests, Length length) {
    return open(Double.POSITIVE_INFINITY, Collections.nCopies(requests, 0L), length);
  }

  static Traffic closed(int concurrency, int requests, Length length) {
    return new Traffic(
        Contexts.closed(concurrency),
        Collections.nCopies(concurrency, 0L),
        requests,
        0,
        length,
        Traffic::promptly,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE);
  }

  private static Traffic open(double rate, List<Long> due, Length length) {
    return new Traffic(
        Contexts.open(rate),
        due,
        due.size(),
        0,
        length,
        Traffic::promptly,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE);
  }

  /** The timer of a healthy client. */
  private static long promptly(Random random) {
    return random.nextInt(200);
  }

  Traffic warmup(int count) {
    return new Traffic(load, dueUs, requests, count, length, latenessUs, sendCap, passCap);
  }

  Traffic late(ToLongFunction<Random> us) {
    return new Traffic(load, dueUs, requests, warmup, length, us, sendCap, passCap);
  }

  Traffic sendCap(int cap) {
    return new Traffic(load, dueUs, requests, warmup, length, latenessUs, cap, passCap);
  }

  Traffic passCap(int cap) {
    return new Traffic(load, dueUs, requests, warmup, length, latenessUs, sendCap, cap);
  }

  /** Whether each end brings the next request. */
  boolean isClosed() {
    return load.kind() == Load.Kind.CLOSED;
  }
}
