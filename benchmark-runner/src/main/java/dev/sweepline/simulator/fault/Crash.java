package dev.sweepline.simulator.fault;

import java.util.OptionalLong;

/**
 * The process ends in the middle of one answer.
 *
 * @param request its number in the order of arrival, from 1; empty for never
 */
record Crash(OptionalLong request) implements Misbehaviour {
  @Override
  public String outcome() {
    return "crashed";
  }

  @Override
  public boolean strikes(long arrival) {
    return request.isPresent() && request.getAsLong() == arrival + 1;
  }

  @Override
  public boolean crashesBefore(int number, int tokens) {
    return number > tokens / 2;
  }
}
