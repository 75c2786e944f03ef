package dev.sweepline.analytics.source;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Packing;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Lists results folders, on any file system that Hadoop knows, and tells the runs in them. */
public final class ResultTree {
  /** What the original and its kind name their result files. */
  private static final Pattern FOREIGN = Pattern.compile("results_.+\\.json");

  private final Configuration hadoop;
  private final Map<String, DistinctNames.Rooted> sources = new LinkedHashMap<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();

  private ResultTree(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Finds the runs below the given folders.
   *
   * @param folders paths or URIs
   * @throws UserError when a folder is missing or cannot be listed, exit code 66
   */
  public static FoundRuns scan(Configuration hadoop, List<String> folders) {
    ResultTree tree = new ResultTree(hadoop);
    for (String folder : folders) {
      try {
        tree.addFolder(folder);
      } catch (FileNotFoundException e) {
        throw new UserError(
            ExitCode.NO_INPUT,
            folder + ": no such results folder; name another with --results-dir",
            e);
      } catch (IOException | IllegalArgumentException e) {
        throw new UserError(ExitCode.NO_INPUT, folder + ": cannot be listed: " + e.getMessage(), e);
      }
    }
    return new FoundRuns(DistinctNames.of(tree.sources.values()), tree.skipped, tree.folders);
  }

  /** One folder, or all that a glob names. */
  private void addFolder(String folder) throws IOException {
    Path path = new Path(folder);
    FileSystem fileSystem = path.getFileSystem(hadoop);
    FileStatus[] roots =
        fileSystem.exists(path)
            ? new FileStatus[] {fileSystem.getFileStatus(path)}
            : fileSystem.globStatus(path);
    if (roots == null || roots.length == 0) {
      throw new FileNotFoundException(folder);
    }
    for (FileStatus root : roots) {
      addRoot(fileSystem, root.getPath());
    }
  }

  private void addRoot(FileSystem fileSystem, Path root) throws IOException {
    folders.add(root.toString());
    Map<String, SourceFile> files = new HashMap<>();
    collect(fileSystem, root, "", files);
    List<SourceFile> sorted =
        files.values().stream().sorted(Comparator.comparing(SourceFile::name)).toList();
    for (SourceFile file : sorted) {
      Optional<RunName> run = RunFiles.runOfRequests(file.fileName());
      if (run.isPresent() && !isPackedToo(file, files)) {
        addOwn(
            root,
            file,
            files.remove(file.sibling(RunFiles.summary(run.get()))),
            samples(file.sibling(RunFiles.samples(run.get())), files));
      }
    }
    files.values().stream()
        .filter(file -> FOREIGN.matcher(file.fileName()).matches())
        .map(RunSource.Foreign::new)
        .forEach(source -> add(root, source));
  }

  /**
   * Whether the same file is there packed: its writer was stopped before it deleted the plain one.
   * The packed one has its name only when it is whole, and stays.
   */
  private static boolean isPackedToo(SourceFile file, Map<String, SourceFile> files) {
    return Arrays.stream(Packing.values())
        .filter(packing -> packing != Packing.NONE)
        .anyMatch(packing -> files.containsKey(packing.packedName(file.name())));
  }

  /** Packed or plain; packed where both are there, for the same reason. */
  private static @Nullable SourceFile samples(String plain, Map<String, SourceFile> files) {
    SourceFile samples = null;
    for (Packing packing : Packing.values()) {
      SourceFile found = files.get(packing.packedName(plain));
      samples = found == null ? samples : found;
    }
    return samples;
  }

  private void addOwn(
      Path root, SourceFile file, @Nullable SourceFile summary, @Nullable SourceFile samples)
      throws IOException {
    WriterLock lock =
        file.fileName().endsWith(RunFiles.PART) ? WriterLock.of(file) : WriterLock.FREE;
    switch (lock) {
      case FREE -> add(root, new RunSource.Own(file, summary, samples));
      case HELD -> skipped.add(file.name() + ": still running");
      case UNKNOWN ->
          skipped.add(file.name() + ": unfinished; whether its writer lives cannot be told here");
    }
  }

  /** Folders that are named twice, or one inside the other, do not make two sources of a file. */
  private void add(Path root, RunSource source) {
    sources.putIfAbsent(source.file().uri(), new DistinctNames.Rooted(root.toString(), source));
  }

  private static void collect(
      FileSystem fileSystem, Path folder, String prefix, Map<String, SourceFile> into)
      throws IOException {
    for (FileStatus status : fileSystem.listStatus(folder)) {
      String name = status.getPath().getName();
      if (status.isDirectory()) {
        if (!isHidden(name)) {
          collect(fileSystem, status.getPath(), prefix + name + "/", into);
        }
      } else if (status.isFile()) {
        String below = prefix + name;
        into.put(
            below,
            new SourceFile(
                status.getPath().toUri().toString(),
                below,
                status.getLen(),
                status.getModificationTime()));
      }
    }
  }

  /** Tables, staging folders and the like, should a warehouse lie among the results. */
  private static boolean isHidden(String folder) {
    return folder.startsWith("_") || folder.startsWith(".") || folder.contains("=");
  }
}
