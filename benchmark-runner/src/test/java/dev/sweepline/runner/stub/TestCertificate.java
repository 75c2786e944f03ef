package dev.sweepline.runner.stub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that signs itself, made by the JDK's keytool.
 *
 * @param server what a server with it needs
 * @param pem the file that a client trusts it by
 */
public record TestCertificate(SSLContext server, Path pem) {
  private static final String PASSWORD = "only-a-test";

  /**
   * Makes one.
   *
   * @param names as keytool writes them, such as {@code dns:localhost,ip:127.0.0.1}
   */
  public static TestCertificate make(Path folder, String names)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = Files.createTempDirectory(folder, "tls").resolve("server.p12");
    Path pem = store.resolveSibling("server.pem");
    keytool(
        store,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=test",
        "-validity",
        "36500",
        "-ext",
        "san=" + names);
    keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
    return new TestCertificate(server(store), pem);
  }

  private static void keytool(Path store, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(Arrays.asList(options));
    command.addAll(
        List.of("-alias", "server", "-keystore", store.toString(), "-storepass", PASSWORD));
    Path log = store.resolveSibling("keytool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(log));
    }
  }

  private static SSLContext server(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
