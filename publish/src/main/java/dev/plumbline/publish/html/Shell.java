package dev.plumbline.publish.html;

import dev.plumbline.publish.html.Attr.Name;
import java.io.IOException;

/**
 * What every page has: its head, a way past what stands before the contents, and the script.
 *
 * @param assets style and script
 */
record Shell(Assets assets) {

  private static final String MAIN = "main";

  /** Writes a whole page. */
  void write(Markup page, String title, Markup.Content before, Markup.Content main)
      throws IOException {
    page.doctype().open(Tag.HTML, Name.LANG.of("en"));
    page.in(Tag.HEAD, () -> head(page, title));
    page.open(Tag.BODY);
    page.element(Tag.A, "Skip to the contents", Attr.css("skip"), Attr.to(MAIN));
    before.write();
    page.in(Tag.MAIN, main, Attr.id(MAIN));
    page.shipped(Tag.SCRIPT, assets.script());
    page.close().close().end();
  }

  private void head(Markup page, String title) throws IOException {
    page.open(Tag.META, Name.CHARSET.of("utf-8"));
    page.open(
        Tag.META, Name.HTTP_EQUIV.of("Content-Security-Policy"), Name.CONTENT.of(assets.policy()));
    meta(page, "viewport", "width=device-width, initial-scale=1");
    meta(page, "color-scheme", "light dark");
    meta(page, "referrer", "no-referrer");
    meta(page, "robots", "noindex");
    page.element(Tag.TITLE, title);
    page.shipped(Tag.STYLE, assets.style());
  }

  private static void meta(Markup page, String name, String content) throws IOException {
    page.open(Tag.META, Name.NAME.of(name), Name.CONTENT.of(content));
  }
}
