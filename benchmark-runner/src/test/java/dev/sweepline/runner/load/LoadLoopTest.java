package dev.sweepline.runner.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.load.LoadPart.Tail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LoadLoopTest {
  private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long FOR_EVER = Long.MAX_VALUE;
  private static final LoadPoint POINT =
      new LoadPoint(
          Load.open(new RequestRate(100)).requests(1).seed(42).build(),
          IntStream.range(0, 10).mapToObj(i -> new Payload("p" + i, new byte[0], 0, null)).toList(),
          null);

  private final List<RequestRecord> records = new ArrayList<>();
  private final Recording recording =
      new Recording(
          records::add,
          request -> FakeServer.record(request, Outcome.NOT_SENT, request.scheduledUs()));

  private OpenLoop open(FakeServer server) {
    Permits permits = new Permits(null, server.clock(), server.stop());
    return new OpenLoop(POINT, source(), server, recording, server, permits);
  }

  private ClosedLoop closed(FakeServer server, int slots) {
    return new ClosedLoop(slots, source(), server, recording, server.clock(), server.stop());
  }

  private static RequestSource source() {
    return new RequestSource(POINT, "id");
  }

  private static LoadPart measured(long originNs, int requests, long durationNs) {
    return new LoadPart(Phase.MEASURE, originNs, requests, durationNs, Tail.QUIET);
  }

  private static LoadPart drained(int requests, long durationNs) {
    return new LoadPart(Phase.MEASURE, 0, requests, durationNs, Tail.DRAIN);
  }

  private List<RequestRecord> records(Phase phase) {
    return records.stream().filter(record -> record.phase() == phase).toList();
  }

  @Test
  void anOpenLoopSendsEachSlotWhenItIsDueWhateverTheServerDoes() throws InterruptedException {
    FakeServer server = new FakeServer(1, 900_000, 300);

    open(server).run(measured(SECOND_NS, 300, FOR_EVER));

    assertThat(server.inFlightMax()).isEqualTo(300);
    assertThat(server.sent())
        .extracting(LoadRequest::scheduledUs)
        .isEqualTo(IntStream.range(0, 300).mapToObj(i -> 1_000_000L + 10_000L * i).toList());
    assertThat(records).hasSize(300);
  }

  @Test
  void theDurationEndsASchedule() throws InterruptedException {
    FakeServer server = new FakeServer(1, 1, 1);

    open(server).run(measured(0, LoadPart.UNLIMITED, SECOND_NS));

    assertThat(server.sent()).hasSize(100);
  }

  @Test
  void theSlotsThatAStopLeavesAreRecordedAsNotSent() throws InterruptedException {
    FakeServer server = new FakeServer(1, 1, 1);
    server.stopAfter(40);

    open(server).run(measured(0, 100, FOR_EVER));

    assertThat(server.sent()).hasSize(40);
    assertThat(records).filteredOn(record -> record.outcome() == Outcome.NOT_SENT).hasSize(60);
    assertThat(records).extracting(RequestRecord::index).doesNotHaveDuplicates().hasSize(100);
  }

  @Test
  void aClosedLoopNeverHasMoreInFlightThanSlots() throws InterruptedException {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int slots = 1 + random.nextInt(50);
      int requests = slots + random.nextInt(300);
      FakeServer server = new FakeServer(seed, 1 + random.nextInt(100_000), slots);

      closed(server, slots).run(measured(0, requests, FOR_EVER));

      assertThat(server.inFlightMax()).as("seed %d", seed).isEqualTo(slots);
      assertThat(server.sent()).as("seed %d", seed).hasSize(requests);
    }
  }

  @Test
  void aSlotIsDueWhenItsLastRequestHasEnded() throws InterruptedException {
    FakeServer server = new FakeServer(7, 50_000, 5);

    closed(server, 5).run(measured(0, 100, FOR_EVER));

    Set<Long> ends = new HashSet<>(Set.of(0L));
    records.forEach(record -> ends.add(record.endUs()));
    assertThat(server.sent()).extracting(LoadRequest::scheduledUs).isSubsetOf(ends);
  }

  @Test
  void aClosedLoopSendsNothingAfterItsDuration() throws InterruptedException {
    FakeServer server = new FakeServer(3, 100_000, 4);

    closed(server, 4).run(measured(0, LoadPart.UNLIMITED, SECOND_NS));

    assertThat(server.sent()).allMatch(request -> request.scheduledUs() < 1_000_000);
    assertThat(records).hasSameSizeAs(server.sent());
  }

  @Test
  void aClosedLoopEndsAtAStop() throws InterruptedException {
    FakeServer server = new FakeServer(3, 100_000, 4);
    server.stopAfter(10);

    closed(server, 4).run(measured(0, 1000, FOR_EVER));

    assertThat(records).hasSize(10);
  }

  @Test
  void fewerRequestsThanSlotsAreEnough() throws InterruptedException {
    FakeServer server = new FakeServer(3, 100, 3);

    closed(server, 8).run(measured(0, 3, FOR_EVER));

    assertThat(records).hasSize(3);
  }

  @Test
  void anOpenLoopGoesOnInItsScheduleUntilTheLastMeasuredOneHasEnded() throws InterruptedException {
    FakeServer server = new FakeServer(1, 1, 5);

    open(server).run(drained(12, FOR_EVER));

    assertThat(records(Phase.MEASURE)).hasSize(12);
    assertThat(records(Phase.DRAIN))
        .extracting(RequestRecord::scheduledUs)
        .containsExactlyInAnyOrder(120_000L, 130_000L, 140_000L);
    assertThat(records).extracting(RequestRecord::index).doesNotHaveDuplicates();
  }

  @Test
  void theSlotThatEndsADurationIsTheFirstOfTheDrain() throws InterruptedException {
    FakeServer server = new FakeServer(1, 1, 8);

    open(server).run(drained(LoadPart.UNLIMITED, TimeUnit.MILLISECONDS.toNanos(100)));

    assertThat(records(Phase.MEASURE)).hasSize(10);
    assertThat(records(Phase.DRAIN))
        .extracting(RequestRecord::scheduledUs)
        .contains(100_000L)
        .hasSize(6);
  }

  @Test
  void aStopEndsADrainAndLeavesNoSlotOfIt() throws InterruptedException {
    FakeServer server = new FakeServer(1, 1, 30);
    server.stopAfter(12);

    Thread ending = new Thread(server::endAll);
    server.stop().onRequest(ending::start);
    open(server).run(drained(10, FOR_EVER));

    assertThat(records).hasSize(12).noneMatch(record -> record.outcome() == Outcome.NOT_SENT);
  }

  @Test
  void aClosedLoopKeepsItsSlotsBusyUntilTheLastMeasuredOneHasEnded() throws InterruptedException {
    for (long seed = 0; seed < 200; seed++) {
      records.clear();
      int slots = 2 + new Random(seed).nextInt(20);
      FakeServer server = new FakeServer(seed, 50_000, slots);

      closed(server, slots).run(drained(100, FOR_EVER));

      long lastEnd =
          records(Phase.MEASURE).stream().mapToLong(RequestRecord::endUs).max().orElseThrow();
      assertThat(records(Phase.MEASURE)).as("seed %d", seed).hasSize(100);
      assertThat(records(Phase.DRAIN))
          .as("seed %d", seed)
          .isNotEmpty()
          .allMatch(record -> record.scheduledUs() < lastEnd);
      assertThat(server.inFlightMax()).as("seed %d", seed).isEqualTo(slots);
    }
  }
}
