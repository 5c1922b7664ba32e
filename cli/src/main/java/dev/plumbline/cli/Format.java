package dev.plumbline.cli;

import dev.plumbline.engine.Severity;
import dev.plumbline.publish.html.HtmlReport;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.JunitReport;
import dev.plumbline.publish.render.MarkdownReport;
import dev.plumbline.publish.render.Render;
import dev.plumbline.publish.render.SarifReport;
import dev.plumbline.publish.render.TextReport;

/** The forms a report can take, as they are written on the command line. */
enum Format {
  text,
  json,
  markdown,
  html,
  sarif,
  junit;

  /**
   * @param failOn drift below it is no failure, in the forms that know failures
   */
  Render render(Severity failOn) {
    return switch (this) {
      case text -> new TextReport();
      case json -> new JsonReport();
      case markdown -> new MarkdownReport();
      case html -> new HtmlReport();
      case sarif -> new SarifReport();
      case junit -> new JunitReport(failOn);
    };
  }
}
