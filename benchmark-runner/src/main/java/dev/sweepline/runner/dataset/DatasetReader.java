package dev.sweepline.runner.dataset;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.DatasetManifest;
import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads datasets. */
public final class DatasetReader {
  private static final String ENDING = ".jsonl";

  private DatasetReader() {}

  /**
   * Reads a dataset.
   *
   * @param pathOrName a path, or a bare name that is looked up in {@code datasets/} too, with or
   *     without its ending
   * @throws UserError when there is none or it is empty, exit code 66; when it is not what its
   *     manifest says, exit code 64
   * @throws ContractException when a line is not a prompt, exit code 65
   */
  public static Dataset read(String pathOrName) {
    Path file = find(pathOrName);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(
          ExitCode.NO_INPUT, "%s: cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    List<PromptLine> prompts = prompts(file, bytes);
    if (prompts.isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, file + ": has no prompts");
    }
    String sha256 = sha256(bytes);
    String name = name(file);
    return new Dataset(
        new DatasetRef(name, sha256, prompts.size(), tokenizer(file, name, sha256)), prompts);
  }

  private static Path find(String pathOrName) {
    List<Path> candidates =
        Stream.of(Path.of(""), Path.of(RunFiles.DATASETS))
            .flatMap(
                folder ->
                    Stream.of(
                        folder.resolve(pathOrName), folder.resolve(RunFiles.dataset(pathOrName))))
            .toList();
    return candidates.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    ExitCode.NO_INPUT,
                    "dataset %s: no such file, nor in %s/; make it with: sweepline dataset --create-suite"
                        .formatted(pathOrName, RunFiles.DATASETS)));
  }

  private static List<PromptLine> prompts(Path file, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ContractException.at(file.toString(), 0, "", "must be UTF-8");
    }
    List<PromptLine> prompts = new ArrayList<>();
    long number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        prompts.add(ContractJson.current().line(PromptLine.class, file.toString(), number, line));
      }
    }
    return prompts;
  }

  /** The manifest's tokenizer; a manifest must describe these very bytes. */
  private static @Nullable String tokenizer(Path file, String name, String sha256) {
    Path manifest = file.resolveSibling(RunFiles.manifest(name));
    if (!Files.isRegularFile(manifest)) {
      return null;
    }
    DatasetManifest known = ContractJson.read(DatasetManifest.class, manifest);
    if (!known.sha256().equals(sha256)) {
      throw new UserError(
          ExitCode.REFUSED,
          file + ": is not what its manifest describes (sha256 differs); generate it again");
    }
    return known.tokenizer();
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
