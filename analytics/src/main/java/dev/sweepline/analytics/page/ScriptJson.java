package dev.sweepline.analytics.page;

import java.util.Map;
import org.apache.commons.text.translate.CharSequenceTranslator;
import org.apache.commons.text.translate.LookupTranslator;

/**
 * JSON inside a script element. The characters that could end the element, open a comment in it or
 * end a line of a script occur in JSON only inside strings, where they can be written as escapes.
 */
final class ScriptJson {
  private static final CharSequenceTranslator ESCAPES =
      new LookupTranslator(
          Map.of(
              "<", "\\u003c",
              ">", "\\u003e",
              "&", "\\u0026",
              "\u2028", "\\u2028",
              "\u2029", "\\u2029"));

  private ScriptJson() {}

  static String escaped(String json) {
    return ESCAPES.translate(json);
  }
}
