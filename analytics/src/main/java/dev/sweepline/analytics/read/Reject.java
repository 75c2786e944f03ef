package dev.sweepline.analytics.read;

import dev.sweepline.contract.ContractException;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Input that became no row: a line, a record, or a whole file.
 *
 * @param file path below the results folder
 * @param line from 1; null for a whole file
 * @param reason the rule that it breaks
 * @param raw the text itself, at most 500 characters; null when it could not be read
 */
public record Reject(String file, @Nullable Long line, String reason, @Nullable String raw)
    implements Serializable {
  /** By file, then line. */
  public static final Comparator<Reject> BY_PLACE =
      Comparator.comparing(Reject::file)
          .thenComparing(Reject::line, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final int LONGEST_RAW = 500;

  public Reject {
    raw = raw == null || raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW);
  }

  /** A line or a file that breaks its contract. */
  static Reject broken(
      String file, @Nullable Long line, ContractException e, @Nullable String raw) {
    return new Reject(file, line, String.valueOf(e.getMessage()), raw);
  }

  /** A file that cannot be read, or not to its end. */
  public static Reject unreadable(String file, IOException e) {
    return new Reject(file, null, "cannot be read: " + e.getMessage(), null);
  }
}
