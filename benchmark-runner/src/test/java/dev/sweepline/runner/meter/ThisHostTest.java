package dev.sweepline.runner.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.RunSummary.Host;
import org.junit.jupiter.api.Test;

class ThisHostTest {
  private static final Host HOST = new Host(8, 1L << 34, "Linux 6.1", "17.0.15");

  @Test
  void theSameHostHasTheSameId() {
    assertThat(ThisHost.id()).isEqualTo(ThisHost.id()).matches("[0-9a-f]{12}");
  }

  @Test
  void memoryThatVariesALittleIsTheSameHost() {
    assertThat(ThisHost.id("node7", HOST))
        .isEqualTo(ThisHost.id("node7", new Host(8, 1L << 33, "Linux 6.1", "17.0.15")));
  }

  @Test
  void anotherNameOrNumberOfCoresOrSystemOrJavaIsAnotherHost() {
    assertThat(ThisHost.id("node7", HOST))
        .isNotEqualTo(ThisHost.id("node8", HOST))
        .isNotEqualTo(ThisHost.id("node7", new Host(4, 1L << 34, "Linux 6.1", "17.0.15")))
        .isNotEqualTo(ThisHost.id("node7", new Host(8, 1L << 34, "Linux 6.2", "17.0.15")))
        .isNotEqualTo(ThisHost.id("node7", new Host(8, 1L << 34, "Linux 6.1", "21.0.2")));
  }
}
