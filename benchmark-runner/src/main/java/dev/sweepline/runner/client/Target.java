package dev.sweepline.runner.client;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The server under load.
 *
 * @param baseUrl as recorded: without a slash at its end
 * @param host name or address
 * @param port from the URL, or 80
 * @param pathPrefix path of the base URL, without a slash at its end
 */
public record Target(String baseUrl, String host, int port, String pathPrefix) {
  private static final int HTTP_PORT = 80;

  /**
   * From {@code http://host:port/prefix}.
   *
   * @throws UserError when it is not such a URL
   */
  public static Target parse(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw refused(url, "is not a URL");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme())
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null) {
      throw refused(url, "must be http://HOST[:PORT][/PATH]");
    }
    String path = uri.getRawPath().replaceFirst("/+$", "");
    int port = uri.getPort() < 0 ? HTTP_PORT : uri.getPort();
    return new Target(
        "http://" + uri.getRawAuthority() + path, uri.getHost(), port, withoutVersion(path));
  }

  /** Users of OpenAI clients give the base with its version; the paths bring their own. */
  private static String withoutVersion(String path) {
    return path.endsWith("/v1") ? path.substring(0, path.length() - "/v1".length()) : path;
  }

  private static UserError refused(String url, String rule) {
    return new UserError(ExitCode.USAGE, "--base-url %s, got: %s".formatted(rule, url));
  }

  /** The URL of a path below the base. */
  public URI resolve(String path) {
    return URI.create("http://%s%s%s".formatted(authority(), pathPrefix, path));
  }

  /** What goes into the {@code Host} header. */
  public String authority() {
    return host + ":" + port;
  }
}
