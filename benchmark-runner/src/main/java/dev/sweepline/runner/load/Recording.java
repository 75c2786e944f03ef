package dev.sweepline.runner.load;

import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.client.LoadRequest;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What becomes of requests.
 *
 * @param records takes the record of each as it ends
 * @param notSent makes the record of a slot that was never attempted
 */
public record Recording(
    Consumer<RequestRecord> records, Function<LoadRequest, RequestRecord> notSent) {}
