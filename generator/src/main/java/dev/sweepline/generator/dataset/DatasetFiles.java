package dev.sweepline.generator.dataset;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.DatasetManifest;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.contract.Tool;
import dev.sweepline.generator.output.GeneratedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The two files of a dataset: its prompts, and the manifest beside them. */
public final class DatasetFiles {
  private final Path folder;

  /**
   * @param folder that both go into
   */
  public DatasetFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * The files of a dataset.
   *
   * @param files prompts first
   * @param manifest as written
   */
  public record Rendered(List<GeneratedFile> files, DatasetManifest manifest) {
    public Rendered {
      files = List.copyOf(files);
    }
  }

  /** Renders both; nothing is written. */
  public Rendered of(Dataset dataset) {
    ContractJson json = ContractJson.current();
    String name = dataset.spec().name();
    String prompts =
        dataset.lines().stream().map(json::line).collect(Collectors.joining("\n", "", "\n"));
    Path manifestPath = folder.resolve(RunFiles.manifest(name));
    DatasetManifest manifest = keepingTool(manifestPath, manifest(dataset, prompts));
    return new Rendered(
        List.of(
            GeneratedFile.plain(folder.resolve(RunFiles.dataset(name)), prompts),
            GeneratedFile.plain(manifestPath, json.document(manifest))),
        manifest);
  }

  private static DatasetManifest manifest(Dataset dataset, String prompts) {
    String name = dataset.spec().name();
    return new DatasetManifest(
        SchemaVersion.CURRENT.toString(),
        name,
        RunFiles.dataset(name),
        Sha256.of(prompts.getBytes(StandardCharsets.UTF_8)).toString(),
        dataset.lines().size(),
        dataset.seed(),
        dataset.counter().tokenizer(),
        dataset.counter().estimate(),
        dataset.uniquePrompts(),
        dataset.promptTokens().lengths(),
        dataset.outputTokens().lengths(),
        Tool.current());
  }

  /** A dataset that another Java made in the same way is the same dataset. */
  private static DatasetManifest keepingTool(Path path, DatasetManifest manifest) {
    if (!Files.isRegularFile(path)) {
      return manifest;
    }
    try {
      Tool before = ContractJson.read(DatasetManifest.class, path).tool();
      return sameTool(before, manifest.tool()) ? withTool(manifest, before) : manifest;
    } catch (ContractException unreadable) {
      return manifest;
    }
  }

  private static boolean sameTool(Tool before, Tool now) {
    return before.name().equals(now.name()) && before.version().equals(now.version());
  }

  private static DatasetManifest withTool(DatasetManifest manifest, Tool tool) {
    return new DatasetManifest(
        manifest.schemaVersion(),
        manifest.name(),
        manifest.file(),
        manifest.sha256(),
        manifest.prompts(),
        manifest.seed(),
        manifest.tokenizer(),
        manifest.lengthEstimate(),
        manifest.uniquePrompts(),
        manifest.promptTokens(),
        manifest.outputTokens(),
        tool);
  }
}
