package dev.sweepline.analytics.series;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run over its time by its requests alone, where nobody took samples. */
final class RequestSeries {
  static final Set<String> COLUMNS =
      Set.of(
          "scheduled_us", "sent_us", "first_token_us", "last_token_us", "end_us", "output_tokens");

  private static final double MICROS = 1e6;
  private static final String BASIS =
      "From the requests: each counts from its sending (or launch) to its end, its tokens evenly"
          + " from the first to the last.";

  private RequestSeries() {}

  static RunSeries of(ChosenRun run, List<StoredRow> requests) {
    long end =
        requests.stream()
            .map(request -> request.whole("end_us"))
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .max()
            .orElse(1);
    TimeBins bins = new TimeBins(Math.max(1, end), TimeBins.MOST);
    TimeBins.Flow busy = bins.flow();
    TimeBins.Flow tokens = bins.flow();
    for (StoredRow request : requests) {
      Long from = first(request, "sent_us", "scheduled_us");
      Long to = request.whole("end_us");
      if (from != null && to != null && from <= to) {
        busy.add(from, to, (double) (to - from) / MICROS);
      }
      Long first = request.whole("first_token_us");
      Long last = request.whole("last_token_us");
      Double count = request.number("output_tokens");
      if (first != null && last != null && count != null && first <= last) {
        tokens.add(first, last, count);
      }
    }
    List<@Nullable Double> none = Collections.nCopies(bins.seconds().size(), null);
    return run.series(BASIS, bins.seconds(), busy.perSecond(), none, none, tokens.perSecond());
  }

  private static @Nullable Long first(StoredRow row, String... columns) {
    return Stream.of(columns).map(row::whole).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
