package dev.sweepline.generator.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options in what {@code vllm serve --help=all} prints. It names types nowhere, so those are
 * taken from the newest listed version where it has an option of the same name and kind.
 */
final class HelpText {
  /**
   * An entry begins two columns in; its explanation stands far to the right or on the next line.
   */
  private static final Pattern ENTRY =
      Pattern.compile("^  (-(?:[^ \\n]|(?: (?! )))*)(?:  +.*)?$", Pattern.MULTILINE);

  /** Between the forms of an option, each of which repeats what the value is. */
  private static final String NEXT_FORM = ", (?=-)";

  private static final Pattern CHOICES = Pattern.compile("\\{([^}]*)}");

  private static final String HELP = "--help";

  private HelpText() {}

  /**
   * Every option.
   *
   * @throws IllegalArgumentException when there is none
   */
  static List<Flag> flags(String help) {
    Map<String, Flag> known =
        CatalogueFile.FLAGS.stream()
            .collect(Collectors.toMap(Flag::name, Function.identity(), (old, newer) -> newer));
    List<Flag> flags =
        ENTRY.matcher(help).results().flatMap(entry -> flag(entry.group(1), known)).toList();
    if (flags.isEmpty()) {
      throw new IllegalArgumentException(
          "lists no option; it must be what 'vllm serve --help=all' prints");
    }
    return flags;
  }

  private static Stream<Flag> flag(String entry, Map<String, Flag> known) {
    List<String> forms = List.of(entry.split(NEXT_FORM));
    List<String> names = forms.stream().map(form -> form.split(" ", 2)[0]).toList();
    String name = names.stream().filter(it -> it.startsWith("--")).findFirst().orElse(HELP);
    if (name.equals(HELP)) {
      return Stream.empty();
    }
    String value = forms.get(0).contains(" ") ? forms.get(0).split(" ", 2)[1] : "";
    String negative = "--no-" + name.substring(2);
    Flag.Kind kind = kind(value, names.contains(negative) ? Flag.Kind.PAIR : Flag.Kind.BARE);
    Optional<Flag> like = Optional.ofNullable(known.get(name)).filter(flag -> flag.kind() == kind);
    return Stream.of(
        new Flag(
            name,
            names.stream().filter(it -> !it.equals(name) && !it.equals(negative)).toList(),
            kind,
            like.map(Flag::type).orElse(ValueType.TEXT),
            values(value),
            choices(value),
            List.of(),
            like.map(Flag::defaultValue).orElse(null),
            Flag.Life.ALWAYS));
  }

  private static Flag.Kind kind(String value, Flag.Kind withoutValue) {
    return value.isEmpty() ? withoutValue : Flag.Kind.VALUE;
  }

  private static Flag.Values values(String value) {
    if (value.endsWith(" ...]")) {
      return Flag.Values.SEVERAL;
    }
    return value.startsWith("[") ? Flag.Values.OPTIONAL : Flag.Values.ONE;
  }

  /** Only braces that stand alone bind; what follows them may name more. */
  private static List<String> choices(String value) {
    Matcher matcher = CHOICES.matcher(value.replaceFirst(" \\[.* \\.\\.\\.]$", ""));
    return matcher.matches()
        ? Arrays.stream(matcher.group(1).split(",")).filter(it -> !it.equals("None")).toList()
        : List.of();
  }
}
