package dev.sweepline.runner.server;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.LoadClient;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.client.Target;
import dev.sweepline.runner.dataset.BodyEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One request as the load will send them, but short. */
final class TrialRequest {
  private static final PromptLine PROMPT =
      new PromptLine("preflight", "Say hello.", null, null, null, null, null);
  private static final int TOKENS = 4;
  private static final double LIMIT_S = 60;

  /** A server that fails a few requests is one that can be measured. */
  private static final int TRIES = 3;

  private static final Set<Outcome> FINAL =
      Set.of(Outcome.CONNECT_TIMEOUT, Outcome.FIRST_TOKEN_TIMEOUT, Outcome.TOTAL_TIMEOUT);
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;

  private final Target target;
  private final Access access;
  private final Load load;

  TrialRequest(Target target, Access access, Load load) {
    this.target = target;
    this.access = access;
    this.load =
        load.toBuilder()
            .maxOutputTokens(TOKENS)
            .endpoints(null)
            .balancing(null)
            .maxRetries(null)
            .firstTokenTimeoutS(LIMIT_S)
            .totalTimeoutS(LIMIT_S)
            .build();
  }

  /**
   * Sends it, again when it fails for a reason that may pass.
   *
   * @throws UserError when it is not answered well
   * @throws InterruptedException when this thread is interrupted
   */
  void send(String model) throws InterruptedException {
    Payload payload = new BodyEncoder(model, load, 0).encode(PROMPT);
    BlockingQueue<RequestRecord> ended = new LinkedBlockingQueue<>();
    try (LoadClient client =
        new LoadClient(List.of(target), access, load, 1, new RunClock(System::nanoTime))) {
      for (int attempt = 1; attempt <= TRIES; attempt++) {
        client.send(
            new LoadRequest("preflight-" + attempt, 0, Phase.WARMUP, payload, 0, 0L, null),
            ended::add);
        RequestRecord record = ended.take();
        if (record.outcome().isSuccess()) {
          return;
        }
        if (attempt == TRIES || isFinal(record)) {
          throw refusal(record);
        }
      }
    }
  }

  private static boolean isFinal(RequestRecord record) {
    return FINAL.contains(record.outcome()) || isOurFault(record);
  }

  private static boolean isOurFault(RequestRecord record) {
    Integer status = record.httpStatus();
    return record.outcome() == Outcome.HTTP_ERROR
        && status != null
        && status >= FIRST_CLIENT_ERROR
        && status < FIRST_SERVER_ERROR;
  }

  private UserError refusal(RequestRecord record) {
    String remedy =
        isOurFault(record)
            ? "check --endpoint, --model, --extra-body and the key"
            : "look at the server's log";
    return new UserError(
        isOurFault(record) ? ExitCode.REFUSED : ExitCode.NO_SERVER,
        "%s: a completion before the load ended as %s (%s); %s, or go on by --skip-preflight"
            .formatted(
                target.baseUrl(),
                record.outcome().name().toLowerCase(Locale.ROOT),
                record.error(),
                remedy));
  }
}
