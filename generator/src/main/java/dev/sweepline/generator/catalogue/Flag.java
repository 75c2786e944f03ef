package dev.sweepline.generator.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An option of {@code vllm serve}.
 *
 * @param name in full, with its dashes: {@code --max-num-seqs}
 * @param aliases other names, with their dashes
 * @param kind whether it takes a value
 * @param type what the value must be
 * @param values how many it takes
 * @param choices the only values; empty for any
 * @param fields the keys of its object; empty when any key will do or it takes no object
 * @param defaultValue what holds when it is left out; null for none, or for one that is computed
 * @param life in which versions there is such an option
 */
public record Flag(
    String name,
    List<String> aliases,
    Kind kind,
    ValueType type,
    Values values,
    List<String> choices,
    List<String> fields,
    @Nullable Object defaultValue,
    Life life) {
  private static final String DASHES = "--";

  /** Whether an option takes a value. */
  public enum Kind {
    /** It takes one. */
    VALUE,
    /** A switch with a {@code --no-} form. */
    PAIR,
    /** A switch that can only be turned on. */
    BARE
  }

  /** How many values an option takes. */
  public enum Values {
    /** Exactly one; none for a switch. */
    ONE,
    /** One or none. */
    OPTIONAL,
    /** One or more, as arguments of their own. */
    SEVERAL
  }

  /**
   * The versions that have an option.
   *
   * @param since the first listed one; null when the oldest one does
   * @param removedIn the first one without it; null for one that is still there
   * @param useInstead what does the same today; null for nothing
   * @param announced the one that is said to remove it; null for none
   */
  public record Life(
      @Nullable VllmVersion since,
      @Nullable VllmVersion removedIn,
      @Nullable String useInstead,
      @Nullable VllmVersion announced) {
    /** As far as is known it was always there. */
    static final Life ALWAYS = new Life(null, null, null, null);

    boolean includes(VllmVersion version) {
      return (since == null || !version.isBefore(since)) && !isOverIn(version);
    }

    boolean isOverIn(VllmVersion version) {
      return removedIn != null && !version.isBefore(removedIn);
    }
  }

  public Flag {
    aliases = List.copyOf(aliases);
    choices = List.copyOf(choices);
    fields = List.copyOf(fields);
  }

  /** The form that turns a switch off, whether it has one or not. */
  public String negative() {
    return DASHES + "no-" + bareName();
  }

  /** Without dashes in front. */
  String bareName() {
    return name.substring(DASHES.length());
  }

  /** As a key of a configuration. */
  String key() {
    return bareName().replace('-', '_');
  }

  /** Every form that the parser knows, in its order. */
  List<String> spellings() {
    return Stream.of(
            Stream.of(name),
            kind == Kind.PAIR ? Stream.of(negative()) : Stream.<String>empty(),
            aliases.stream())
        .flatMap(names -> names)
        .toList();
  }
}
