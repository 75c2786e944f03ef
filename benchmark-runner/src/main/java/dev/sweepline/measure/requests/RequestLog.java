package dev.sweepline.measure.requests;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.measure.store.PackedLongs;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The attempted measured requests of a run, about 30 bytes each. Not thread-safe. */
public final class RequestLog implements Serializable {
  private static final long serialVersionUID = 1;

  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

  /** Stands for {@link RequestRow#NONE}: all other values are at least 0. */
  private static final long ABSENT = -1;

  private final PackedLongs values = new PackedLongs();
  private int size;

  /** Keeps a request; one that is not measured or not attempted is left out. */
  public void add(RequestRecord request) {
    if (request.phase() != Phase.MEASURE || !request.outcome().isAttempted()) {
      return;
    }
    long due = request.scheduledUs();
    values.add(OUTCOMES.indexOf(request.outcome()));
    values.add(request.index());
    values.add(due);
    addTime(request.admittedUs(), due);
    addTime(request.sentUs(), due);
    addTime(request.firstTokenUs(), due);
    addTime(request.lastTokenUs(), due);
    values.add(request.endUs() - due);
    Integer tokens = request.outputTokens();
    values.add(tokens == null ? ABSENT : tokens);
    long gap = new Stream(request).medianGapUs();
    values.add(gap == RequestRow.NONE ? ABSENT : gap);
    size++;
  }

  private void addTime(@Nullable Long time, long due) {
    values.add(time == null ? ABSENT : Math.max(0, time - due));
  }

  /** Takes over the requests of another part of the run. */
  public void addAll(RequestLog other) {
    values.addAll(other.values);
    size += other.size;
  }

  int size() {
    return size;
  }

  /** Shows each request once, in the order of adding. */
  void forEach(Consumer<RequestRow> consumer) {
    PackedLongs.Reader reader = values.reader();
    RequestRow row = new RequestRow();
    while (reader.hasNext()) {
      row.outcome = OUTCOMES.get((int) reader.next());
      row.index = reader.next();
      row.scheduledUs = reader.next();
      row.admittedUs = time(reader.next(), row.scheduledUs);
      row.sentUs = time(reader.next(), row.scheduledUs);
      row.firstTokenUs = time(reader.next(), row.scheduledUs);
      row.lastTokenUs = time(reader.next(), row.scheduledUs);
      row.endUs = time(reader.next(), row.scheduledUs);
      row.outputTokens = time(reader.next(), 0);
      row.medianGapUs = time(reader.next(), 0);
      consumer.accept(row);
    }
  }

  private static long time(long stored, long due) {
    return stored == ABSENT ? RequestRow.NONE : due + stored;
  }
}
