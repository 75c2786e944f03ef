package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one server: the original's flat keys, and {@code extra_args} for all others.
 * Values are strings, numbers, booleans or null; the order of keys is kept. A setting may have an
 * older name, or stand in {@code extra_args}, but is stated once.
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
   * @throws IllegalArgumentException when a value is neither string, finite number, boolean nor
   *     null, or a key is stated twice under two names
   */
  @JsonCreator
  public static ServerConfig of(Map<String, @Nullable Object> json) {
    Map<String, @Nullable Object> stated = new LinkedHashMap<>(json);
    Object extra = stated.remove(EXTRA_ARGS);
    Rules.hold(extra == null || extra instanceof Map<?, ?>, EXTRA_ARGS, "must be an object", extra);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    stated.forEach((key, value) -> values.put(key, Scalar.of(key, value)));
    Map<String, @Nullable Object> extraArgs = new LinkedHashMap<>();
    if (extra instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) ->
              extraArgs.put(String.valueOf(key), Scalar.of(EXTRA_ARGS + "." + key, value)));
    }
    Map<String, String> names = new HashMap<>();
    values.keySet().forEach(key -> stateOnce(key, key, names));
    extraArgs.keySet().forEach(key -> stateOnce(key, EXTRA_ARGS + "." + key, names));
    return new ServerConfig(values, extraArgs);
  }

  private static void stateOnce(String key, String place, Map<String, String> names) {
    String before = names.putIfAbsent(ConfigKey.of(key).name(), place);
    Rules.hold(before == null, place, "must be stated once, under one name", before);
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

  /** A copy with one key set, in the place of the same key under any name. */
  public ServerConfig with(String key, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    values.forEach((old, stated) -> copy.put(isSame(old, key) ? key : old, stated));
    copy.put(key, value);
    copy.put(EXTRA_ARGS, others(extraArgs, key));
    return of(copy);
  }

  /** A copy without one key, under whatever name. */
  public ServerConfig without(String key) {
    Map<String, @Nullable Object> copy = others(values, key);
    copy.put(EXTRA_ARGS, others(extraArgs, key));
    return of(copy);
  }

  private static Map<String, @Nullable Object> others(
      Map<String, @Nullable Object> stated, String key) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>(stated);
    others.keySet().removeIf(old -> isSame(old, key));
    return others;
  }

  private static boolean isSame(String key, String other) {
    return ConfigKey.of(key).name().equals(ConfigKey.of(other).name());
  }

  /**
   * What identifies the experiment, sorted by key: {@code model, nodes, gpus_per_node} and each
   * stated server setting, aliases folded, {@code extra_args} merged in. A null is not stated.
   * Settings without effect beside the others are left out by whoever plans, before this is asked.
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

  /** A whole number, 8.0 too; null when the key is not stated or holds something else. */
  public @Nullable Integer integer(String key) {
    return value(key) instanceof Number number && number.doubleValue() == number.intValue()
        ? (Integer) number.intValue()
        : null;
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
