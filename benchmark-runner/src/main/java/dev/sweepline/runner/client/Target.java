package dev.sweepline.runner.client;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server under load.
 *
 * @param baseUrl as recorded: without a slash at its end
 * @param scheme with TLS or without
 * @param host name or address
 * @param port from the URL, or the scheme's
 * @param pathPrefix path of the base URL, without a slash at its end
 */
public record Target(String baseUrl, Scheme scheme, String host, int port, String pathPrefix) {
  /** How it is talked to. */
  public enum Scheme {
    HTTP(80),
    HTTPS(443);

    private final int port;

    Scheme(int port) {
      this.port = port;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * From {@code http://host:port/prefix}, or https.
   *
   * @throws UserError when it is not such a URL
   */
  public static Target parse(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw new UserError(ExitCode.USAGE, "--base-url is not a URL, got: " + url, e);
    }
    if (uri.getRawUserInfo() != null) {
      throw new UserError(
          ExitCode.USAGE,
          "--base-url must not hold a user or password; use OPENAI_API_KEY or --api-key-file");
    }
    Scheme scheme = scheme(uri);
    if (scheme == null
        || uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new UserError(
          ExitCode.USAGE, "--base-url must be http[s]://HOST[:PORT][/PATH], got: " + url);
    }
    String path = uri.getRawPath().replaceFirst("/+$", "");
    int port = uri.getPort() < 0 ? scheme.port : uri.getPort();
    return new Target(
        scheme.text() + "://" + uri.getRawAuthority() + path,
        scheme,
        uri.getHost(),
        port,
        withoutVersion(path));
  }

  private static @Nullable Scheme scheme(URI uri) {
    for (Scheme scheme : Scheme.values()) {
      if (scheme.text().equalsIgnoreCase(uri.getScheme())) {
        return scheme;
      }
    }
    return null;
  }

  /** Users of OpenAI clients give the base with its version; the paths bring their own. */
  private static String withoutVersion(String path) {
    return path.endsWith("/v1") ? path.substring(0, path.length() - "/v1".length()) : path;
  }

  /** Whether it is asked by TLS. */
  public boolean isSecure() {
    return scheme == Scheme.HTTPS;
  }

  /** The URL of a path below the base. */
  public URI resolve(String path) {
    return URI.create("%s://%s%s%s".formatted(scheme.text(), authority(), pathPrefix, path));
  }

  /** What goes into the {@code Host} header. */
  public String authority() {
    return host + ":" + port;
  }
}
