package dev.sweepline.generator.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options by every form that the parser knows. */
final class OptionIndex {
  private final Map<String, Flag> bySpelling = new LinkedHashMap<>();

  OptionIndex(Collection<Flag> flags) {
    for (Flag flag : flags) {
      flag.spellings().forEach(spelling -> bySpelling.put(spelling, flag));
    }
  }

  Optional<Flag> exact(String option) {
    return Optional.ofNullable(bySpelling.get(option));
  }

  /** Every form with this beginning, in the parser's order. */
  List<String> startingWith(String beginning) {
    return bySpelling.keySet().stream().filter(form -> form.startsWith(beginning)).toList();
  }

  /** The one option that a beginning stands for; empty when it is none or several. */
  Optional<Flag> abbreviated(String beginning) {
    List<String> forms = startingWith(beginning);
    return forms.size() == 1 ? exact(forms.get(0)) : Optional.empty();
  }

  Collection<String> spellings() {
    return bySpelling.keySet();
  }
}
