package dev.sweepline.analytics.table;

import static dev.sweepline.analytics.table.RunColumn.Group.LOAD;
import static dev.sweepline.analytics.table.RunValue.count;
import static dev.sweepline.analytics.table.RunValue.flag;
import static dev.sweepline.analytics.table.RunValue.number;
import static dev.sweepline.analytics.table.RunValue.text;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was sent to the server: the load's identity and its keys, and the dataset's. */
final class LoadColumns {
  static final List<RunValue> ALL =
      List.of(
          text(RunsTable.LOAD, LOAD, LoadColumns::id),
          text("load_kind", LOAD, of(load -> word(load.kind()))),
          number("load_rate", LOAD, of(LoadColumns::rate)),
          text("load_arrival", LOAD, of(load -> word(load.arrival()))),
          number("load_burstiness", LOAD, of(Load::burstiness)),
          count("load_concurrency", LOAD, of(Load::concurrency)),
          count("load_max_in_flight", LOAD, of(Load::maxInFlight)),
          count("load_max_connections", LOAD, of(Load::maxConnections)),
          count(RunsTable.LOAD_REQUESTS, LOAD, of(Load::requests)),
          number("load_duration_s", LOAD, of(Load::durationS)),
          count("load_warmup_requests", LOAD, of(Load::warmupRequests)),
          count("load_seed", LOAD, of(Load::seed)),
          text("load_endpoint", LOAD, of(load -> word(load.endpoint()))),
          count("load_max_output_tokens", LOAD, of(Load::maxOutputTokens)),
          flag("load_ignore_eos", LOAD, of(Load::ignoreEos)),
          number("load_connect_timeout_s", LOAD, of(Load::connectTimeoutS)),
          number("load_first_token_timeout_s", LOAD, of(Load::firstTokenTimeoutS)),
          number("load_idle_timeout_s", LOAD, of(Load::idleTimeoutS)),
          number("load_total_timeout_s", LOAD, of(Load::totalTimeoutS)),
          text(RunsTable.DATASET_NAME, LOAD, run -> run.description().dataset().name()),
          text(RunsTable.DATASET_SHA256, LOAD, run -> run.description().dataset().sha256()),
          count("dataset_prompts", LOAD, run -> run.description().dataset().prompts()),
          text("dataset_tokenizer", LOAD, run -> run.description().dataset().tokenizer()));

  private LoadColumns() {}

  private static Object id(Run run) {
    return run.description().load().id(run.description().dataset().sha256());
  }

  private static Function<Run, @Nullable Object> of(Function<Load, @Nullable Object> key) {
    return run -> key.apply(run.description().load());
  }

  private static @Nullable Object rate(Load load) {
    RequestRate rate = load.rate();
    return rate == null ? null : (Double) rate.perSecond();
  }

  private static @Nullable Object word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
