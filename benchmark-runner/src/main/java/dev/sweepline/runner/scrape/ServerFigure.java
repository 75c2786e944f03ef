package dev.sweepline.runner.scrape;

import dev.sweepline.runner.scrape.exposition.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The figures of an engine that a sample keeps, by vLLM's present names. */
enum ServerFigure {
  RUNNING("vllm:num_requests_running"),
  WAITING("vllm:num_requests_waiting"),
  KV_CACHE_USAGE("vllm:kv_cache_usage_perc", null, Math::max),
  PREEMPTIONS("vllm:num_preemptions_total"),
  PROMPT_TOKENS("vllm:prompt_tokens_total"),
  GENERATION_TOKENS("vllm:generation_tokens_total"),
  PREFIX_CACHE_QUERIES("vllm:prefix_cache_queries_total"),
  PREFIX_CACHE_HITS("vllm:prefix_cache_hits_total"),
  LOCAL_COMPUTE("vllm:prompt_tokens_by_source_total", "local_compute", Double::sum),
  LOCAL_CACHE_HIT("vllm:prompt_tokens_by_source_total", "local_cache_hit", Double::sum),
  FIRST_TOKEN_SUM("vllm:time_to_first_token_seconds_sum"),
  FIRST_TOKEN_COUNT("vllm:time_to_first_token_seconds_count");

  private static final String SOURCE = "source";
  private static final Pattern GROWING = Pattern.compile("(.+)_(?:total|sum|count)");

  private final String metric;
  private final @Nullable String source;
  private final DoubleBinaryOperator together;

  ServerFigure(String metric) {
    this(metric, null, Double::sum);
  }

  /**
   * @param source value that the label must have; null for any series
   * @param together what several series of one engine amount to
   */
  ServerFigure(String metric, @Nullable String source, DoubleBinaryOperator together) {
    this.metric = metric;
    this.source = source;
    this.together = together;
  }

  /** Names that the figure may have, the present one first. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(metric);
    names.addAll(OldNames.of(metric));
    return names;
  }

  /** The names of the series that say when the figure began; none for a gauge. */
  List<String> createdNames() {
    return names().stream()
        .map(GROWING::matcher)
        .filter(name -> name.matches())
        .map(name -> name.group(1) + "_created")
        .toList();
  }

  /** Whether a smaller value than before means that the server has started again. */
  boolean onlyGrows() {
    return GROWING.matcher(metric).matches();
  }

  boolean counts(Series series) {
    return source == null || source.equals(series.label(SOURCE));
  }

  double together(double one, double other) {
    return together.applyAsDouble(one, other);
  }
}
