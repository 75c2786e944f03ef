package dev.sweepline.generator.catalogue;

import dev.sweepline.contract.ConfigKey;
import dev.sweepline.generator.finding.Finding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The options of one {@code vllm serve}. */
public final class FlagCatalogue {
  /** The code of a finding about an option that is gone. */
  public static final String REMOVED = "removed_option";

  private final VllmVersion version;
  private final OptionIndex index;
  private final Knowledge knowledge;
  private final List<Finding> notices;

  /** How much is known of values. */
  enum Knowledge {
    /** Types, choices and fields are those of the parser. */
    OBSERVED,
    /** They are those of another version: a value that does not fit is only doubtful. */
    INFERRED
  }

  private FlagCatalogue(
      VllmVersion version, Collection<Flag> flags, Knowledge knowledge, List<Finding> notices) {
    this.version = version;
    this.index = new OptionIndex(flags);
    this.knowledge = knowledge;
    this.notices = List.copyOf(notices);
  }

  /** Of the newest listed version. */
  public static FlagCatalogue newest() {
    return of(listed().get(listed().size() - 1));
  }

  /** The listed versions, oldest first. */
  public static List<VllmVersion> listed() {
    return CatalogueFile.BUNDLED.versions();
  }

  /** Of a version; one that is not listed takes the nearest lower one, and says so. */
  public static FlagCatalogue of(VllmVersion version) {
    CatalogueFile file = CatalogueFile.BUNDLED;
    VllmVersion line = version.line();
    VllmVersion nearest =
        listed().stream()
            .filter(Predicate.not(line::isBefore))
            .max(Comparator.naturalOrder())
            .orElse(listed().get(0));
    return new FlagCatalogue(
        version,
        CatalogueFile.FLAGS.stream().filter(flag -> flag.life().includes(nearest)).toList(),
        file.observed().contains(nearest) ? Knowledge.OBSERVED : Knowledge.INFERRED,
        nearest.equals(line) ? List.of() : List.of(substitute(version, nearest)));
  }

  private static Finding substitute(VllmVersion asked, VllmVersion taken) {
    return Finding.warning(
        "unlisted_version",
        null,
        "vLLM %s is not listed, the options of %s are taken; the saved output of 'vllm serve"
                .formatted(asked, taken)
            + " --help=all' would be exact (--vllm-help FILE)");
  }

  /**
   * Of a server that has told its options.
   *
   * @param help what {@code vllm serve --help=all} printed
   * @param version that is assumed for everything else
   * @throws IllegalArgumentException when the text lists no option
   */
  public static FlagCatalogue ofHelp(String help, VllmVersion version) {
    return new FlagCatalogue(version, HelpText.flags(help), Knowledge.OBSERVED, List.of());
  }

  /** What it was asked for. */
  public VllmVersion version() {
    return version;
  }

  /** That it stands for another version than it was asked for; empty when it does not. */
  public List<Finding> notices() {
    return notices;
  }

  /**
   * An option by a key of a configuration or by its own name: with dashes or underscores, by an
   * alias, or by a beginning that no other option has. Of a dotted key the object is found.
   */
  public Optional<Flag> find(String key) {
    String option = option(key);
    return index
        .exact(option)
        .or(() -> index.exact(option.substring(1)))
        .or(() -> index.abbreviated(option));
  }

  /** The option that a key of a configuration is written as, without what follows a dot. */
  static String option(String key) {
    String flag = ConfigKey.of(key).flag();
    String name = flag == null ? "--" + key : flag;
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** What is wrong with settings by their keys; a key that is gone from vLLM is an error. */
  public List<Finding> check(Map<String, Object> settings) {
    return findings(settings, Finding.Level.ERROR);
  }

  /** The same for a file that may be older: a key that is gone from vLLM is a warning. */
  public List<Finding> checkOlder(Map<String, Object> settings) {
    return findings(settings, Finding.Level.WARNING);
  }

  private List<Finding> findings(Map<String, Object> settings, Finding.Level gone) {
    SettingCheck check = new SettingCheck(this, gone);
    return settings.entrySet().stream()
        .flatMap(setting -> check.of(setting.getKey(), setting.getValue()).stream())
        .toList();
  }

  OptionIndex index() {
    return index;
  }

  Knowledge knowledge() {
    return knowledge;
  }
}
