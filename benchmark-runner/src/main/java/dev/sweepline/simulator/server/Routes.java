package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.Endpoint;
import dev.sweepline.simulator.api.GenerationRequest;
import dev.sweepline.simulator.api.ModelCard;
import dev.sweepline.simulator.api.RequestReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The paths that the server knows. */
final class Routes {
  /** The release whose behaviour is simulated. */
  static final String VERSION = "0.32.0";

  private static final String REQUEST_ID = "X-Request-Id";
  private static final byte[] EMPTY = {};

  private final Map<String, Route> routes = new HashMap<>();
  private final RequestReader reader;
  private final Desk desk;

  /**
   * @param started UNIX seconds
   */
  Routes(ModelCard model, long started, MetricsDesk metrics, Desk desk) {
    this.reader = new RequestReader(model);
    this.desk = desk;
    String listing = model.listing(started);
    Route alive = Route.get(exchange -> exchange.reply(200, "", EMPTY));
    routes.put("/health", alive);
    routes.put("/ping", alive);
    routes.put(
        "/version", Route.get(exchange -> exchange.json(200, "{\"version\":\"" + VERSION + "\"}")));
    routes.put("/metrics", Route.get(exchange -> metrics.show(exchange)));
    routes.put("/v1/models", Route.get(exchange -> exchange.json(200, listing)));
    for (Endpoint endpoint : Endpoint.values()) {
      routes.put(endpoint.path(), Route.post(exchange -> generate(endpoint, exchange)));
    }
  }

  Optional<Route> find(String path) {
    return Optional.ofNullable(routes.get(path));
  }

  private void generate(Endpoint endpoint, Exchange exchange) {
    GenerationRequest request = reader.read(endpoint, exchange.requestBody());
    String id = exchange.headers().get(REQUEST_ID, "");
    desk.accept(exchange, request, id.isEmpty() ? madeUpId() : id);
  }

  /** As many hex digits as vLLM gives. */
  private static String madeUpId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }
}
