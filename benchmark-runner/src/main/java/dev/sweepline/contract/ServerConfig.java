package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one server: the original's flat keys, and {@code extra_args} for all others.
 * Values are strings, numbers, booleans or null; the order of keys is kept.
 */
public final class ServerConfig implements Serializable {
  private static final long serialVersionUID = 1;

  private static final String EXTRA_ARGS = "extra_args";
  private static final String ID_VERSION = "h1";
  private static final int ID_DIGITS = 12;

  private final Map<String, @Nullable Object> values;
  private final Map<String, @Nullable Object> extraArgs;

  private ServerConfig(
      Map<String, @Nullable Object> values, Map<String, @Nullable Object> extraArgs) {
    this.values = Collections.unmodifiableMap(values);
    this.extraArgs = Collections.unmodifiableMap(extraArgs);
  }

  /**
   * From the keys of a file; {@code extra_args} may be missing.
   *
   * @throws IllegalArgumentException when a value is neither string, number, boolean nor null
   */
  @JsonCreator
  public static ServerConfig of(Map<String, @Nullable Object> json) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(json);
    Object extra = values.remove(EXTRA_ARGS);
    Map<String, @Nullable Object> extraArgs = new LinkedHashMap<>();
    if (extra != null) {
      Rules.hold(extra instanceof Map<?, ?>, EXTRA_ARGS, "must be an object", extra);
      ((Map<?, ?>) extra).forEach((key, value) -> extraArgs.put(String.valueOf(key), value));
    }
    values.forEach(ServerConfig::checkScalar);
    extraArgs.forEach((key, value) -> checkScalar(EXTRA_ARGS + "." + key, value));
    return new ServerConfig(values, extraArgs);
  }

  private static void checkScalar(String key, @Nullable Object value) {
    Rules.hold(
        value == null
            || value instanceof String
            || value instanceof Boolean
            || (value instanceof Number number && Double.isFinite(number.doubleValue())),
        key,
        "must be a string, a finite number, true, false or null",
        value);
  }

  /** As written: all keys in their order, {@code extra_args} last. */
  @JsonValue
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(values);
    json.put(EXTRA_ARGS, extraArgs);
    return json;
  }

  /** The keys as stated, without {@code extra_args}. */
  public Map<String, @Nullable Object> values() {
    return values;
  }

  /** A copy with one key set. */
  public ServerConfig with(String key, @Nullable Object value) {
    Map<String, @Nullable Object> copy = toJson();
    copy.put(key, value);
    return of(copy);
  }

  /** A copy without one key. */
  public ServerConfig without(String key) {
    Map<String, @Nullable Object> copy = toJson();
    copy.remove(key);
    return of(copy);
  }

  /**
   * What identifies the experiment, sorted by key: {@code model, nodes, gpus_per_node} and each
   * stated server setting, aliases folded, {@code extra_args} merged in. A null is not stated.
   */
  public Map<String, Object> identity() {
    Map<String, Object> identity = new TreeMap<>();
    collect(values, identity);
    collect(extraArgs, identity);
    return identity;
  }

  private static void collect(Map<String, @Nullable Object> stated, Map<String, Object> identity) {
    stated.forEach(
        (key, value) -> {
          ConfigKey known = ConfigKey.of(key);
          if (value != null && known.role() != ConfigKey.Role.LABEL) {
            identity.put(known.name(), value);
          }
        });
  }

  /** {@code exp_} and 12 hex digits of the SHA-256 over {@code h1} and the canonical identity. */
  public String experimentId() {
    return "exp_" + CanonicalJson.of(identity()).sha256(ID_VERSION, ID_DIGITS);
  }

  /** A stated value by its name or any alias; null when not stated. */
  public @Nullable Object value(String key) {
    return identity().get(ConfigKey.of(key).name());
  }

  /** A whole number, or null when the key is not stated or holds something else. */
  public @Nullable Integer integer(String key) {
    return value(key) instanceof Integer number ? number : null;
  }

  /** A text, or null when the key is not stated or holds something else. */
  public @Nullable String text(String key) {
    return value(key) instanceof String text ? text : null;
  }

  /** GPUs of the whole server; null when nodes or GPUs per node are not stated. */
  public @Nullable Integer gpus() {
    Integer nodes = integer("nodes");
    Integer perNode = integer("gpus_per_node");
    return nodes == null || perNode == null ? null : (Integer) (nodes * perNode);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServerConfig config
        && values.equals(config.values)
        && extraArgs.equals(config.extraArgs);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + extraArgs.hashCode();
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
