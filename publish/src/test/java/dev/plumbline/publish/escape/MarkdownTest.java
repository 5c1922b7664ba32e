package dev.plumbline.publish.escape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '\u0001',
      textBlock =
          """
          a|b               § a&#124;b
          a\\|b             § a&#92;&#124;b
          </code><b>        § &#60;/code&#62;&#60;b&#62;
          @acme/x           § &#64;acme/x
          aws_s3_bucket.x   § aws_s3_bucket.x
          _a_               § &#95;a&#95;
          https://x         § https&#58;//x
          www.x             § www&#46;x
          [a](b)            § &#91;a](b)
          `a`               § &#96;a&#96;
          &lt;              § &#38;lt;
          """)
  void what_markdown_would_read_is_an_entity(String data, String inside) {
    assertThat(Markdown.code(data, 100)).isEqualTo("<code>" + inside + "</code>");
  }

  @Test
  void a_fence_is_longer_than_any_run_inside() {
    assertThat(Markdown.fence("diff", "````\n")).isEqualTo("`````diff\n````\n`````\n");
  }

  @Test
  void a_fence_holds_no_comment() {
    assertThat(Markdown.fence("", "<!-- x -->\n")).doesNotContain("<!--");
  }
}
