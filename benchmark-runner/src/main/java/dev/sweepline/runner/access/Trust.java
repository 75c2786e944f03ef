package dev.sweepline.runner.access;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Which servers are believed to be who they say they are. */
public final class Trust {
  private static final String PROTOCOL = "TLS";

  /** The rules of RFC 2818 for the name in a certificate. */
  private static final String CHECK_NAMES = "HTTPS";

  private final SSLContext context;
  private final @Nullable String nameCheck;

  private Trust(TrustManager @Nullable [] managers, @Nullable String nameCheck) {
    try {
      this.context = SSLContext.getInstance(PROTOCOL);
      this.context.init(null, managers, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
    this.nameCheck = nameCheck;
  }

  /** Those whose certificate the JDK accepts. */
  public static Trust ofSystem() {
    return new Trust(null, CHECK_NAMES);
  }

  /** Everybody. */
  public static Trust ofAll() {
    return new Trust(new TrustManager[] {new TrustEverybody()}, null);
  }

  /**
   * Those whose certificate is in a file, or signed by one in it.
   *
   * @throws UserError when it cannot be read, exit code 66, or is no such file, 65
   */
  public static Trust ofCertificates(Path pem) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : certificates(pem)) {
        store.setCertificateEntry("ca-" + store.size(), certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return new Trust(factory.getTrustManagers(), CHECK_NAMES);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a key store in memory takes certificates", e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, "--ca-file %s: cannot be read".formatted(pem), e);
    } catch (CertificateException notOne) {
      throw new UserError(
          ExitCode.MALFORMED, "--ca-file %s: must hold certificates as PEM".formatted(pem), notOne);
    }
    throw new UserError(
        ExitCode.MALFORMED, "--ca-file %s: must hold certificates as PEM".formatted(pem));
  }

  /** The client's end of a TLS connection to a host, of which the server is told the name. */
  public SSLEngine engine(String hostOfUrl, int port) {
    String host = hostOfUrl.replaceAll("[\\[\\]]", "");
    SSLEngine engine = context.createSSLEngine(host, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(nameCheck);
    // The JDK itself would not send the short names of cluster nodes.
    if (host.matches("[A-Za-z0-9_.-]*[A-Za-z][A-Za-z0-9_-]*")) {
      parameters.setServerNames(List.of(new SNIHostName(host)));
    }
    engine.setSSLParameters(parameters);
    return engine;
  }

  void applyTo(HttpsURLConnection connection) {
    connection.setSSLSocketFactory(context.getSocketFactory());
    if (nameCheck == null) {
      connection.setHostnameVerifier((host, session) -> true);
    }
  }
}
