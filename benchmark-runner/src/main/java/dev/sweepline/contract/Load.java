package dev.sweepline.contract;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the load generator. Keys that do not apply to the kind are null.
 *
 * @param kind open (a schedule) or closed (a number of slots)
 * @param rate requests per second; open only
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
 * @param connectTimeoutS seconds, as all that follow; null for none
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
    @Nullable Double totalTimeoutS)
    implements Serializable {
  /** Whether requests follow a schedule or each other. */
  public enum Kind {
    OPEN,
    CLOSED
  }

  /** How an open schedule is spaced. */
  public enum Arrival {
    CONSTANT,
    POISSON
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
    Rules.hold((rate != null) == open, "rate", "must be given exactly for an open load", rate);
    Rules.hold(
        (arrival != null) == open, "arrival", "must be given exactly for an open load", arrival);
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
  }

  private static void positive(String key, @Nullable Double value) {
    Rules.hold(value == null || value > 0, key, "must be > 0", value);
  }

  /** Short and readable: {@code rate10}, {@code rateinf}, {@code conc64}. */
  public String slug() {
    return kind == Kind.OPEN ? "rate" + rate : "conc" + concurrency;
  }

  /**
   * The identity of this load on a dataset: the slug and six hex digits of its hash.
   *
   * @param datasetSha256 of the dataset's bytes; null when unknown
   */
  public String id(@Nullable String datasetSha256) {
    return slug() + "-" + CanonicalJson.of(this).with("dataset_sha256", datasetSha256).sha256(6);
  }
}
