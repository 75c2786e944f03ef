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
 * @param since the first listed version that has it; null when the oldest one does
 * @param removedIn the first version without it; null for one that is still there
 * @param useInstead what does the same today; null for nothing
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
    @Nullable VllmVersion since,
    @Nullable VllmVersion removedIn,
    @Nullable String useInstead) {
  static final String DASHES = "--";
  static final String NO = "--no-";

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

  public Flag {
    aliases = List.copyOf(aliases);
    choices = List.copyOf(choices);
    fields = List.copyOf(fields);
  }

  /** Every form under which the parser knows it, the negative one too. */
  List<String> spellings() {
    return Stream.of(
            Stream.of(name),
            kind == Kind.PAIR ? Stream.of(NO + bareName()) : Stream.<String>empty(),
            aliases.stream())
        .flatMap(names -> names)
        .toList();
  }

  /** Without dashes in front. */
  String bareName() {
    return name.substring(DASHES.length());
  }

  /** Whether a version has it. */
  boolean isIn(VllmVersion version) {
    return (since == null || !version.isBefore(since))
        && (removedIn == null || version.isBefore(removedIn));
  }
}
