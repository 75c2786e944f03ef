package dev.sweepline.runner.client;

import dev.sweepline.contract.ErrorText;

/**
 * What all requests of a run have in common.
 *
 * @param endpoint base URL as recorded
 * @param clock the run's
 * @param timeouts limits of each request
 * @param form that answers are asked for
 * @param ignoreEos whether the server was told to run to the limit
 * @param errorText masks what is kept of an error
 */
record ExchangeRules(
    String endpoint,
    RunClock clock,
    Timeouts timeouts,
    AnswerForm form,
    boolean ignoreEos,
    ErrorText errorText) {}
