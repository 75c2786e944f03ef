package dev.sweepline.generator.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads arguments of {@code vllm serve} as its parser does: forms with dashes or underscores,
 * unambiguous beginnings, values of their own or behind an equals sign.
 */
public final class ServeLine {
  private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-\\d+|-\\d*\\.\\d+");

  private final OptionIndex index;
  private final List<String> words;
  private final List<String> unrecognized = new ArrayList<>();
  private final Map<String, @Nullable Object> settings = new LinkedHashMap<>();
  private @Nullable String model;
  private int next;

  /**
   * What the parser says.
   *
   * @param refusal its complaint; null when it accepts
   * @param settings values by their keys; numbers spelled out, switches as booleans
   */
  public record Answer(@Nullable String refusal, Map<String, @Nullable Object> settings) {
    public Answer {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
  }

  private ServeLine(OptionIndex index, List<String> words) {
    this.index = index;
    this.words = LineSpelling.of(words);
  }

  /**
   * Reads what follows {@code vllm serve}.
   *
   * @param words the model, if it is stated, and options
   */
  public static Answer read(FlagCatalogue catalogue, List<String> words) {
    return new ServeLine(catalogue.index(), words).answer();
  }

  private Answer answer() {
    try {
      List<OptionWord> options = words.stream().map(this::option).toList();
      while (next < words.size()) {
        OptionWord option = options.get(next);
        String word = words.get(next++);
        if (option.flag() != null) {
          take(option, option.flag());
        } else if (model == null && option.isArgument()) {
          model = word;
        } else {
          unrecognized.add(word);
        }
      }
    } catch (IllegalArgumentException refused) {
      return new Answer(refused.getMessage(), Map.of());
    }
    return unrecognized.isEmpty()
        ? new Answer(null, settings)
        : new Answer("unrecognized arguments: " + String.join(" ", unrecognized), Map.of());
  }

  private OptionWord option(String word) {
    return OptionWord.of(word, index);
  }

  private void take(OptionWord option, Flag flag) {
    try {
      settings.put(flag.key(), value(option, flag));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "argument %s: %s".formatted(String.join("/", flag.spellings()), e.getMessage()), e);
    }
  }

  private @Nullable Object value(OptionWord option, Flag flag) {
    String explicit = option.value();
    if (flag.kind() != Flag.Kind.VALUE) {
      if (explicit != null) {
        throw new IllegalArgumentException("ignored explicit argument '%s'".formatted(explicit));
      }
      return !option.spelling().equals(flag.negative());
    }
    if (explicit != null) {
      return several(flag, List.of(explicit));
    }
    return several(flag, arguments(flag));
  }

  private List<String> arguments(Flag flag) {
    List<String> taken = new ArrayList<>();
    int most = flag.values() == Flag.Values.SEVERAL ? words.size() : 1;
    while (taken.size() < most && next < words.size() && option(words.get(next)).isArgument()) {
      taken.add(words.get(next++));
    }
    if (taken.isEmpty() && flag.values() != Flag.Values.OPTIONAL) {
      throw new IllegalArgumentException(
          flag.values() == Flag.Values.SEVERAL
              ? "expected at least one argument"
              : "expected one argument");
    }
    return taken;
  }

  private static @Nullable Object several(Flag flag, List<String> texts) {
    List<@Nullable Object> values = new ArrayList<>();
    texts.forEach(text -> values.add(FlagValue.read(flag, text)));
    if (flag.values() == Flag.Values.SEVERAL) {
      return values;
    }
    return values.isEmpty() ? true : values.get(0);
  }

  static boolean isNegativeNumber(String word) {
    return NEGATIVE_NUMBER.matcher(word).matches();
  }
}
