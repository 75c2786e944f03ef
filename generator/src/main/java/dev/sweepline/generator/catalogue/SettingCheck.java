package dev.sweepline.generator.catalogue;

import dev.sweepline.contract.ConfigKey;
import dev.sweepline.generator.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks settings of a configuration against the options of a server. */
final class SettingCheck {
  private final FlagCatalogue catalogue;
  private final UnknownOption unknown;

  SettingCheck(FlagCatalogue catalogue, Finding.Level gone) {
    this.catalogue = catalogue;
    this.unknown = new UnknownOption(catalogue, gone);
  }

  List<Finding> of(String key, Object value) {
    ConfigKey known = ConfigKey.of(key);
    if (known.role() == ConfigKey.Role.UNUSED) {
      return List.of(unknown.unused(key));
    }
    if (known.role() != ConfigKey.Role.SETTING) {
      return List.of();
    }
    Optional<Flag> flag = catalogue.find(key);
    return flag.isEmpty() ? List.of(unknown.of(key)) : of(key, flag.get(), value);
  }

  private List<Finding> of(String key, Flag flag, Object value) {
    List<Finding> findings = new ArrayList<>();
    name(key, flag).ifPresent(findings::add);
    leaving(key, flag).ifPresent(findings::add);
    try {
      checkValue(key, flag, value);
    } catch (IllegalArgumentException e) {
      findings.add(
          new Finding("option_value", level(flag), key, flag.name() + ": " + e.getMessage()));
    }
    return findings;
  }

  private static Optional<Finding> name(String key, Flag flag) {
    String option = FlagCatalogue.option(key);
    boolean inFull =
        flag.spellings().contains(option) || flag.spellings().contains(option.substring(1));
    return inFull
        ? Optional.empty()
        : Optional.of(
            Finding.warning(
                "abbreviated_option",
                key,
                "is taken for %s; write %s, or equal experiments look different"
                    .formatted(flag.name(), flag.key())));
  }

  private static Optional<Finding> leaving(String key, Flag flag) {
    return Optional.ofNullable(flag.life().announced())
        .map(
            version ->
                Finding.warning(
                    "deprecated_option",
                    key,
                    "%s is to be removed in vLLM %s".formatted(flag.name(), version)));
  }

  /** A switch is a switch in every version; what a value may be is known of some only. */
  private Finding.Level level(Flag flag) {
    return flag.kind() == Flag.Kind.VALUE
            && catalogue.knowledge() == FlagCatalogue.Knowledge.INFERRED
        ? Finding.Level.WARNING
        : Finding.Level.ERROR;
  }

  private static void checkValue(String key, Flag flag, Object value) {
    String option = String.valueOf(ConfigKey.of(key).flag());
    int dot = option.indexOf('.');
    if (dot > 0) {
      FlagValue.checkField(flag, option.substring(dot + 1).replaceFirst("\\..*", ""));
    } else if (flag.kind() != Flag.Kind.VALUE) {
      checkSwitch(value);
    } else if (value instanceof Boolean) {
      checkSwitchAsValue(flag, value);
    } else {
      FlagValue.read(flag, plain(value));
    }
  }

  private static void checkSwitch(Object value) {
    if (!(value instanceof Boolean)) {
      throw new IllegalArgumentException("is true or false, got: " + value);
    }
  }

  private static void checkSwitchAsValue(Flag flag, Object value) {
    if (flag.values() != Flag.Values.OPTIONAL) {
      throw new IllegalArgumentException("takes a value, got: " + value);
    }
  }

  /** A whole number without the point that some writers give it. */
  private static String plain(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf(number.longValue())
        : value.toString();
  }
}
