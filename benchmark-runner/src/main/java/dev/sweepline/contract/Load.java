package dev.sweepline.contract;

import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the load generator. Keys that do not apply to the kind are null. An open load
 * has exactly one of a rate, a ramp and a trace.
 *
 * @param kind open (a schedule) or closed (a number of slots)
 * @param rate requests per second
 * @param arrival spacing of the schedule; open only
 * @param burstiness shape of gamma arrivals, 1 is Poisson; open only
 * @param concurrency slots; closed only
 * @param maxInFlight permits on an open loop; null without a limit
 * @param maxConnections limit of the connection pool; null without a limit
 * @param requests measured requests asked for; null when the duration decides
 * @param durationS seconds of dispatch; null when the count decides
 * @param warmupRequests requests before the measured ones
 * @param seed of the schedule and the order of prompts
 * @param endpoint the API that is called
 * @param maxOutputTokens sent with each request; null when the dataset decides
 * @param ignoreEos whether the server is told to run to the limit
 * @param connectTimeoutS seconds, as the next three; null for none
 * @param rampFrom requests per second at the start of a ramp
 * @param rampTo requests per second at its end
 * @param rampS its length in seconds
 * @param traceSha256 of the file that arrivals and lengths come from
 * @param drain whether requests go on in the same shape until the last measured one has ended; null
 *     for no
 * @param uniquePrefix whether each prompt begins with a text of its own; null for no
 * @param stream whether the answer is asked for as a stream; null for yes
 * @param endpoints servers that share the load; null for one
 * @param balancing how they share it; null for one server
 * @param extraBody what is added to each body, a canonical JSON object
 * @param maxRetries most retries of a request that was answered with 429; null for none
 * @param runDeadlineS seconds after which the run is stopped; null for never
 * @param stopOnErrorRate share of failed requests at which the run is stopped, 0 to 1
 * @param stopWhenSaturated whether the run is stopped when a backlog grows; null for no
 */
public record Load(
    Kind kind,
    @Nullable RequestRate rate,
    @Nullable Arrival arrival,
    @Nullable Double burstiness,
    @Nullable Integer concurrency,
    @Nullable Integer maxInFlight,
    @Nullable Integer maxConnections,
    @Nullable Integer requests,
    @Nullable Double durationS,
    int warmupRequests,
    long seed,
    Endpoint endpoint,
    @Nullable Integer maxOutputTokens,
    boolean ignoreEos,
    @Nullable Double connectTimeoutS,
    @Nullable Double firstTokenTimeoutS,
    @Nullable Double idleTimeoutS,
    @Nullable Double totalTimeoutS,
    @Since(minor = 1) @Nullable Double rampFrom,
    @Since(minor = 1) @Nullable Double rampTo,
    @Since(minor = 1) @Nullable Double rampS,
    @Since(minor = 1) @Nullable String traceSha256,
    @Since(minor = 1) @Nullable Boolean drain,
    @Since(minor = 1) @Nullable Boolean uniquePrefix,
    @Since(minor = 1) @Nullable Boolean stream,
    @Since(minor = 1) @Nullable Integer endpoints,
    @Since(minor = 1) @Nullable Balancing balancing,
    @Since(minor = 1) @Nullable String extraBody,
    @Since(minor = 1) @Nullable Integer maxRetries,
    @Since(minor = 1) @Nullable Double runDeadlineS,
    @Since(minor = 1) @Nullable Double stopOnErrorRate,
    @Since(minor = 1) @Nullable Boolean stopWhenSaturated)
    implements Serializable {
  /** Whether requests follow a schedule or each other. */
  public enum Kind {
    OPEN,
    CLOSED
  }

  /** How an open schedule is spaced. */
  public enum Arrival {
    CONSTANT,
    POISSON,
    GAMMA
  }

  /** How several servers share a load. */
  public enum Balancing {
    ROUND_ROBIN,
    LEAST_IN_FLIGHT
  }

  /** Which OpenAI-compatible API is called. */
  public enum Endpoint {
    COMPLETIONS("/v1/completions"),
    CHAT("/v1/chat/completions");

    private final String path;

    Endpoint(String path) {
      this.path = path;
    }

    /** Path below the base URL. */
    public String path() {
      return path;
    }
  }

  public Load {
    boolean open = kind == Kind.OPEN;
    long schedules = Stream.of(rate, rampS, traceSha256).filter(Objects::nonNull).count();
    Rules.hold(
        schedules == (open ? 1 : 0),
        "rate",
        "must be given for an open load without ramp or trace, and only there",
        rate);
    Rules.hold(
        Stream.of(rampFrom, rampTo, rampS).filter(Objects::nonNull).count() % 3 == 0,
        "ramp_s",
        "must be given exactly with ramp_from and ramp_to",
        rampS);
    Rules.hold(
        (arrival != null) == (open && traceSha256 == null),
        "arrival",
        "must be given exactly for an open load without a trace",
        arrival);
    Rules.hold(
        (concurrency == null) == open,
        "concurrency",
        "must be given exactly for a closed load",
        concurrency);
    Rules.hold(
        open || burstiness == null, "burstiness", "must be null for a closed load", burstiness);
    Rules.hold(
        open || maxInFlight == null,
        "max_in_flight",
        "must be null for a closed load",
        maxInFlight);
    Rules.hold(
        requests != null || durationS != null,
        "requests",
        "must be given when duration_s is not",
        requests);
    Rules.atLeast("concurrency", concurrency, 1);
    Rules.atLeast("max_in_flight", maxInFlight, 1);
    Rules.atLeast("max_connections", maxConnections, 1);
    Rules.atLeast("requests", requests, 1);
    Rules.atLeast("warmup_requests", warmupRequests, 0);
    Rules.atLeast("max_output_tokens", maxOutputTokens, 1);
    positive("burstiness", burstiness);
    positive("duration_s", durationS);
    positive("connect_timeout_s", connectTimeoutS);
    positive("first_token_timeout_s", firstTokenTimeoutS);
    positive("idle_timeout_s", idleTimeoutS);
    positive("total_timeout_s", totalTimeoutS);
    positive("ramp_s", rampS);
    positive("run_deadline_s", runDeadlineS);
    Rules.hold(rampFrom == null || rampFrom >= 0, "ramp_from", "must be >= 0", rampFrom);
    Rules.hold(rampTo == null || rampTo >= 0, "ramp_to", "must be >= 0", rampTo);
    Rules.atLeast("endpoints", endpoints, 1);
    Rules.atLeast("max_retries", maxRetries, 1);
    Rules.share("stop_on_error_rate", stopOnErrorRate);
  }

  private static void positive(String key, @Nullable Double value) {
    Rules.hold(value == null || value > 0, key, "must be > 0", value);
  }

  /** Requests in flight, each followed by the next. */
  public static LoadBuilder closed(int concurrency) {
    return LoadBuilder.closed(concurrency);
  }

  /** Requests evenly spaced on a schedule. */
  public static LoadBuilder open(RequestRate rate) {
    return LoadBuilder.open(rate);
  }

  /** The same load, to be changed. */
  public LoadBuilder toBuilder() {
    return new LoadBuilder(this);
  }

  /**
   * Short and readable: {@code rate10}, {@code rateinf}, {@code conc64}, {@code ramp1to20}, {@code
   * trace}.
   */
  public String slug() {
    if (kind == Kind.CLOSED) {
      return "conc" + concurrency;
    }
    if (rate != null) {
      return "rate" + rate;
    }
    return rampFrom == null || rampTo == null
        ? "trace"
        : "ramp%sto%s".formatted(CanonicalJson.number(rampFrom), CanonicalJson.number(rampTo));
  }

  /**
   * The identity of this load on a dataset: the slug and six hex digits of its hash. A key that
   * came with a later minor version counts only where it is not null, so a load keeps its identity.
   *
   * @param datasetSha256 of the dataset's bytes; null when unknown
   */
  public String id(@Nullable String datasetSha256) {
    return slug() + "-" + canonical(datasetSha256).sha256(6);
  }

  CanonicalJson canonical(@Nullable String datasetSha256) {
    return CanonicalJson.of(this)
        .withoutNulls(ContractKey.youngerThan(Load.class, 0))
        .with("dataset_sha256", datasetSha256);
  }
}
