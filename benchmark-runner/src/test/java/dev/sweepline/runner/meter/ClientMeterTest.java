package dev.sweepline.runner.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.measure.RequestBuilder;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioIoHandler;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientMeterTest {
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final LoopWatch loops = LoopWatch.start(group);

  @AfterEach
  void endTheLoops() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static RequestRecord late(Phase phase, long us) {
    return RequestBuilder.request(0, 1_000).phase(phase).sent(1_000 + us).tokens(6, 10).build();
  }

  private Client after(ClientMeter meter, RequestRecord... records) {
    for (RequestRecord record : records) {
      meter.add(record);
    }
    return meter.client(0.5, 7, loops, null);
  }

  @Test
  void latenessIsOfMeasuredRequests() {
    try (ClientMeter meter = new ClientMeter(true)) {
      Client client = after(meter, late(Phase.WARMUP, 900), late(Phase.MEASURE, 40));
      assertThat(Objects.requireNonNull(client.latenessUs()).max()).isEqualTo(40);
    }
  }

  @Test
  void inAClosedLoopNothingIsLate() {
    try (ClientMeter meter = new ClientMeter(false)) {
      assertThat(after(meter, late(Phase.MEASURE, 40)).latenessUs()).isNull();
    }
  }

  @Test
  void eventsAndBytesAreToldPerRead() {
    EmbeddedChannel channel = new EmbeddedChannel(loops.readsOn(group.next()));
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[900]));
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[100]));
    try (ClientMeter meter = new ClientMeter(true)) {
      Client client = after(meter, late(Phase.MEASURE, 0));
      assertThat(client.bytesPerRead()).isEqualTo(500);
      assertThat(client.eventsPerRead()).isEqualTo(3);
    }
  }

  @Test
  void withoutAReadNothingIsToldPerRead() {
    try (ClientMeter meter = new ClientMeter(true)) {
      assertThat(after(meter).bytesPerRead()).isNull();
    }
  }

  @Test
  void pausesOfTheCollectorAreCounted() {
    try (ClientMeter meter = new ClientMeter(true)) {
      System.gc();
      assertThat(Objects.requireNonNull(after(meter).gcPauses())).isPositive();
    }
  }
}
