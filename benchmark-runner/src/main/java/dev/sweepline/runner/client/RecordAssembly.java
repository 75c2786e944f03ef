package dev.sweepline.runner.client;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import org.jspecify.annotations.Nullable;

/** Puts the record of an ended request together. */
final class RecordAssembly {
  private RecordAssembly() {}

  static RequestRecord record(
      ExchangeRules rules,
      LoadRequest request,
      long sentUs,
      int retries,
      Answer answer,
      long endUs,
      Outcome outcome,
      @Nullable String error) {
    Generation generation = answer.generation();
    TokenTrace tokens = generation.tokens();
    boolean byUsage = outcome.isSuccess() && generation.countsByUsage();
    int outputTokens = byUsage ? generation.countedTokens() : tokens.events();
    TokenSource source = byUsage ? TokenSource.USAGE : TokenSource.EVENTS;
    return new RequestRecord(
        request.requestId(),
        request.index(),
        request.payload().promptId(),
        request.phase(),
        rules.endpoint(),
        request.scheduledUs(),
        request.admittedUs(),
        sentUs,
        answer.headersUs(),
        generation.firstEventUs(),
        tokens.firstUs(),
        generation.firstAnswerUs(),
        tokens.lastUs(),
        endUs,
        generation.promptTokens(),
        outputTokens == 0 ? null : (Integer) outputTokens,
        outputTokens == 0 ? null : source,
        tokens.events(),
        request.payload().outputLimit(),
        generation.finishReason(),
        tokens.gapsUs(),
        tokens.gapTokens(),
        outcome,
        answer.httpStatus(),
        retries,
        error == null ? null : rules.errorText().of(error));
  }

  /** A slot of an open schedule that was never attempted, because the run was stopped. */
  static RequestRecord notSent(String endpoint, LoadRequest request, long nowUs) {
    return new RequestRecord(
        request.requestId(),
        request.index(),
        request.payload().promptId(),
        request.phase(),
        endpoint,
        request.scheduledUs(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Math.max(nowUs, request.scheduledUs()),
        null,
        null,
        null,
        0,
        request.payload().outputLimit(),
        null,
        Ints.EMPTY,
        null,
        Outcome.NOT_SENT,
        null,
        0,
        "the run was stopped");
  }
}
