package dev.sweepline.runner.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows the progress line from time to time: rewritten on a terminal, line by line elsewhere. */
public final class Progress {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Timer timer;
  private final Runnable atEnd;

  private Progress(Timer timer, Runnable atEnd) {
    this.timer = timer;
    this.atEnd = atEnd;
  }

  /** How progress is shown. */
  public enum Style {
    /** One line, rewritten every second. */
    TERMINAL(1),
    /** A new line every ten seconds. */
    LINES(10),
    NONE(0);

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final int seconds;

    Style(int seconds) {
      this.seconds = seconds;
    }

    /** Fits what standard error is; where that cannot be told, lines. */
    public static Style ofStandardError() {
      try {
        String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
        return device.matches("/dev/(pts/|tty|console).*") ? TERMINAL : LINES;
      } catch (IOException | UnsupportedOperationException unknown) {
        return LINES;
      }
    }
  }

  /**
   * Starts to show progress.
   *
   * @param err where it goes
   * @param line the present text
   */
  public static Progress start(Style style, PrintWriter err, Supplier<String> line) {
    Timer timer = new Timer("progress", true);
    if (style == Style.NONE) {
      return new Progress(timer, () -> {});
    }
    boolean rewrite = style == Style.TERMINAL;
    TimerTask show =
        new TimerTask() {
          @Override
          public void run() {
            err.print(rewrite ? CLEAR_LINE + line.get() : line.get() + System.lineSeparator());
            err.flush();
          }
        };
    long period = TimeUnit.SECONDS.toMillis(style.seconds);
    timer.scheduleAtFixedRate(show, period, period);
    return new Progress(
        timer,
        () -> {
          err.print(rewrite ? CLEAR_LINE : "");
          err.flush();
        });
  }

  /** Ends it, and takes a rewritten line away. */
  public void close() {
    timer.cancel();
    atEnd.run();
  }
}
