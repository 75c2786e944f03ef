package dev.sweepline.runner.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers every request on a loopback port with the same stream. */
final class CannedServer implements AutoCloseable {
  /** Ends with the byte that nothing else in a request has, so that its end is seen. */
  static final String REQUEST_BODY = "{}\u0003";

  private static final int END_OF_REQUEST = '\u0003';
  private static final int EVENTS = 64;
  private static final byte[] HEAD =
      ascii(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
  private static final byte[] TOKEN =
      chunk(
          "{\"id\":\"cmpl-0\",\"object\":\"text_completion\",\"created\":0,\"model\":\"canned\","
              + "\"choices\":[{\"index\":0,\"text\":\" word\",\"logprobs\":null,"
              + "\"finish_reason\":null,\"stop_reason\":null}]}");
  private static final byte[] LAST =
      chunk("{\"choices\":[{\"index\":0,\"text\":\"\",\"finish_reason\":\"length\"}]}");
  private static final byte[] USAGE =
      chunk("{\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":64}}");
  private static final byte[] DONE = chunk("[DONE]");
  private static final byte[] END = ascii("0\r\n\r\n");

  private final ServerSocket socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  CannedServer() throws IOException {
    daemon(this::accept).start();
  }

  String url() {
    return "http://%s:%d"
        .formatted(InetAddress.getLoopbackAddress().getHostAddress(), socket.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket peer = socket.accept();
        open.add(peer);
        daemon(() -> serve(peer)).start();
      }
    } catch (IOException closed) {
      // The rehearsal is over.
    }
  }

  private static void serve(Socket peer) {
    try (peer) {
      peer.setTcpNoDelay(true);
      InputStream in = peer.getInputStream();
      byte[] buffer = new byte[4096];
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        if (buffer[length - 1] == END_OF_REQUEST) {
          answer(peer.getOutputStream());
        }
      }
    } catch (IOException gone) {
      // The client hung up.
    }
  }

  private static void answer(OutputStream out) throws IOException {
    out.write(HEAD);
    for (int event = 0; event < EVENTS; event++) {
      out.write(TOKEN);
    }
    out.write(LAST);
    out.write(USAGE);
    out.write(DONE);
    out.write(END);
  }

  private static byte[] chunk(String data) {
    String event = "data: " + data + "\n\n";
    return ascii(Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "rehearsal");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket peer : open) {
      peer.close();
    }
  }
}
