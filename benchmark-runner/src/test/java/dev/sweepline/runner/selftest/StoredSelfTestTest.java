package dev.sweepline.runner.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.SelfTest;
import dev.sweepline.runner.meter.ThisHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSelfTestTest {
  @TempDir Path results;

  private final List<String> notes = new ArrayList<>();

  private void store(String text) throws IOException {
    Files.writeString(results.resolve(RunFiles.SELF_TEST), text);
  }

  @Test
  void theOneOfThisHostIsRead() throws IOException {
    store(
        Documented.text()
            .replaceFirst("\"host_id\": \"\\w+\"", "\"host_id\": \"" + ThisHost.id() + '"'));
    SelfTest found = StoredSelfTest.ofThisHost(results, notes::add);
    assertThat(found).isNotNull();
    assertThat(notes).isEmpty();
  }

  @Test
  void theOneOfAnotherHostIsNotUsedAndThatIsSaid() throws IOException {
    store(Documented.text());
    assertThat(StoredSelfTest.ofThisHost(results, notes::add)).isNull();
    assertThat(notes).singleElement().asString().contains("of another host");
  }

  @Test
  void aBrokenOneIsNotUsedAndThatIsSaid() throws IOException {
    store("{}");
    assertThat(StoredSelfTest.ofThisHost(results, notes::add)).isNull();
    assertThat(notes).singleElement().asString().contains("selftest.json").contains("is missing");
  }

  @Test
  void withoutOneThereIsNothingToSay() {
    assertThat(StoredSelfTest.ofThisHost(results, notes::add)).isNull();
    assertThat(notes).isEmpty();
  }
}
