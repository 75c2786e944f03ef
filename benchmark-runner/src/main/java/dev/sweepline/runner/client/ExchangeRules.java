package dev.sweepline.runner.client;

import dev.sweepline.contract.ErrorText;
import dev.sweepline.contract.Load;
import dev.sweepline.runner.access.Access;

/**
 * What all requests to a server have in common.
 *
 * @param endpoint base URL as recorded
 * @param clock the run's
 * @param timeouts limits of each request
 * @param form that answers are asked for
 * @param ignoreEos whether the server was told to run to the limit
 * @param maxRetries most retries after 429
 * @param errorText masks what is kept of an error
 */
record ExchangeRules(
    String endpoint,
    RunClock clock,
    Timeouts timeouts,
    AnswerForm form,
    boolean ignoreEos,
    int maxRetries,
    ErrorText errorText) {
  static ExchangeRules of(Target target, Access access, Load load, RunClock clock) {
    return new ExchangeRules(
        target.baseUrl(),
        clock,
        Timeouts.of(load),
        AnswerForm.of(load),
        load.ignoreEos(),
        load.maxRetries() == null ? 0 : load.maxRetries(),
        access.errorText(target.host()));
  }
}
