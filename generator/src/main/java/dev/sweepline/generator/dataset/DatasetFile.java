package dev.sweepline.generator.dataset;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.DatasetManifest;
import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that exists.
 *
 * @param path absolute
 * @param reference what a run records of it
 */
public record DatasetFile(Path path, DatasetRef reference) {
  private static final String LINES = ".jsonl";

  /**
   * Finds a dataset by its path or, for a bare name with or without ending, in {@code datasets}.
   *
   * @throws UserError exit code 66 when there is none or it is empty, 65 for a malformed line, 64
   *     when it is not what its manifest says
   */
  public static DatasetFile find(Path sweepDirectory, String pathOrName) {
    Path datasets = sweepDirectory.resolve(RunFiles.DATASETS);
    Path file =
        Stream.of(
                sweepDirectory.resolve(pathOrName),
                datasets.resolve(pathOrName),
                datasets.resolve(pathOrName + LINES))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> missing(pathOrName));
    return read(file.toAbsolutePath().normalize());
  }

  private static UserError missing(String pathOrName) {
    return new UserError(
        ExitCode.NO_INPUT,
        "no dataset %s, neither as a path nor in %s/; make the standard ones with: sweepline dataset --create-suite"
            .formatted(pathOrName, RunFiles.DATASETS));
  }

  private static DatasetFile read(Path file) {
    byte[] content = content(file);
    int prompts = checkLines(file, new String(content, StandardCharsets.UTF_8).lines().toList());
    String name = withoutEnding(file);
    String sha256 = Sha256.of(content).toString();
    return new DatasetFile(
        file, new DatasetRef(name, sha256, prompts, tokenizer(file, name, sha256)));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static int checkLines(Path file, List<String> lines) {
    int prompts = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        ContractJson.current().line(PromptLine.class, file.toString(), i + 1L, lines.get(i));
        prompts++;
      }
    }
    if (prompts == 0) {
      throw new UserError(ExitCode.NO_INPUT, file + ": holds no prompt");
    }
    return prompts;
  }

  private static String withoutEnding(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(LINES) ? name.substring(0, name.length() - LINES.length()) : name;
  }

  private static @Nullable String tokenizer(Path file, String name, String sha256) {
    Path path = file.resolveSibling(RunFiles.manifest(name));
    if (!Files.isRegularFile(path)) {
      return null;
    }
    DatasetManifest manifest = ContractJson.read(DatasetManifest.class, path);
    if (!manifest.sha256().equals(sha256)) {
      throw new UserError(
          ExitCode.REFUSED,
          file + ": is not what its manifest describes (sha256 differs); generate it again");
    }
    return manifest.tokenizer();
  }
}
