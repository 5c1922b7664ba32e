package dev.plumbline.publish.html;

import java.io.IOException;

/** What all tables have. */
final class Tables {

  private Tables() {}

  static void head(Markup page, String... columns) throws IOException {
    page.open(Tag.THEAD).open(Tag.TR);
    for (String column : columns) {
      page.element(Tag.TH, column, Attr.Name.SCOPE.of("col"));
    }
    page.close().close();
  }

  static void number(Markup page, long number) throws IOException {
    page.element(Tag.TD, "%,d".formatted(number), Attr.css("number"));
  }
}
