package dev.sweepline.simulator.server;

import io.netty.handler.codec.http.HttpMethod;

/**
 * What is done with the requests to one path.
 *
 * @param method the only one allowed
 */
record Route(HttpMethod method, Action action) {
  static Route get(Action action) {
    return new Route(HttpMethod.GET, action);
  }

  static Route post(Action action) {
    return new Route(HttpMethod.POST, action);
  }

  /** Answers, now or later. */
  @FunctionalInterface
  interface Action {
    void answer(Exchange exchange);
  }
}
