package dev.sweepline.contract;

import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.Load.Balancing;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Load.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Load} by name. What is not said is null, false or 0; the endpoint is completions.
 * The keys are those of the record, where they are explained.
 */
public final class LoadBuilder {
  private final Kind kind;
  private @Nullable RequestRate rate;
  private @Nullable Arrival arrival;
  private @Nullable Double burstiness;
  private @Nullable Integer concurrency;
  private @Nullable Integer maxInFlight;
  private @Nullable Integer maxConnections;
  private @Nullable Integer requests;
  private @Nullable Double durationS;
  private int warmupRequests;
  private long seed;
  private Endpoint endpoint = Endpoint.COMPLETIONS;
  private @Nullable Integer maxOutputTokens;
  private boolean ignoreEos;
  private @Nullable Double connectTimeoutS;
  private @Nullable Double firstTokenTimeoutS;
  private @Nullable Double idleTimeoutS;
  private @Nullable Double totalTimeoutS;
  private @Nullable Double rampFrom;
  private @Nullable Double rampTo;
  private @Nullable Double rampS;
  private @Nullable String traceSha256;
  private @Nullable Boolean drain;
  private @Nullable Boolean uniquePrefix;
  private @Nullable Boolean stream;
  private @Nullable Integer endpoints;
  private @Nullable Balancing balancing;
  private @Nullable String extraBody;
  private @Nullable Integer maxRetries;
  private @Nullable Double runDeadlineS;
  private @Nullable Double stopOnErrorRate;
  private @Nullable Boolean stopWhenSaturated;

  private LoadBuilder(Kind kind) {
    this.kind = kind;
  }

  LoadBuilder(Load load) {
    this.kind = load.kind();
    this.rate = load.rate();
    this.arrival = load.arrival();
    this.burstiness = load.burstiness();
    this.concurrency = load.concurrency();
    this.maxInFlight = load.maxInFlight();
    this.maxConnections = load.maxConnections();
    this.requests = load.requests();
    this.durationS = load.durationS();
    this.warmupRequests = load.warmupRequests();
    this.seed = load.seed();
    this.endpoint = load.endpoint();
    this.maxOutputTokens = load.maxOutputTokens();
    this.ignoreEos = load.ignoreEos();
    this.connectTimeoutS = load.connectTimeoutS();
    this.firstTokenTimeoutS = load.firstTokenTimeoutS();
    this.idleTimeoutS = load.idleTimeoutS();
    this.totalTimeoutS = load.totalTimeoutS();
    this.rampFrom = load.rampFrom();
    this.rampTo = load.rampTo();
    this.rampS = load.rampS();
    this.traceSha256 = load.traceSha256();
    this.drain = load.drain();
    this.uniquePrefix = load.uniquePrefix();
    this.stream = load.stream();
    this.endpoints = load.endpoints();
    this.balancing = load.balancing();
    this.extraBody = load.extraBody();
    this.maxRetries = load.maxRetries();
    this.runDeadlineS = load.runDeadlineS();
    this.stopOnErrorRate = load.stopOnErrorRate();
    this.stopWhenSaturated = load.stopWhenSaturated();
  }

  static LoadBuilder closed(int slots) {
    LoadBuilder builder = new LoadBuilder(Kind.CLOSED);
    builder.concurrency = slots;
    return builder;
  }

  static LoadBuilder open(RequestRate rate) {
    LoadBuilder builder = new LoadBuilder(Kind.OPEN);
    builder.rate = rate;
    builder.arrival = Arrival.CONSTANT;
    return builder;
  }

  /** Arrivals at a rate that changes evenly over time, per second. */
  public static LoadBuilder ramp(double from, double to, double seconds) {
    LoadBuilder builder = new LoadBuilder(Kind.OPEN);
    builder.arrival = Arrival.CONSTANT;
    builder.rampFrom = from;
    builder.rampTo = to;
    builder.rampS = seconds;
    return builder;
  }

  /** Arrivals as a file has them. */
  public static LoadBuilder trace(String sha256) {
    LoadBuilder builder = new LoadBuilder(Kind.OPEN);
    builder.traceSha256 = sha256;
    return builder;
  }

  public LoadBuilder arrival(@Nullable Arrival value) {
    this.arrival = value;
    return this;
  }

  public LoadBuilder burstiness(@Nullable Double value) {
    this.burstiness = value;
    return this;
  }

  public LoadBuilder maxInFlight(@Nullable Integer value) {
    this.maxInFlight = value;
    return this;
  }

  public LoadBuilder maxConnections(@Nullable Integer value) {
    this.maxConnections = value;
    return this;
  }

  public LoadBuilder requests(@Nullable Integer value) {
    this.requests = value;
    return this;
  }

  public LoadBuilder durationS(@Nullable Double value) {
    this.durationS = value;
    return this;
  }

  public LoadBuilder warmupRequests(int value) {
    this.warmupRequests = value;
    return this;
  }

  public LoadBuilder seed(long value) {
    this.seed = value;
    return this;
  }

  public LoadBuilder endpoint(Endpoint value) {
    this.endpoint = value;
    return this;
  }

  public LoadBuilder maxOutputTokens(@Nullable Integer value) {
    this.maxOutputTokens = value;
    return this;
  }

  public LoadBuilder ignoreEos(boolean value) {
    this.ignoreEos = value;
    return this;
  }

  public LoadBuilder connectTimeoutS(@Nullable Double value) {
    this.connectTimeoutS = value;
    return this;
  }

  public LoadBuilder firstTokenTimeoutS(@Nullable Double value) {
    this.firstTokenTimeoutS = value;
    return this;
  }

  public LoadBuilder idleTimeoutS(@Nullable Double value) {
    this.idleTimeoutS = value;
    return this;
  }

  public LoadBuilder totalTimeoutS(@Nullable Double value) {
    this.totalTimeoutS = value;
    return this;
  }

  public LoadBuilder drain(@Nullable Boolean value) {
    this.drain = value;
    return this;
  }

  public LoadBuilder uniquePrefix(@Nullable Boolean value) {
    this.uniquePrefix = value;
    return this;
  }

  public LoadBuilder stream(@Nullable Boolean value) {
    this.stream = value;
    return this;
  }

  public LoadBuilder endpoints(@Nullable Integer value) {
    this.endpoints = value;
    return this;
  }

  public LoadBuilder balancing(@Nullable Balancing value) {
    this.balancing = value;
    return this;
  }

  public LoadBuilder extraBody(@Nullable String value) {
    this.extraBody = value;
    return this;
  }

  public LoadBuilder maxRetries(@Nullable Integer value) {
    this.maxRetries = value;
    return this;
  }

  public LoadBuilder runDeadlineS(@Nullable Double value) {
    this.runDeadlineS = value;
    return this;
  }

  public LoadBuilder stopOnErrorRate(@Nullable Double value) {
    this.stopOnErrorRate = value;
    return this;
  }

  public LoadBuilder stopWhenSaturated(@Nullable Boolean value) {
    this.stopWhenSaturated = value;
    return this;
  }

  /**
   * The load.
   *
   * @throws IllegalArgumentException naming the key, when a rule of the record is broken
   */
  public Load build() {
    return new Load(
        kind,
        rate,
        arrival,
        burstiness,
        concurrency,
        maxInFlight,
        maxConnections,
        requests,
        durationS,
        warmupRequests,
        seed,
        endpoint,
        maxOutputTokens,
        ignoreEos,
        connectTimeoutS,
        firstTokenTimeoutS,
        idleTimeoutS,
        totalTimeoutS,
        rampFrom,
        rampTo,
        rampS,
        traceSha256,
        drain,
        uniquePrefix,
        stream,
        endpoints,
        balancing,
        extraBody,
        maxRetries,
        runDeadlineS,
        stopOnErrorRate,
        stopWhenSaturated);
  }
}
