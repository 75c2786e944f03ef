package dev.sweepline.measure;

import dev.sweepline.contract.Sample;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Server samples for tests: nothing is told but what is said. */
public final class SampleBuilder {
  private final long atUs;
  private String endpoint = "http://127.0.0.1:8000";
  private String engine = "0";
  private @Nullable Double running;
  private @Nullable Double waiting;
  private @Nullable Double cacheUsage;
  private @Nullable Double preemptions;
  private @Nullable Double promptTokens;
  private @Nullable Double queries;
  private @Nullable Double hits;
  private @Nullable Double computed;
  private @Nullable Double cached;
  private @Nullable Double createdS;
  private @Nullable Double ttftSumS;
  private @Nullable Double ttftCount;
  private @Nullable Map<String, String> cacheConfig;

  private SampleBuilder(long atUs) {
    this.atUs = atUs;
  }

  /** A sample of engine 0 of the one server. */
  public static SampleBuilder sample(long atUs) {
    return new SampleBuilder(atUs);
  }

  public SampleBuilder endpoint(String value) {
    endpoint = value;
    return this;
  }

  public SampleBuilder engine(String value) {
    engine = value;
    return this;
  }

  public SampleBuilder requests(double inBatch, double queued) {
    running = inBatch;
    waiting = queued;
    return this;
  }

  public SampleBuilder cacheUsage(double value) {
    cacheUsage = value;
    return this;
  }

  public SampleBuilder preemptions(double total) {
    preemptions = total;
    return this;
  }

  public SampleBuilder promptTokens(double total) {
    promptTokens = total;
    return this;
  }

  public SampleBuilder prefixCache(double allQueries, double allHits) {
    queries = allQueries;
    hits = allHits;
    return this;
  }

  public SampleBuilder bySource(double allComputed, double allCached) {
    computed = allComputed;
    cached = allCached;
    return this;
  }

  public SampleBuilder created(double unixSeconds) {
    createdS = unixSeconds;
    return this;
  }

  public SampleBuilder ttft(double sumS, double count) {
    ttftSumS = sumS;
    ttftCount = count;
    return this;
  }

  public SampleBuilder cacheConfig(Map<String, String> labels) {
    cacheConfig = labels;
    return this;
  }

  public Sample build() {
    return new Sample(
        "1.1",
        "run",
        atUs,
        Sample.Source.SERVER,
        endpoint,
        engine,
        "tiny",
        running,
        waiting,
        cacheUsage,
        preemptions,
        promptTokens,
        null,
        queries,
        hits,
        computed,
        cached,
        createdS,
        cacheConfig,
        null,
        null,
        null,
        null,
        ttftSumS,
        ttftCount);
  }
}
