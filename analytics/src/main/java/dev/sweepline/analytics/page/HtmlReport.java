package dev.sweepline.analytics.page;

import dev.sweepline.analytics.report.ReportFacts;
import dev.sweepline.contract.ContractJson;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.commons.text.StringSubstitutor;

/**
 * {@code report.html}: one file, complete without a network. All data is JSON in a script element
 * that is no script; the page shows it as text only.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /** The file's text. */
  public static String of(ReportFacts facts) {
    String style = PageResource.STYLE.text();
    String library = PageResource.LIBRARY.text();
    String script = PageResource.SCRIPT.text();
    StringSubstitutor page =
        new StringSubstitutor(
            Map.of(
                "policy",
                ContentPolicy.of(style, List.of(library, script)),
                "style",
                style,
                "data",
                ScriptJson.escaped(ContractJson.current().line(PageData.of(facts))),
                "library",
                library,
                "script",
                script,
                "licence",
                StringEscapeUtils.escapeHtml4(licence())));
    page.setEnableUndefinedVariableException(true);
    // A value that looks like a variable is data.
    page.setDisableSubstitutionInValues(true);
    return page.replace(PageResource.TEMPLATE.text());
  }

  private static String licence() {
    return String.join(
        "\n\n",
        PageResource.LIBRARY_NOTICE.text().strip(),
        PageResource.LIBRARY_LICENCE.text().strip(),
        PageResource.LIBRARY_PARTS_LICENCE.text().strip());
  }
}
