package dev.sweepline.generator.script;

import dev.sweepline.contract.ConfigKey;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.catalogue.Flag;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.erdtman.jcs.NumberToJSON;

/** A configuration as the arguments of {@code vllm serve}: the model, then the options by name. */
final class ServeOptions {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  private final ServerConfig config;
  private final FlagCatalogue catalogue;

  /**
   * @param catalogue of the server that will be started
   */
  ServeOptions(ServerConfig config, FlagCatalogue catalogue) {
    this.config = config;
    this.catalogue = catalogue;
  }

  /** The name that requests use. */
  String servedModel() {
    String served = config.text("served_model_name");
    return served == null ? model() : served;
  }

  private String model() {
    return Objects.requireNonNull(config.text("model"), "checked when it was read");
  }

  /**
   * The arguments. A key that the server has no option for is left out.
   *
   * @throws UserError exit code 65 for a key that cannot be the name of an option
   */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(model());
    config.identity().forEach((key, value) -> add(arguments, ConfigKey.of(key), value));
    return List.copyOf(arguments);
  }

  private void add(List<String> arguments, ConfigKey key, Object value) {
    String stated = key.flag();
    if (stated == null) {
      return;
    }
    if (!NAME.matcher(key.name()).matches()) {
      throw new UserError(
          ExitCode.MALFORMED, key.name() + ": cannot be the name of an option of vllm serve");
    }
    catalogue
        .find(key.name())
        .ifPresent(
            flag -> {
              if (flag.kind() == Flag.Kind.VALUE) {
                addValue(arguments, written(stated, flag), text(value));
              } else {
                word(flag, value).ifPresent(arguments::add);
              }
            });
  }

  /** An abbreviated name in full, a dotted one as it stands. */
  private static String written(String stated, Flag flag) {
    int dot = stated.indexOf('.');
    return dot < 0 ? flag.name() : flag.name() + stated.substring(dot);
  }

  private static Optional<String> word(Flag flag, Object value) {
    if (Boolean.TRUE.equals(value)) {
      return Optional.of(flag.name());
    }
    return flag.kind() == Flag.Kind.PAIR ? Optional.of(flag.negative()) : Optional.empty();
  }

  /** A value with a leading dash would read as the next option, so it is joined to its own. */
  private static void addValue(List<String> arguments, String flag, String value) {
    if (value.startsWith("-")) {
      arguments.add(flag + "=" + value);
    } else {
      arguments.add(flag);
      arguments.add(value);
    }
  }

  private static String text(Object value) {
    if (value instanceof Double || value instanceof Float) {
      try {
        return NumberToJSON.serializeNumber(((Number) value).doubleValue());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return value.toString();
  }
}
