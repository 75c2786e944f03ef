package dev.sweepline.measure.verdict;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A run that was judged. */
record Judged(Verdict verdict) {
  /** A run of requests that only the load is known of. */
  static Judged run(Load load, int requests, IntFunction<RequestBuilder> request) {
    return run(Contexts.of(load), requests, request);
  }

  static Judged run(RunContext context, int requests, IntFunction<RequestBuilder> request) {
    return run(
        context,
        IntStream.range(0, requests).mapToObj(request).map(RequestBuilder::build).toList());
  }

  static Judged run(RunContext context, List<RequestRecord> requests) {
    return run(context, requests, List.of());
  }

  static Judged run(RunContext context, List<RequestRecord> requests, List<Sample> samples) {
    RunAccumulator run = new RunAccumulator();
    requests.forEach(run::add);
    samples.forEach(run::addSample);
    return new Judged(run.finish(context).verdict());
  }

  List<String> codes() {
    return verdict.reasons().stream().map(Reason::code).toList();
  }

  Optional<Reason> reason(String code) {
    return verdict.reasons().stream().filter(reason -> reason.code().equals(code)).findFirst();
  }

  List<String> voids(String code) {
    return reason(code).map(Reason::voids).orElse(List.of());
  }
}
