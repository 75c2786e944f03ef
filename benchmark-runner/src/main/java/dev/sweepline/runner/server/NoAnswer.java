package dev.sweepline.runner.server;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.client.Target;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Why a server could not be asked, and what to do about it. */
final class NoAnswer {
  private NoAnswer() {}

  static UserError of(Target target, IOException e) {
    return new UserError(
        ExitCode.NO_SERVER, "%s: %s".formatted(target.baseUrl(), explanation(e)), e);
  }

  private static String explanation(IOException e) {
    if (e instanceof SSLHandshakeException) {
      return handshake(e);
    }
    if (e instanceof SSLException) {
      return "does not speak TLS (%s); is it http://?".formatted(e.getMessage());
    }
    if (e instanceof UnknownHostException) {
      return "no host has this name; check --base-url";
    }
    if (e instanceof SocketTimeoutException) {
      return "no answer in time; is the server ready, and the port open?";
    }
    return "no server answers (%s); start one, or give --base-url".formatted(e.getMessage());
  }

  private static String handshake(IOException e) {
    if (isCausedBy(e, CertificateExpiredException.class)
        || isCausedBy(e, CertificateNotYetValidException.class)) {
      return "its certificate is not valid today; renew it, or go without proof by --insecure";
    }
    if (isCausedBy(e, CertPathBuilderException.class)) {
      return "its certificate is not trusted; give that of its CA by --ca-file PEM,"
          + " or go without proof by --insecure";
    }
    if (speaksOfNames(e)) {
      return "its certificate is for another name; use that in --base-url,"
          + " or go without proof by --insecure";
    }
    return "the TLS handshake failed (%s); is it http://?".formatted(e.getMessage());
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
    return causes(e).anyMatch(type::isInstance);
  }

  /** The JDK has no exception of its own for it. */
  private static boolean speaksOfNames(Throwable e) {
    return causes(e)
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(
            text -> text.contains("subject alternative") || text.contains("no name matching"));
  }
}
