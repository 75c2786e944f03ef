package dev.sweepline.simulator.fault;

import dev.sweepline.simulator.api.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * One way to treat a request badly. Which requests it strikes depends on the order of their arrival
 * and on its own settings only; each point of an answer's life where one may step in is a method.
 */
public interface Misbehaviour {
  /** Good manners: strikes all that nothing else strikes. */
  Misbehaviour NONE =
      new Misbehaviour() {
        @Override
        public String outcome() {
          return "ok";
        }

        @Override
        public boolean strikes(long arrival) {
          return true;
        }
      };

  /** What the truth log calls the end of such a request. */
  String outcome();

  /**
   * Whether it strikes this request.
   *
   * @param arrival number of the request in the order of arrival, from 0
   */
  boolean strikes(long arrival);

  /** What to answer instead of an answer; null to go on. */
  default @Nullable ApiError refusal() {
    return null;
  }

  /** How many tokens the client sees of those that the model made. */
  default int visibleTokens(int tokens) {
    return tokens;
  }

  /**
   * Whether the process ends before it writes this token.
   *
   * @param number of the token, from 1
   * @param tokens of the answer
   */
  default boolean crashesBefore(int number, int tokens) {
    return false;
  }
}
