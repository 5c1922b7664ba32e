package dev.plumbline.publish.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.escape.Markdown;
import dev.plumbline.publish.escape.Plain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FromMarkdownTest {

  @Test
  void what_we_write_looks_the_same_in_slack() {
    assertThat(
            FromMarkdown.lines(
                """
                ### What happens **next**
                - a `plan` of <code>a&#64;b&#60;c</code>
                - [the issue](https://github.com/acme/infra/issues/7?a=1&b=2)

                <details><summary>More</summary>
                1 < 2 & **done**"""))
        .containsExactly(
            "*What happens next*",
            "• a `plan` of `a@b&lt;c`",
            "• <https://github.com/acme/infra/issues/7?a=1&amp;b=2|the issue>",
            "",
            "More",
            "1 &lt; 2 &amp; *done*");
  }

  @Test
  void a_fence_stays_one() {
    assertThat(
            FromMarkdown.lines("before\n" + Markdown.fence("diff", "- a ``` b\n+ <c>\n") + "after"))
        .containsExactly("before", "```\n- a ˋˋˋ b\n+ &lt;c&gt;\n```", "after");
  }

  @Test
  void what_is_written_as_text_does_not_become_a_command() {
    assertThat(FromMarkdown.lines("<!here> <@U1> &lt;!channel&gt; [x](javascript:alert(1))"))
        .containsExactly("&lt;!here&gt; &lt;@U1&gt; &lt;!channel&gt; [x](javascript:alert(1))");
  }

  static List<String> attacks() {
    return HostileReport.ATTACKS;
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void data_that_was_escaped_for_markdown_stays_data(String attack) {
    List<String> lines =
        FromMarkdown.lines(
            "The stack %s was\n%s"
                .formatted(
                    Markdown.code(attack, 300),
                    Markdown.fence("", Plain.line(attack, 2_000) + "\n")));

    SentBlocks.of(GsonFactory.createSnakeCase().toJson(EphemeralAnswer.of(lines).blocks()));
  }
}
