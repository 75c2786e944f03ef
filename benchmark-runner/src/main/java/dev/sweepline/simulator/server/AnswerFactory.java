package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.AnswerIdentity;
import dev.sweepline.simulator.api.EventEncoder;
import dev.sweepline.simulator.api.GenerationRequest;
import dev.sweepline.simulator.api.GenerationRequest.Delivery;
import dev.sweepline.simulator.api.WholeEncoder;
import dev.sweepline.simulator.fault.Conduct;
import dev.sweepline.simulator.fault.Treatment;
import dev.sweepline.simulator.truth.RequestTruth;
import dev.sweepline.simulator.truth.Subject;
import dev.sweepline.simulator.truth.TruthLog;
import java.util.concurrent.TimeUnit;

/**
 * Makes answers.
 *
 * @param crash ends the process
 */
record AnswerFactory(TruthLog truthLog, Runnable crash) {
  LiveAnswer answer(
      Exchange exchange,
      GenerationRequest request,
      Subject subject,
      Treatment treatment,
      Length length) {
    Conduct conduct = treatment.conduct();
    long created = TimeUnit.MICROSECONDS.toSeconds(subject.read().wallMicros());
    AnswerIdentity identity = new AnswerIdentity(request, subject.requestId(), created);
    RequestTruth truth = new RequestTruth(truthLog, subject);
    AnswerWriter writer =
        request.delivery() == Delivery.WHOLE
            ? new WholeAnswer(
                exchange, new WholeEncoder(identity, conduct.style()), truth, conduct, length)
            : new StreamedAnswer(
                exchange, new EventEncoder(identity, conduct.style()), truth, conduct, length);
    return new LiveAnswer(exchange, writer, truth, treatment, length, crash);
  }
}
