package dev.sweepline.runner.client;

import dev.sweepline.contract.Outcome;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;

/** What each failure of the network amounts to. */
final class FailureOutcome {
  private FailureOutcome() {}

  /** A connection could not be opened. */
  static Outcome ofConnect(Throwable cause) {
    if (cause instanceof ConnectTimeoutException || cause instanceof SslHandshakeTimeoutException) {
      return Outcome.CONNECT_TIMEOUT;
    }
    return cause instanceof ConnectException || cause instanceof UnresolvedAddressException
        ? Outcome.REFUSED
        : Outcome.RESET;
  }

  /** An open connection failed, or was closed before the answer's end. */
  static Outcome ofBreak(Throwable cause, Answer answer) {
    boolean closedInAnswer = cause instanceof ClosedEarly && answer.hasBegun();
    return closedInAnswer ? Outcome.TRUNCATED : Outcome.RESET;
  }

  /** The peer closed its side in order, but too early. */
  static final class ClosedEarly extends Exception {
    ClosedEarly() {
      super("the server closed the connection before the answer's end");
    }
  }
}
