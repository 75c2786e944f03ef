package dev.sweepline.simulator.fault;

/** What can be done to an answer that is being given. */
public interface Stage {
  /** Answers something else. */
  void reply(Reply reply);

  /** Breaks the connection with a reset. */
  void reset();

  /** Closes the connection in order, whatever is missing of the answer. */
  void close();

  /** Writes nothing more for a while, or until the client leaves. */
  void stall();

  /** Writes nothing more but comments until the client leaves. */
  void comment();

  /** Writes tokens until the client leaves. */
  void goOn();

  /** Ends the body in order, whatever is missing of the answer. */
  void cut();

  /** Tells of an error in the stream and ends it. */
  void fail(StreamFailure failure);

  /** Ends the process. */
  void crash();
}
