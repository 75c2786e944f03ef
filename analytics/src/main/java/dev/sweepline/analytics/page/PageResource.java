package dev.sweepline.analytics.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The parts of the page that do not depend on data. */
enum PageResource {
  TEMPLATE("/dev/sweepline/analytics/page/page.html"),
  STYLE("/dev/sweepline/analytics/page/page.css"),
  SCRIPT("/dev/sweepline/analytics/page/page.js"),
  LIBRARY(Library.FOLDER + "dist/echarts.common.min.js"),
  LIBRARY_LICENCE(Library.FOLDER + "LICENSE"),
  LIBRARY_NOTICE(Library.FOLDER + "NOTICE"),
  LIBRARY_PARTS_LICENCE(Library.FOLDER + "licenses/LICENSE-d3");

  private final String path;

  PageResource(String path) {
    this.path = path;
  }

  /** Its text, as it stands in the page. */
  String text() {
    try (InputStream in = PageResource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path + " is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where Apache ECharts lies, as its package for Java has it. */
  private static final class Library {
    static final String FOLDER = "/META-INF/resources/webjars/echarts/5.3.1/";
  }
}
