package dev.plumbline.cli;

import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.MarkdownReport;
import dev.plumbline.publish.render.Render;
import dev.plumbline.publish.render.TextReport;

/** The forms a report can take, as they are written on the command line. */
enum Format {
  text,
  json,
  markdown;

  Render render() {
    return switch (this) {
      case text -> new TextReport();
      case json -> new JsonReport();
      case markdown -> new MarkdownReport();
    };
  }
}
