package dev.sweepline.runner.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RehearsalTest {
  @Test
  void everyRehearsedRequestIsAGoodOne() throws InterruptedException {
    Load load = Load.closed(1).requests(1).seed(42).build();
    Queue<RequestRecord> records = new ConcurrentLinkedQueue<>();

    new Rehearsal(load, 20, List.of(records::add)).run();

    assertThat(records)
        .hasSize(40)
        .allMatch(record -> record.outcome() == Outcome.OK && record.events() == 64);
  }
}
