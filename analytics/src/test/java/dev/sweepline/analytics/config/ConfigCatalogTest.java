package dev.sweepline.analytics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCatalogTest {
  // echo -n '{"max_num_seqs": 64, "name": "small"}' | md5sum
  private static final String SMALL = "{\"name\":\"small\",\"max_num_seqs\":64}";
  private static final String SMALL_ID = "dfde4d1e";

  @TempDir Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theHashOfTheContentIsCertain() throws IOException {
    file("deep/any.json", SMALL);
    assertThat(ConfigCatalog.read(folder).find(SMALL_ID))
        .hasValueSatisfying(match -> assertThat(match.basis()).isEqualTo(ConfigBasis.CONTENT_HASH));
  }

  @Test
  void theNameInsideIsCertainToo() throws IOException {
    file("any.json", SMALL);
    assertThat(ConfigCatalog.read(folder).find("small"))
        .hasValueSatisfying(match -> assertThat(match.basis()).isEqualTo(ConfigBasis.NAME));
  }

  @Test
  void aNameThatTwoDifferentFilesHaveIsNot() throws IOException {
    file("a.json", SMALL);
    file("b.json", "{\"name\":\"small\",\"max_num_seqs\":128}");
    assertThat(ConfigCatalog.read(folder).find("small")).isEmpty();
  }

  @Test
  void aFileNameThatClaimsAnotherIdIsStaleAndNotJoined() throws IOException {
    file("config_07_small_0123abcd.json", SMALL);
    ConfigCatalog catalog = ConfigCatalog.read(folder);
    assertThat(catalog.find("0123abcd")).isEmpty();
    assertThat(catalog.staleClaims()).containsEntry("config_07_small_0123abcd.json", "0123abcd");
  }

  @Test
  void aFileThatIsNoConfigurationIsRemembered() throws IOException {
    file("broken.json", "{\"a\":");
    file("good.json", SMALL);
    ConfigCatalog catalog = ConfigCatalog.read(folder);
    assertThat(catalog.unreadable()).singleElement().asString().startsWith("broken.json:1");
    assertThat(catalog.find("small")).isPresent();
  }

  @Test
  void aMissingFolderIsMissingInput() {
    assertThatThrownBy(() -> ConfigCatalog.read(folder.resolve("nowhere")))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT))
        .hasMessageContaining("--config-dir");
  }
}
