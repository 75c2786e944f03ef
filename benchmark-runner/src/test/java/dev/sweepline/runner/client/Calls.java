package dev.sweepline.runner.client;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Single requests through a real client; limits of 0.4, 0.3 and 1 s, four tokens asked for. */
final class Calls {
  static final String KEY = "sk-very-secret-0123456789";

  private Calls() {}

  static Load load(Endpoint endpoint) {
    return Load.closed(1)
        .requests(1)
        .seed(42)
        .endpoint(endpoint)
        .ignoreEos(true)
        .connectTimeoutS(5.0)
        .firstTokenTimeoutS(0.4)
        .idleTimeoutS(0.3)
        .totalTimeoutS(1.0)
        .build();
  }

  static LoadRequest request(int index, String prompt, Endpoint endpoint) {
    String body =
        endpoint == Endpoint.CHAT
            ? "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}".formatted(prompt)
            : "{\"prompt\":\"%s\"}".formatted(prompt);
    Payload payload =
        new Payload(prompt, body.getBytes(StandardCharsets.UTF_8), body.lastIndexOf(prompt), 4);
    return new LoadRequest("r-" + index, index, Phase.MEASURE, payload, 0, 0L, null);
  }

  static LoadClient client(String url, Load load) {
    return client(List.of(url), new Access(KEY, List.of(), null), load);
  }

  static LoadClient client(List<String> urls, Access access, Load load) {
    return new LoadClient(
        urls.stream().map(Target::parse).toList(), access, load, 2, new RunClock(System::nanoTime));
  }

  static CompletableFuture<RequestRecord> send(LoadClient client, LoadRequest request) {
    CompletableFuture<RequestRecord> ended = new CompletableFuture<>();
    client.send(request, ended::complete);
    return ended;
  }
}
