package dev.sweepline.simulator.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.simulator.engine.Prompt;
import dev.sweepline.simulator.pace.TimeModel.Ticket;
import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FixedTimesTest {
  private static final long TTFT = TimeUnit.MILLISECONDS.toNanos(3);
  private static final long ITL = TimeUnit.MICROSECONDS.toNanos(700);
  private static final int TOKENS = 12;
  private static final int STREAMS = 40;

  private final DefaultEventLoop loop = new DefaultEventLoop();

  @AfterEach
  void stop() {
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void noTokenIsEarlyAndNoneIsMissing() {
    FixedTimes times = new FixedTimes(loop, TTFT, ITL, 1);
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      streams.add(start(times, System.nanoTime() + i * ITL / 3));
    }

    assertThat(streams).allSatisfy(stream -> assertThat(stream.done.join()).isEqualTo(TOKENS));
    assertThat(streams).allMatch(stream -> stream.leastLateNanos >= 0);
  }

  @Test
  void tokensOfATickComeTogether() {
    FixedTimes times = new FixedTimes(loop, TTFT, ITL, 10 * TTFT);
    Stream stream = start(times, System.nanoTime());

    assertThat(stream.done.join()).isEqualTo(TOKENS);
    assertThat(stream.calls).isLessThan(TOKENS);
  }

  @Test
  void aCancelledStreamIsSilentAndCountedNoMore() throws Exception {
    FixedTimes times = new FixedTimes(loop, TTFT, ITL, 1);
    loop.submit(
            () -> {
              Ticket ticket =
                  times.start(
                      work(System.nanoTime()),
                      (engine, tokens) -> {
                        throw new AssertionError("a token of a cancelled stream");
                      });
              ticket.cancel();
              ticket.cancel();
            })
        .get();

    assertThat(start(times, System.nanoTime()).done.join()).isEqualTo(TOKENS);
    assertThat(loop.submit(() -> times.engines().get(0).running()).get()).isZero();
  }

  private Stream start(FixedTimes times, long startNanos) {
    Stream stream = new Stream(startNanos);
    loop.execute(() -> times.start(work(startNanos), stream));
    return stream;
  }

  private static Work work(long startNanos) {
    return new Work(Prompt.ofText("p"), TOKENS, startNanos);
  }

  /** Counts the tokens of one stream, on the loop. */
  private static final class Stream implements TokenListener {
    final CompletableFuture<Integer> done = new CompletableFuture<>();
    final long startNanos;
    long leastLateNanos = Long.MAX_VALUE;
    int calls;
    private int tokens;

    Stream(long startNanos) {
      this.startNanos = startNanos;
    }

    @Override
    public void emitted(int engine, int count) {
      calls++;
      tokens += count;
      long due = startNanos + TTFT + (tokens - 1) * ITL;
      leastLateNanos = Math.min(leastLateNanos, System.nanoTime() - due);
      if (tokens == TOKENS) {
        done.complete(tokens);
      }
    }
  }
}
