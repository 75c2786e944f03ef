package dev.sweepline.generator.catalogue;

import dev.sweepline.cli.NearestName;
import dev.sweepline.generator.finding.Finding;
import java.util.List;
import java.util.Optional;

/** Says why a server has no such option: removed, not there yet, or never heard of. */
final class UnknownOption {
  private static final int SUGGESTIONS = 3;

  private final FlagCatalogue catalogue;
  private final Finding.Level gone;

  /**
   * @param gone how bad an option is that is there no more
   */
  UnknownOption(FlagCatalogue catalogue, Finding.Level gone) {
    this.catalogue = catalogue;
    this.gone = gone;
  }

  /** A key that older tools had for themselves. */
  Finding unused(String key) {
    return new Finding("unused_key", gone, key, "never reached a server; leave it out");
  }

  Finding of(String key) {
    String option = FlagCatalogue.option(key);
    List<Flag> named =
        CatalogueFile.FLAGS.stream().filter(flag -> flag.spellings().contains(option)).toList();
    Optional<Flag> removed =
        named.stream().filter(flag -> flag.life().isOverIn(catalogue.version())).findFirst();
    if (removed.isPresent()) {
      return new Finding(FlagCatalogue.REMOVED, gone, key, removal(removed.get()));
    }
    return named.stream()
        .map(Flag::life)
        .map(Flag.Life::since)
        .flatMap(since -> Optional.ofNullable(since).stream())
        .filter(catalogue.version()::isBefore)
        .findFirst()
        .map(since -> Finding.error("later_option", key, arrival(option, since)))
        .orElseGet(() -> Finding.error("unknown_option", key, guesses(option)));
  }

  private static String removal(Flag flag) {
    VllmVersion end = flag.life().removedIn();
    String oldest = FlagCatalogue.listed().get(0).equals(end) ? " or earlier" : "";
    String instead = flag.life().useInstead();
    return "%s is gone from vLLM since %s%s; %s"
        .formatted(
            flag.name(),
            end,
            oldest,
            instead == null ? "nothing replaces it, leave it out" : "see " + instead);
  }

  private String arrival(String option, VllmVersion since) {
    return "%s comes with vLLM %s, this is %s".formatted(option, since, catalogue.version());
  }

  private String guesses(String option) {
    List<String> meant = catalogue.index().startingWith(option);
    List<String> names =
        meant.isEmpty() ? NearestName.ranked(option, catalogue.index().spellings()) : meant;
    return "vllm serve has no option %s%s"
        .formatted(
            option,
            names.isEmpty()
                ? ""
                : "; did you mean "
                    + String.join(" or ", names.stream().limit(SUGGESTIONS).toList())
                    + "?");
  }
}
