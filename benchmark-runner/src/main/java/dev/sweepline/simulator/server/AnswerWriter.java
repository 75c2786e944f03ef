package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ApiError;

/** Writes an answer in one of the ways in which it can be delivered; on the connection's loop. */
interface AnswerWriter {
  /** The request was accepted. */
  void begin();

  /**
   * More tokens are there.
   *
   * @param from how many were there before
   * @param to how many are there now
   */
  void tokens(int from, int to);

  /** No more will come. */
  void fail(ApiError error);
}
