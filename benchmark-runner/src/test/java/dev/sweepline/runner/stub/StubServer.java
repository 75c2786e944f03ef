package dev.sweepline.runner.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on a free loopback port that does exactly what a script says with each request, and
 * remembers what it was sent. What is asked before a load is answered by itself.
 */
public final class StubServer implements AutoCloseable {
  private static final int BACKLOG = 512;

  private final String scheme;
  private final ServerSocket socket;
  private final Script script;
  private final OwnAnswer ownAnswer;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<Conversation> seen = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** What is done with a request. */
  @FunctionalInterface
  public interface Script {
    /** Answers; an I/O error ends the connection. */
    void answer(Conversation conversation) throws IOException, InterruptedException;
  }

  public StubServer(Script script) throws IOException {
    this(script, "http", ServerSocketFactory.getDefault(), Conversation::answeredByItself);
  }

  /** One that is talked to by TLS. */
  public StubServer(Script script, SSLContext tls) throws IOException {
    this(script, "https", tls.getServerSocketFactory(), Conversation::answeredByItself);
  }

  /** One whose script answers everything. */
  public static StubServer unaided(Script script) throws IOException {
    return new StubServer(script, "http", ServerSocketFactory.getDefault(), conversation -> false);
  }

  private StubServer(Script script, String scheme, ServerSocketFactory sockets, OwnAnswer ownAnswer)
      throws IOException {
    this.script = script;
    this.ownAnswer = ownAnswer;
    this.scheme = scheme;
    this.socket = sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    daemon(this::accept).start();
  }

  /** Answers what is no load; says whether it was that. */
  @FunctionalInterface
  private interface OwnAnswer {
    boolean given(Conversation conversation) throws IOException;
  }

  public int port() {
    return socket.getLocalPort();
  }

  public String url() {
    return scheme + "://127.0.0.1:" + port();
  }

  /** Completion requests so far, in the order of their arrival. */
  public Queue<Conversation> seen() {
    return seen;
  }

  /** Connections that carried a completion request. */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket peer = socket.accept();
        open.add(peer);
        daemon(() -> serve(peer)).start();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket peer) {
    try (peer) {
      peer.setTcpNoDelay(true);
      boolean counted = false;
      Conversation conversation = Conversation.read(peer);
      while (conversation != null) {
        if (!ownAnswer.given(conversation)) {
          if (!counted) {
            connections.incrementAndGet();
            counted = true;
          }
          seen.add(conversation);
          script.answer(conversation);
        }
        conversation = peer.isClosed() ? null : Conversation.read(peer);
      }
    } catch (IOException gone) {
      // The client hung up, or the script broke the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(peer);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stub");
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
