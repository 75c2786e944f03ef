package dev.sweepline.generator.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
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

  private static final Pattern NAME = Pattern.compile("(?<![^ ,])--?[A-Za-z][A-Za-z0-9-]*");
  private static final Pattern CHOICES = Pattern.compile("\\{([^}]*)}");
  private static final Pattern SEVERAL = Pattern.compile("\\[\\S+ \\.\\.\\.]");
  private static final Pattern OPTIONAL = Pattern.compile(" \\[[^ \\]]+](?:,|$)");

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
    String names = CHOICES.matcher(entry).replaceAll("{}");
    List<String> forms = NAME.matcher(names).results().map(MatchResult::group).toList();
    List<String> longForms = forms.stream().filter(form -> form.startsWith("--")).toList();
    if (longForms.isEmpty() || longForms.contains("--help")) {
      return Stream.empty();
    }
    String name = longForms.get(0);
    String negative = "--no-" + name.substring(2);
    Flag.Kind kind = kind(names, forms.contains(negative) ? Flag.Kind.PAIR : Flag.Kind.BARE);
    Optional<Flag> like = Optional.ofNullable(known.get(name)).filter(flag -> flag.kind() == kind);
    return Stream.of(
        new Flag(
            name,
            forms.stream().filter(f -> !f.equals(name) && !f.equals(negative)).toList(),
            kind,
            like.map(Flag::type).orElse(ValueType.TEXT),
            values(names),
            choices(entry),
            List.of(),
            like.map(Flag::defaultValue).orElse(null),
            Flag.Life.ALWAYS));
  }

  /** A name that is followed by more than the next one takes a value. */
  private static Flag.Kind kind(String names, Flag.Kind withoutValue) {
    return NAME.matcher(names).replaceAll("").matches("[ ,]*") ? withoutValue : Flag.Kind.VALUE;
  }

  private static Flag.Values values(String names) {
    if (SEVERAL.matcher(names).find()) {
      return Flag.Values.SEVERAL;
    }
    return OPTIONAL.matcher(names).find() ? Flag.Values.OPTIONAL : Flag.Values.ONE;
  }

  private static List<String> choices(String entry) {
    Matcher matcher = CHOICES.matcher(entry);
    return matcher.find()
        ? Arrays.stream(matcher.group(1).split(",")).filter(it -> !it.equals("None")).toList()
        : List.of();
  }
}
