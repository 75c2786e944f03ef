package dev.sweepline.generator.testing;

import java.util.List;
import java.util.Random;

/** Texts that a careless script would act on. */
public final class HostileText {
  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "\\",
          "`id`",
          "$(id)",
          "${HOME}",
          "$PATH",
          "\n",
          "\r",
          "\t",
          " ",
          "  ",
          ";",
          "|",
          "&",
          "&&",
          ">",
          "<",
          "*",
          "?",
          "[a]",
          "{a,b}",
          "{{exp_id}}",
          "${exp_id}",
          "~",
          "!",
          "#",
          "%s",
          "%",
          "=",
          "-",
          "--",
          "-n",
          "(",
          ")",
          "ä",
          "漢",
          "🙂",
          "\u00a0",
          "\u2028",
          "a",
          "B",
          "0",
          ",",
          ":",
          "/",
          "../",
          "EOF",
          "\nSWEEPLINE_CONFIG\n",
          "\u001b[31m",
          "'\"'\"'",
          "\\'",
          "\\n",
          "$'\\n'");

  private final Random random;

  public HostileText(long seed) {
    this.random = new Random(seed);
  }

  /** Another text, the same for the same seed. */
  public String next() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(8);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
