package dev.sweepline.simulator.fault;

import dev.sweepline.simulator.api.ApiError;

/** Some requests get a 500 at once. */
record FailedRequests(Chance chance) implements Misbehaviour {
  @Override
  public String outcome() {
    return "http_error";
  }

  @Override
  public boolean strikes(long arrival) {
    return chance.strikes(arrival);
  }

  @Override
  public ApiError refusal() {
    return ApiError.internal("The simulator was asked to fail this request.");
  }
}
