package dev.sweepline.generator.plan;

import dev.sweepline.contract.Plan;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.dataset.DatasetFile;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What servers and their load together make doubtful, though each alone is fine. */
public final class LoadDoubts {
  private static final String CONTEXT = "max_model_len";
  private static final String SEATS = "max_num_seqs";

  /** So that five are expected beyond a 95th percentile. */
  private static final int FEWEST_REQUESTS = 100;

  private final Plan plan;
  private final DatasetFile dataset;

  private LoadDoubts(Plan plan, DatasetFile dataset) {
    this.plan = plan;
    this.dataset = dataset;
  }

  /** One line for each doubt. */
  public static List<String> of(Plan plan, DatasetFile dataset) {
    LoadDoubts doubts = new LoadDoubts(plan, dataset);
    return Stream.of(
            doubts.contextTooShort(),
            doubts.seatsThatStayEmpty(),
            doubts.tooFewRequests(),
            doubts.warmCache())
        .flatMap(Optional::stream)
        .toList();
  }

  private Stream<ServerConfig> configs() {
    return plan.experiments().stream().map(Plan.Experiment::config);
  }

  private Optional<String> contextTooShort() {
    Integer longest = dataset.longestRequest();
    return longest == null
        ? Optional.empty()
        : configs()
            .map(config -> config.integer(CONTEXT))
            .filter(Objects::nonNull)
            .filter(context -> context < longest)
            .min(Comparator.naturalOrder())
            .map(
                context ->
                    "%s: %d is less than the %d tokens of the longest request of %s; such requests fail"
                        .formatted(CONTEXT, context, longest, dataset.reference().name()));
  }

  /** Levels of the setting that no load of a fixed concurrency can tell apart. */
  private Optional<String> seatsThatStayEmpty() {
    List<Integer> concurrencies =
        plan.loads().stream().flatMap(load -> Stream.ofNullable(load.concurrency())).toList();
    if (concurrencies.isEmpty() || concurrencies.size() < plan.loads().size()) {
      return Optional.empty();
    }
    int most = concurrencies.stream().mapToInt(Integer::intValue).max().orElseThrow();
    List<Integer> empty =
        configs()
            .filter(config -> seats(config) >= most)
            .map(config -> config.integer(SEATS))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    return empty.size() < 2
        ? Optional.empty()
        : Optional.of(
            "%s: %s cannot differ with %d requests at once; raise --concurrency"
                .formatted(SEATS, empty, most));
  }

  /** Requests that a server takes at once; 0 where it is not said. */
  private static long seats(ServerConfig config) {
    Integer ofRank = config.integer(SEATS);
    Integer ranks = config.integer("data_parallel_size");
    return ofRank == null ? 0 : (long) ofRank * (ranks == null ? 1 : ranks);
  }

  private Optional<String> tooFewRequests() {
    int prompts = dataset.reference().prompts();
    return plan.loads().stream()
        .map(load -> Objects.requireNonNullElse(load.maxPrompts(), prompts))
        .min(Comparator.naturalOrder())
        .filter(fewest -> fewest < FEWEST_REQUESTS)
        .map(
            fewest ->
                "%d requests are too few for a 95th percentile; take %d or more"
                    .formatted(fewest, FEWEST_REQUESTS));
  }

  /** All load points of a start send the same prompts. */
  private Optional<String> warmCache() {
    boolean cached =
        configs()
            .anyMatch(
                config -> !Boolean.FALSE.equals(config.identity().get("enable_prefix_caching")));
    return cached && plan.loads().size() > 1
        ? Optional.of(
            "enable_prefix_caching: is on, so later load points of a start find the prompts of"
                + " earlier ones cached; set it to false, or look at prom_prefix_hit_rate")
        : Optional.empty();
  }
}
