package dev.sweepline.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that find each other at a port of this machine. */
@Timeout(30)
class PlaceTest {
  private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
  private int port;

  @BeforeEach
  void findAPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @Test
  void aProcessWithAllRanksWaitsForNobody() {
    assertThat(place(0, 4, 4).gather()).isCompleted();
  }

  @Test
  void theHeadWaitsUntilEveryRankHasAProcess() {
    CompletableFuture<Void> complete = place(0, 2, 6).gather();
    place(4, 2, 6).gather().join();
    assertThat(complete).isNotDone();

    place(2, 2, 6).gather().join();
    complete.join();
  }

  @Test
  void aProcessThatIsThereBeforeTheHeadWaitsForIt() {
    CompletableFuture<Void> early =
        CompletableFuture.runAsync(() -> place(1, 1, 2).gather().join());
    assertThat(early).isNotDone();

    place(0, 1, 2).gather().join();
    early.join();
  }

  @Test
  void aRankIsTakenOnce() {
    CompletableFuture<Void> complete = place(0, 2, 4).gather();

    assertThatThrownBy(() -> place(1, 2, 4).gather())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not take ranks 1 to 2 of 4: rank 1 is taken");
    assertThat(complete).isNotDone();
  }

  @Test
  void aProcessOfAnotherServerIsNotTaken() {
    CompletableFuture<Void> complete = place(0, 2, 4).gather();

    assertThatThrownBy(() -> place(2, 2, 8).gather())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the head has 4 ranks in all");
    assertThat(complete).isNotDone();
  }

  @Test
  void somebodyWhoSaysNothingDoesNotKeepTheOthersOut() throws IOException {
    CompletableFuture<Void> complete = place(0, 1, 2).gather();
    new Socket(InetAddress.getLoopbackAddress(), port).close();

    place(1, 1, 2).gather().join();
    complete.join();
  }

  @Test
  void twoHeadsAtOnePortAreOneTooMany() {
    CompletableFuture<Void> first = place(0, 1, 2).gather();

    assertThatThrownBy(() -> place(0, 1, 2).gather())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot meet the other processes at 127.0.0.1:" + port);
    assertThat(first).isNotDone();
  }

  @Test
  void ranksBeyondTheLastAreRefused() {
    assertThatThrownBy(() -> place(3, 2, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ranks 3 to 4 of 4");
  }

  private Place place(int first, int count, int total) {
    return new Place(first, count, total, HOST, port);
  }
}
