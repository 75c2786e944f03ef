package dev.sweepline.generator.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of vLLM. The third number counts for the order, never for which options there are. */
public record VllmVersion(int major, int minor, int patch) implements Comparable<VllmVersion> {
  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?(?:[-.+a-z].*)?");

  private static final Comparator<VllmVersion> ORDER =
      Comparator.comparingInt(VllmVersion::major)
          .thenComparingInt(VllmVersion::minor)
          .thenComparingInt(VllmVersion::patch);

  /**
   * From a text such as {@code 0.29}, {@code v0.29.1} or {@code 0.32.0+cpu}.
   *
   * @throws IllegalArgumentException when it is no version
   */
  @JsonCreator
  public static VllmVersion parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a version of vLLM must look like 0.29 or 0.29.1, got: " + text);
    }
    String patch = matcher.group(3);
    return new VllmVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        patch == null ? 0 : Integer.parseInt(patch));
  }

  /** The release line, without the third number. */
  VllmVersion line() {
    return new VllmVersion(major, minor, 0);
  }

  /** Whether this comes before another. */
  public boolean isBefore(VllmVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(VllmVersion other) {
    return ORDER.compare(this, other);
  }

  /** As one says it: without a third number that is 0. */
  @JsonValue
  @Override
  public String toString() {
    return patch == 0 ? major + "." + minor : major + "." + minor + "." + patch;
  }
}
