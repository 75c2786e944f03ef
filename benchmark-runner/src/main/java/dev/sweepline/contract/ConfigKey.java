package dev.sweepline.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key of a configuration and the option of {@code vllm serve} that it becomes. Only keys that
 * differ from the rule stand in the table: any other key is a server setting whose option is its
 * name with dashes.
 *
 * @param name the one name after aliases are folded
 * @param aliases older names
 * @param role what the key is for
 * @param flag the option, null for a key that has none
 */
public record ConfigKey(String name, List<String> aliases, Role role, @Nullable String flag) {
  /** What a key is for. */
  public enum Role {
    /** Names things for people; outside the identity. */
    LABEL,
    /** The machines; part of the identity, no option of the server. */
    TOPOLOGY,
    /** The model, given as the positional argument. */
    MODEL,
    /** An option of the server. */
    SETTING,
    /** Stated by older files for themselves; part of the identity, no option of any server. */
    UNUSED
  }

  private static final Pattern LEADING_DASHES = Pattern.compile("^--?");

  private static final Map<String, ConfigKey> TABLE =
      Stream.of(
              label("name"),
              label("phase"),
              label("description"),
              new ConfigKey("model", List.of("model_path"), Role.MODEL, null),
              new ConfigKey("nodes", List.of("num_nodes"), Role.TOPOLOGY, null),
              new ConfigKey("gpus_per_node", List.of(), Role.TOPOLOGY, null),
              new ConfigKey("num_replicas", List.of(), Role.UNUSED, null),
              setting("swap_space", "--swap-space", "swap_space_gb"),
              setting("eplb_num_redundant_experts", "--eplb-config.num_redundant_experts"),
              setting("eplb_window_size", "--eplb-config.window_size"),
              setting("eplb_step_interval", "--eplb-config.step_interval"))
          .flatMap(
              key ->
                  Stream.concat(Stream.of(key.name()), key.aliases().stream())
                      .map(name -> Map.entry(name, key)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  public ConfigKey {
    aliases = List.copyOf(aliases);
  }

  private static ConfigKey label(String name) {
    return new ConfigKey(name, List.of(), Role.LABEL, null);
  }

  private static ConfigKey setting(String name, String flag, String... aliases) {
    return new ConfigKey(name, List.of(aliases), Role.SETTING, flag);
  }

  /** The key of a name, an alias or an option; dashes count as underscores. */
  public static ConfigKey of(String nameOrAlias) {
    String name = LEADING_DASHES.matcher(nameOrAlias).replaceFirst("").replace('-', '_');
    return Optional.ofNullable(TABLE.get(name))
        .orElseGet(() -> setting(name, "--" + name.replace('_', '-')));
  }
}
