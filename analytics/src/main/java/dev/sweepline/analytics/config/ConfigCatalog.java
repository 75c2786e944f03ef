package dev.sweepline.analytics.config;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configurations of a folder, found by what is certain: content, else the name inside. */
public final class ConfigCatalog implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, ServerConfig> byContent = new HashMap<>();
  private final Map<String, ServerConfig> byName = new HashMap<>();
  private final Map<String, String> staleClaims = new TreeMap<>();
  private final List<String> unreadable = new ArrayList<>();

  private ConfigCatalog() {}

  /** A catalogue that joins nothing. */
  public static ConfigCatalog none() {
    return new ConfigCatalog();
  }

  /**
   * Reads every {@code .json} file below a folder. A file that is no configuration is remembered,
   * not fatal.
   *
   * @throws UserError when the folder cannot be read, exit code 66
   */
  public static ConfigCatalog read(Path folder) {
    List<ConfigFile> files = new ArrayList<>();
    ConfigCatalog catalog = new ConfigCatalog();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
        try {
          String name = folder.relativize(path).toString();
          files.add(ConfigFile.parse(name, Files.readString(path, StandardCharsets.UTF_8)));
        } catch (ContractException e) {
          catalog.unreadable.add(e.getMessage());
        } catch (IOException e) {
          catalog.unreadable.add(path + ": " + e);
        }
      }
    } catch (IOException e) {
      throw new UserError(
          ExitCode.NO_INPUT, folder + ": --config-dir cannot be read: " + e.getMessage(), e);
    }
    catalog.index(files);
    return catalog;
  }

  private void index(List<ConfigFile> files) {
    Set<String> ambiguous = new HashSet<>();
    for (ConfigFile file : files) {
      byContent.put(file.id(), file.config());
      file.staleClaim().ifPresent(claim -> staleClaims.put(file.file(), claim));
      String name = file.name();
      if (name != null) {
        ServerConfig other = byName.put(name, file.config());
        if (other != null && !other.equals(file.config())) {
          ambiguous.add(name);
        }
      }
    }
    byName.keySet().removeAll(ambiguous);
  }

  /** The configuration of a foreign run. */
  public Optional<ConfigMatch> find(String id) {
    return match(byContent.get(id), ConfigBasis.CONTENT_HASH)
        .or(() -> match(byName.get(id), ConfigBasis.NAME));
  }

  private static Optional<ConfigMatch> match(@Nullable ServerConfig config, ConfigBasis basis) {
    return Optional.ofNullable(config).map(found -> ConfigMatch.of(found, basis));
  }

  /** Of all configurations in it; null when there are none, so that nothing is joined. */
  public @Nullable String fingerprint() {
    if (byContent.isEmpty()) {
      return null;
    }
    String all = new TreeMap<>(byContent) + " " + new TreeMap<>(byName);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** File names that claim an id which their content no longer has: file to claimed id. */
  public Map<String, String> staleClaims() {
    return Map.copyOf(staleClaims);
  }

  /** Files that are no configuration, with the reason. */
  public List<String> unreadable() {
    return List.copyOf(unreadable);
  }
}
