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
 * @param gone why this key no longer reaches a server; null for a live key
 */
public record ConfigKey(
    String name, List<String> aliases, Role role, @Nullable String flag, @Nullable String gone) {
  /** What a key is for. */
  public enum Role {
    /** Names things for people; outside the identity. */
    LABEL,
    /** The machines; part of the identity, no option of the server. */
    TOPOLOGY,
    /** The model, given as the positional argument. */
    MODEL,
    /** An option of the server. */
    SETTING
  }

  private static final Pattern LEADING_DASHES = Pattern.compile("^--?");

  private static final Map<String, ConfigKey> TABLE =
      Stream.of(
              label("name"),
              label("phase"),
              label("description"),
              new ConfigKey("model", List.of("model_path"), Role.MODEL, null, null),
              new ConfigKey("nodes", List.of("num_nodes"), Role.TOPOLOGY, null, null),
              new ConfigKey("gpus_per_node", List.of(), Role.TOPOLOGY, null, null),
              new ConfigKey(
                  "eplb_num_redundant_experts",
                  List.of(),
                  Role.SETTING,
                  "--eplb-config.num_redundant_experts",
                  null),
              new ConfigKey(
                  "eplb_window_size", List.of(), Role.SETTING, "--eplb-config.window_size", null),
              new ConfigKey(
                  "eplb_step_interval",
                  List.of(),
                  Role.SETTING,
                  "--eplb-config.step_interval",
                  null),
              gone("swap_space", "vLLM no longer swaps to the CPU", "swap_space_gb"),
              gone("num_scheduler_steps", "multi-step scheduling is gone from vLLM"),
              gone("max_seq_len_to_capture", "vLLM sizes its CUDA graphs by compilation config"),
              gone("max_num_partial_prefills", "gone from vLLM; see long_prefill_token_threshold"))
          .flatMap(
              key ->
                  Stream.concat(Stream.of(key.name()), key.aliases().stream())
                      .map(name -> Map.entry(name, key)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  public ConfigKey {
    aliases = List.copyOf(aliases);
  }

  private static ConfigKey label(String name) {
    return new ConfigKey(name, List.of(), Role.LABEL, null, null);
  }

  private static ConfigKey gone(String name, String why, String... aliases) {
    return new ConfigKey(name, List.of(aliases), Role.SETTING, null, why);
  }

  /** The key of a name, an alias or an option; dashes count as underscores. */
  public static ConfigKey of(String nameOrAlias) {
    String name = LEADING_DASHES.matcher(nameOrAlias).replaceFirst("").replace('-', '_');
    return Optional.ofNullable(TABLE.get(name))
        .orElseGet(
            () ->
                new ConfigKey(name, List.of(), Role.SETTING, "--" + name.replace('_', '-'), null));
  }
}
