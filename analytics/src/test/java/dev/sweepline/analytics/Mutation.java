package dev.sweepline.analytics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Random;

/** Ways in which a result file is spoiled. */
enum Mutation {
  CUT {
    @Override
    byte[] of(byte[] file, Random random) {
      return Arrays.copyOf(file, random.nextInt(file.length));
    }
  },
  FLIPPED {
    @Override
    byte[] of(byte[] file, Random random) {
      byte[] flipped = file.clone();
      flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      return flipped;
    }
  },
  WRONG_TYPE {
    @Override
    byte[] of(byte[] file, Random random) {
      return number(file, random, "\"text\"");
    }
  },
  NAN {
    @Override
    byte[] of(byte[] file, Random random) {
      return number(file, random, "NaN");
    }
  },
  INFINITY {
    @Override
    byte[] of(byte[] file, Random random) {
      return number(file, random, "-Infinity");
    }
  },
  HUGE {
    @Override
    byte[] of(byte[] file, Random random) {
      return number(file, random, "9".repeat(1 + random.nextInt(400)));
    }
  },
  DEEP {
    @Override
    byte[] of(byte[] file, Random random) {
      return number(file, random, "[".repeat(5_000));
    }
  },
  TWICE {
    @Override
    byte[] of(byte[] file, Random random) {
      String text = text(file);
      int brace = text.indexOf('{', random.nextInt(text.length() / 2));
      int comma = text.indexOf(',', brace);
      String member = text.substring(brace + 1, comma + 1);
      return bytes(text.substring(0, brace + 1) + member + text.substring(brace + 1));
    }
  },
  MARKED {
    @Override
    byte[] of(byte[] file, Random random) {
      return bytes("\u00ef\u00bb\u00bf" + text(file));
    }
  },
  CARRIAGE_RETURNS {
    @Override
    byte[] of(byte[] file, Random random) {
      return bytes(text(file).replace("\n", "\r\n"));
    }
  },
  EMPTY {
    @Override
    byte[] of(byte[] file, Random random) {
      return new byte[0];
    }
  },
  BINARY {
    @Override
    byte[] of(byte[] file, Random random) {
      byte[] binary = new byte[1 + random.nextInt(4_000)];
      random.nextBytes(binary);
      return binary;
    }
  },
  FOLDER {
    @Override
    byte[] of(byte[] file, Random random) {
      throw new UnsupportedOperationException("has no bytes");
    }
  };

  /** The content of a file, spoiled. */
  abstract byte[] of(byte[] file, Random random);

  /** Puts something in the place of one of the file's numbers. */
  private static byte[] number(byte[] file, Random random, String instead) {
    String text = text(file);
    int at = random.nextInt(text.length());
    while (!Character.isDigit(text.charAt(at)) || ":[,".indexOf(text.charAt(at - 1)) < 0) {
      at = 1 + at % (text.length() - 1);
    }
    int end = at;
    while (Character.isDigit(text.charAt(end))) {
      end++;
    }
    return bytes(text.substring(0, at) + instead + text.substring(end));
  }

  private static String text(byte[] file) {
    return new String(file, ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
