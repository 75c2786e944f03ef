package dev.sweepline.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the contracts, MAJOR.MINOR. A new minor adds keys; a new major renames a key or
 * changes a unit, and is refused by name.
 */
public record SchemaVersion(int major, int minor) {
  /** What this build writes. */
  public static final SchemaVersion CURRENT = new SchemaVersion(1, 1);

  private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,4})\\.(0|[1-9]\\d{0,4})");

  /**
   * Reads a version.
   *
   * @param where the place to name in an error
   * @throws ContractException when it is not MAJOR.MINOR, or of another major
   */
  static SchemaVersion parse(String where, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new ContractException(
          ExitCode.MALFORMED,
          where,
          "schema_version",
          "must be MAJOR.MINOR, got \"%s\"".formatted(text));
    }
    SchemaVersion version =
        new SchemaVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    if (version.major != CURRENT.major) {
      throw new ContractException(
          ExitCode.REFUSED,
          where,
          "schema_version",
          "%s cannot be read by this Sweepline, which reads %d.x; use the version that wrote it"
              .formatted(version, CURRENT.major));
    }
    return version;
  }

  /** MAJOR.MINOR. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
