package dev.sweepline.runner.access;

import dev.sweepline.contract.ErrorText;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to talk to the servers under load.
 *
 * @param apiKey sent as a bearer token, never written; null for none
 * @param headers sent too, their values never written
 * @param trust of servers that are asked by TLS; null when none is, then the JDK's counts for other
 *     pages
 */
public record Access(@Nullable String apiKey, List<Header> headers, @Nullable Trust trust) {
  private static final String BEARER = "Bearer ";

  public Access {
    headers = List.copyOf(headers);
  }

  /** To servers without TLS that let everybody in. */
  public static Access open() {
    return new Access(null, List.of(), null);
  }

  /** All headers of the user, the key's among them. */
  public Stream<Header> allHeaders() {
    return Stream.concat(
        Stream.ofNullable(apiKey).map(key -> new Header("Authorization", BEARER + key)),
        headers.stream());
  }

  /** Masks the key, the values of the headers, and the given names. */
  public ErrorText errorText(String... hosts) {
    return ErrorText.masking(secrets(), hosts);
  }

  /** What must stand in no output: the key and the values of the headers. */
  public List<String> secrets() {
    return Stream.concat(Stream.ofNullable(apiKey), headers.stream().map(Header::value)).toList();
  }

  /** The client's end of a TLS connection. */
  public SSLEngine engine(String host, int port) {
    if (trust == null) {
      throw new IllegalStateException("no trust was settled for TLS");
    }
    return trust.engine(host, port);
  }

  /**
   * A connection, not opened yet, that sends the headers and follows no redirection: the key is for
   * this server only.
   */
  public HttpURLConnection connection(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    allHeaders().forEach(header -> connection.setRequestProperty(header.name(), header.value()));
    if (connection instanceof HttpsURLConnection secure && trust != null) {
      trust.applyTo(secure);
    }
    return connection;
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "headers " + headers;
  }
}
