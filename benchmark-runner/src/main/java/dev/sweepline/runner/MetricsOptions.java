package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.client.Target;
import dev.sweepline.runner.scrape.Connector;
import dev.sweepline.runner.scrape.MetricsEndpoint;
import dev.sweepline.runner.scrape.ScrapePlan;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of the samples that are taken while a load runs. */
final class MetricsOptions {
  private static final String PAGE = "/metrics";
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Option(
      names = "--metrics-interval",
      paramLabel = "S",
      description =
          "Seconds between samples of the server's /metrics and of the client; short runs are"
              + " sampled oftener (default: ${DEFAULT-VALUE}; 0: none).")
  double intervalS = 1;

  @Option(
      names = "--metrics-url",
      paramLabel = "URL",
      description =
          "Where a server shows its metrics; once for each --base-url, in their order"
              + " (default: /metrics below it).")
  List<String> urls = List.of();

  /**
   * What is to be sampled.
   *
   * @param targets the servers, in the order of their options
   * @throws UserError when the options do not fit, exit code 2
   */
  ScrapePlan plan(List<Target> targets, Connector connector) {
    if (!(intervalS >= 0 && Double.isFinite(intervalS))) {
      throw new UserError(ExitCode.USAGE, "--metrics-interval: must be >= 0, got: " + intervalS);
    }
    if (!urls.isEmpty() && urls.size() != targets.size()) {
      throw new UserError(
          ExitCode.USAGE,
          "--metrics-url: must be given once for each --base-url (%d), got: %d"
              .formatted(targets.size(), urls.size()));
    }
    List<MetricsEndpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      URI page = urls.isEmpty() ? target.resolve(PAGE) : parse(urls.get(i));
      endpoints.add(new MetricsEndpoint(target.baseUrl(), page));
    }
    return new ScrapePlan(endpoints, connector, intervalS);
  }

  /** Neither user nor query: messages name the URL, so it must not hold a secret. */
  private static URI parse(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw new UserError(ExitCode.USAGE, "--metrics-url: is not a URL", e);
    }
    boolean known =
        uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
    if (!known || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
      throw new UserError(
          ExitCode.USAGE, "--metrics-url: must be http[s]://HOST[:PORT][/PATH], without a user");
    }
    return uri;
  }
}
