package dev.sweepline.generator.script;

import dev.sweepline.contract.ConfigKey;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.erdtman.jcs.NumberToJSON;

/** A configuration as the arguments of {@code vllm serve}: the model, then the options by name. */
final class ServeOptions {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  /** Options without a {@code --no-} form: false is their absence. */
  private static final Set<String> BARE =
      Set.of(
          "aggregate_engine_logging",
          "data_parallel_multi_port_external_lb",
          "disable_log_stats",
          "grpc",
          "headless");

  private final ServerConfig config;

  ServeOptions(ServerConfig config) {
    this.config = config;
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
   * The arguments.
   *
   * @throws UserError exit code 65 for a key that cannot be the name of an option
   */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(model());
    config.identity().forEach((key, value) -> add(arguments, ConfigKey.of(key), value));
    return List.copyOf(arguments);
  }

  private static void add(List<String> arguments, ConfigKey key, Object value) {
    String flag = key.flag();
    if (flag == null || key.gone() != null) {
      return;
    }
    if (!NAME.matcher(key.name()).matches()) {
      throw new UserError(
          ExitCode.MALFORMED, key.name() + ": cannot be the name of an option of vllm serve");
    }
    if (value instanceof Boolean on) {
      addSwitch(arguments, key, flag, on ? Switch.ON : Switch.OFF);
    } else {
      addValue(arguments, flag, text(value));
    }
  }

  private enum Switch {
    ON,
    OFF
  }

  private static void addSwitch(
      List<String> arguments, ConfigKey key, String flag, Switch position) {
    if (position == Switch.ON) {
      arguments.add(flag);
    } else if (!BARE.contains(key.name())) {
      arguments.add("--no-" + flag.substring("--".length()));
    }
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
