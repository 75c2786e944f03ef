package dev.sweepline.analytics.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a browser lets the page do: run these very scripts and use this very style, and nothing
 * else. No request leaves the page, and markup that came with data could not act.
 */
final class ContentPolicy {
  private ContentPolicy() {}

  static String of(String style, List<String> scripts) {
    return "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(
            hash(style),
            scripts.stream().map(ContentPolicy::hash).collect(Collectors.joining(" ")));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
