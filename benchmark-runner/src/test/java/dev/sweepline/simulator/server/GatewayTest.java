package dev.sweepline.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private static final int LIMIT = 3;

  private final Gateway gateway = new Gateway(LIMIT);
  private final List<Runnable> inside = new ArrayList<>();

  @Test
  void neverMoreThanTheLimitAreInsideAndNeverFewerThanCouldBe() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<Runnable> all = new ArrayList<>();
      for (int step = 0; step < 200; step++) {
        if (all.isEmpty() || random.nextBoolean()) {
          Runnable entry = entry();
          all.add(entry);
          gateway.enter(entry);
        } else {
          Runnable leaving = all.remove(random.nextInt(all.size()));
          inside.remove(leaving);
          gateway.leave(leaving);
        }
        assertThat(inside).as("seed %d", seed).hasSize(Math.min(LIMIT, all.size()));
      }
      all.forEach(
          entry -> {
            inside.remove(entry);
            gateway.leave(entry);
          });
    }
  }

  @Test
  void whoWaitedLongestComesFirst() {
    List<Runnable> entries = List.of(entry(), entry(), entry(), entry(), entry());
    entries.forEach(gateway::enter);

    inside.remove(entries.get(1));
    gateway.leave(entries.get(1));

    assertThat(inside).containsExactly(entries.get(0), entries.get(2), entries.get(3));
  }

  private Runnable entry() {
    return new Runnable() {
      @Override
      public void run() {
        inside.add(this);
      }
    };
  }
}
