package dev.sweepline.simulator.metrics;

import dev.sweepline.simulator.api.FinishReason;
import dev.sweepline.simulator.engine.EngineStats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders the page.
 *
 * @param modelName label of every sample
 * @param startedS the server's start, UNIX seconds
 * @param cacheConfig labels of {@code cache_config_info}
 */
public record MetricsPage(String modelName, double startedS, Map<String, String> cacheConfig) {
  /** Reasons that vLLM lists and that a simulated request never ends by. */
  private static final List<String> OTHER_REASONS = List.of("abort", "error", "repetition");

  private static final String TOTAL = "_total";
  private static final String CREATED = "_created";
  private static final String SUCCESS = "vllm:request_success";
  private static final String CACHE_CONFIG = "vllm:cache_config_info";

  public MetricsPage {
    cacheConfig = Map.copyOf(cacheConfig);
  }

  /** The page of the same server after another start. */
  public MetricsPage startedAt(double otherS) {
    return new MetricsPage(modelName, otherS, cacheConfig);
  }

  /** The text of the page. */
  public String render(List<EngineStats> engines, RequestFigures requests) {
    Exposition page = new Exposition();
    page.family("process_start_time_seconds", "gauge", "Start time of the process.");
    page.sample("process_start_time_seconds", Map.of(), startedS);
    EngineFigure.ALL.stream()
        .map(EngineFigure::base)
        .distinct()
        .forEach(base -> engineFamily(page, base, engines));
    successes(page, engines.size(), requests);
    for (int latency = 0; latency < Latency.ALL.size(); latency++) {
      histograms(page, latency, engines.size(), requests);
    }
    page.family(CACHE_CONFIG, "gauge", "Information of the LLMEngine CacheConfig");
    for (int engine = 0; engine < engines.size(); engine++) {
      Map<String, String> labels = new HashMap<>(cacheConfig);
      labels.put("engine", Integer.toString(engine));
      page.sample(CACHE_CONFIG, labels, 1);
    }
    return page.text();
  }

  private void engineFamily(Exposition page, String base, List<EngineStats> engines) {
    List<EngineFigure> figures =
        EngineFigure.ALL.stream().filter(figure -> figure.base().equals(base)).toList();
    boolean counter = figures.get(0).counter();
    String name = counter ? base + TOTAL : base;
    page.family(name, counter ? "counter" : "gauge", "As vLLM's metric of this name.");
    for (int engine = 0; engine < engines.size(); engine++) {
      for (EngineFigure figure : figures) {
        page.sample(
            name,
            labels(engine, figure.labels()),
            figure.value().applyAsDouble(engines.get(engine)));
      }
    }
    if (counter) {
      page.family(base + CREATED, "gauge", "When the counter began.");
      for (int engine = 0; engine < engines.size(); engine++) {
        for (EngineFigure figure : figures) {
          page.sample(base + CREATED, labels(engine, figure.labels()), startedS);
        }
      }
    }
  }

  private void successes(Exposition page, int engines, RequestFigures requests) {
    page.family(SUCCESS + TOTAL, "counter", "Count of successfully processed requests.");
    for (int engine = 0; engine < engines; engine++) {
      for (FinishReason reason : FinishReason.values()) {
        page.sample(
            SUCCESS + TOTAL,
            labels(engine, Map.of("finished_reason", reason.label())),
            (double) requests.engine(engine).finished(reason));
      }
      for (String reason : OTHER_REASONS) {
        page.sample(SUCCESS + TOTAL, labels(engine, Map.of("finished_reason", reason)), 0);
      }
    }
    created(page, SUCCESS, engines);
  }

  private void histograms(Exposition page, int index, int engines, RequestFigures requests) {
    Latency latency = Latency.ALL.get(index);
    page.family(latency.metric(), "histogram", latency.help());
    for (int engine = 0; engine < engines; engine++) {
      requests.engine(engine).latencies().get(index).writeTo(page, labels(engine, Map.of()));
    }
    created(page, latency.metric(), engines);
  }

  private void created(Exposition page, String base, int engines) {
    page.family(base + CREATED, "gauge", "When the metric began.");
    for (int engine = 0; engine < engines; engine++) {
      page.sample(base + CREATED, labels(engine, Map.of()), startedS);
    }
  }

  private Map<String, String> labels(int engine, Map<String, String> more) {
    Map<String, String> labels = new HashMap<>(more);
    labels.put("engine", Integer.toString(engine));
    labels.put("model_name", modelName);
    return labels;
  }
}
