package dev.plumbline.publish.render;

import dev.plumbline.engine.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * One form of the report. Implementations are thread-safe, and take every value of the report as
 * data, never as markup.
 */
public interface Render {

  /** Writes the report; flushes the writer and leaves it open. */
  void render(Report report, RenderOptions options, Writer out) throws IOException;

  /** The rendered report as a string. */
  default String toText(Report report, RenderOptions options) {
    StringWriter out = new StringWriter();
    try {
      render(report, options, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return out.toString();
  }
}
