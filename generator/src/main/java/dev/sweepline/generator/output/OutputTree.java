package dev.sweepline.generator.output;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes generated files below one directory: all of them or, when one would replace different
 * content, none. Each appears under its name only when it is whole.
 */
public final class OutputTree {
  /** What happens to a file that exists with other content. */
  public enum Existing {
    REFUSE,
    REPLACE
  }

  /**
   * What a call did.
   *
   * @param written files that are new or replaced
   * @param unchanged files that had this content already
   */
  public record Written(List<Path> written, List<Path> unchanged) {
    public Written {
      written = List.copyOf(written);
      unchanged = List.copyOf(unchanged);
    }

    /** In words, for the terminal. */
    public String summary() {
      return "%d written, %d unchanged".formatted(written.size(), unchanged.size());
    }
  }

  private static final String STAGED = ".new";

  private final Path root;
  private final Existing existing;

  public OutputTree(Path root, Existing existing) {
    this.root = root;
    this.existing = existing;
  }

  /**
   * Writes the files.
   *
   * @throws UserError exit code 64 when a file exists with other content, 76 when the disk refuses
   */
  public Written write(List<GeneratedFile> files) {
    Map<Path, GeneratedFile> changed = new LinkedHashMap<>();
    List<Path> unchanged = new ArrayList<>();
    for (GeneratedFile file : files) {
      Path target = root.resolve(file.path());
      if (!Files.exists(target)) {
        changed.put(target, file);
      } else if (sameContent(target, file)) {
        unchanged.add(target);
      } else if (existing == Existing.REPLACE) {
        changed.put(target, file);
      } else {
        throw new UserError(
            ExitCode.REFUSED, target + ": exists with other content; --force replaces it");
      }
    }
    publish(changed);
    return new Written(List.copyOf(changed.keySet()), unchanged);
  }

  /**
   * Creates a folder that something else will write to.
   *
   * @throws UserError exit code 76 when the disk refuses
   */
  public void createFolder(Path folder) {
    try {
      Files.createDirectories(root.resolve(folder));
    } catch (IOException e) {
      throw new UserError(ExitCode.CANNOT_WRITE, "cannot write: " + e, e);
    }
  }

  private static boolean sameContent(Path target, GeneratedFile file) {
    try {
      return Files.isRegularFile(target)
          && Files.readString(target, StandardCharsets.UTF_8).equals(file.content());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void publish(Map<Path, GeneratedFile> files) {
    Map<Path, Path> staged = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, GeneratedFile> entry : files.entrySet()) {
        staged.put(stage(entry.getKey(), entry.getValue()), entry.getKey());
      }
      for (Map.Entry<Path, Path> entry : staged.entrySet()) {
        Files.move(
            entry.getKey(),
            entry.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      staged.keySet().forEach(OutputTree::discard);
      throw new UserError(ExitCode.CANNOT_WRITE, "cannot write: " + e, e);
    }
  }

  private static Path stage(Path target, GeneratedFile file) throws IOException {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path staged = folder.resolve("." + target.getFileName() + STAGED);
    Files.writeString(staged, file.content(), StandardCharsets.UTF_8);
    if (file.mode() == GeneratedFile.Mode.EXECUTABLE) {
      allowRunning(staged);
    }
    return staged;
  }

  private static void allowRunning(Path script) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(script));
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    permissions.add(PosixFilePermission.GROUP_EXECUTE);
    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    Files.setPosixFilePermissions(script, permissions);
  }

  private static void discard(Path staged) {
    try {
      Files.deleteIfExists(staged);
    } catch (IOException left) {
      // The first failure is the one to report; a leftover starts with a dot and is replaced later.
    }
  }
}
