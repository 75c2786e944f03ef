package dev.sweepline.analytics.read;

import dev.sweepline.contract.RequestRecord;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A run's requests, one at a time. What is no request goes to the rejects on the way. */
public interface RunReading extends Closeable {
  /** What is known of the run. */
  RunDescription description();

  /** The next request; null behind the last. */
  @Nullable RequestRecord next() throws IOException;

  /** Failed requests of which only the number is known. */
  int unrecordedFailures();
}
