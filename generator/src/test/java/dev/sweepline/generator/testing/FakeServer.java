package dev.sweepline.generator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Stands in for a model server: {@code FakeServer MODE PID_FILE … --port P}. It answers as much as
 * a job script asks; a request for {@code /die} ends it.
 */
public final class FakeServer {
  private FakeServer() {}

  /** Runs until it is stopped. */
  public static void main(String[] args) throws IOException {
    List<String> arguments = List.of(args);
    Files.writeString(Path.of(args[1]), String.valueOf(ProcessHandle.current().pid()));
    if (args[0].equals("dies-at-once")) {
      System.err.println("OSError: no luck with token=abc at /home/ada/models");
      System.exit(3);
    }
    int health = args[0].equals("never-ready") ? 503 : 200;
    int port = Integer.parseInt(arguments.get(arguments.indexOf("--port") + 1));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/health", exchange -> answer(exchange, health, ""));
    server.createContext("/v1/models", exchange -> answer(exchange, 200, "{\"id\":\"m\"}"));
    server.createContext("/v1/completions", exchange -> answer(exchange, 200, "{\"choices\":[]}"));
    server.createContext("/die", exchange -> Runtime.getRuntime().halt(9));
    server.start();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
