package dev.sweepline.simulator.server;

import dev.sweepline.simulator.fault.StreamFailure;

/** Writes an answer in one of the ways in which it can be delivered; on the connection's loop. */
interface AnswerWriter {
  /** Whatever stands before the first token. */
  void begin();

  /**
   * More tokens are there; the answer ends with the last.
   *
   * @param from how many were there before
   * @param to how many are there now
   */
  void tokens(int from, int to);

  /** One token more than the answer has. */
  void surplusToken();

  /** Something that means nothing, so that the connection is not silent. */
  void comment();

  /** No more will come, and the client is told why. */
  void fail(StreamFailure failure);

  /** No more will come, and the client is not told. */
  void cut();
}
