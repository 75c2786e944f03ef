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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that exists.
 *
 * @param path absolute
 * @param reference what a run records of it
 * @param longestRequest tokens of the longest prompt with its answer, by the lengths that its lines
 *     state; null when none states both
 */
public record DatasetFile(Path path, DatasetRef reference, @Nullable Integer longestRequest) {
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
    List<PromptLine> prompts =
        prompts(file, new String(content, StandardCharsets.UTF_8).lines().toList());
    String name = withoutEnding(file);
    String sha256 = Sha256.of(content).toString();
    return new DatasetFile(
        file,
        new DatasetRef(name, sha256, prompts.size(), tokenizer(file, name, sha256)),
        longest(prompts));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<PromptLine> prompts(Path file, List<String> lines) {
    List<PromptLine> prompts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        prompts.add(
            ContractJson.current().line(PromptLine.class, file.toString(), i + 1L, lines.get(i)));
      }
    }
    if (prompts.isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, file + ": holds no prompt");
    }
    return prompts;
  }

  private static @Nullable Integer longest(List<PromptLine> prompts) {
    return prompts.stream()
        .flatMap(line -> Stream.ofNullable(tokens(line)))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Integer tokens(PromptLine line) {
    Integer prompt = line.promptLength();
    Integer answer = line.outputLimit();
    return prompt == null || answer == null ? null : (Integer) (prompt + answer);
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
