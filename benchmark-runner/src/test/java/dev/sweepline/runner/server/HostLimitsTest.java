package dev.sweepline.runner.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.LoadBuilder;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostLimitsTest {
  private static final HostLimits SMALL = new HostLimits(1064L, 500);
  @TempDir private Path folder;

  private static LoadBuilder closed(int concurrency) {
    return Load.closed(concurrency).requests(5000);
  }

  @Test
  void aLoadThatFitsPasses() {
    assertThatCode(() -> SMALL.check(closed(500).build())).doesNotThrowAnyException();
  }

  @Test
  void tooFewFilesAreToldWithTheRemedy() {
    assertThatThrownBy(() -> SMALL.check(closed(1001).endpoints(4).build()))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED))
        .hasMessageContainingAll("1001 connections", "1064 are left", "ulimit -n");
  }

  @Test
  void tooFewPortsAreToldWithTheRemedy() {
    assertThatThrownBy(() -> SMALL.check(closed(501).build()))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("501 connections", "there are 500", "ip_local_port_range");
  }

  @Test
  void portsCountForEachServer() {
    assertThatCode(() -> SMALL.check(closed(1000).endpoints(2).build())).doesNotThrowAnyException();
  }

  @Test
  void allAtOnceNeedsAConnectionEach() {
    Load burst = Load.open(RequestRate.parse("inf")).requests(5000).build();
    assertThatThrownBy(() -> SMALL.check(burst)).hasMessageContaining("5000 connections");
    assertThatCode(() -> SMALL.check(burst.toBuilder().maxConnections(400).build()))
        .doesNotThrowAnyException();
  }

  @Test
  void aScheduleWithoutALimitSaysNoNumber() {
    Load open = Load.open(RequestRate.parse("5000")).requests(50_000).build();
    assertThatCode(() -> SMALL.check(open)).doesNotThrowAnyException();
  }

  @Test
  void whatTheSystemDoesNotSayIsNoLimit() {
    assertThatCode(() -> new HostLimits(null, null).check(closed(100_000).build()))
        .doesNotThrowAnyException();
  }

  @Test
  void bothEndsOfThePortRangeCount() throws IOException {
    Path range = Files.writeString(folder.resolve("range"), "32768\t60999\n");
    assertThat(HostLimits.ports(range)).isEqualTo(28_232);
    assertThat(HostLimits.ports(folder.resolve("nowhere"))).isNull();
    assertThat(HostLimits.ports(Files.writeString(range, "many"))).isNull();
  }
}
