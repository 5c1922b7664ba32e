package dev.plumbline.wiring.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {

  @Test
  void a_line_that_starts_so_is_the_command() {
    assertThat(CommentText.command("Thanks!\r\n\r\n/plumbline revert a.b\r\nsoon"))
        .contains("revert a.b");
    assertThat(CommentText.command("/plumbline")).contains("");
    assertThat(CommentText.command("/plumbline\tstatus ")).contains("status");
  }

  @Test
  void only_the_first_one_counts() {
    assertThat(CommentText.command("/plumbline status\n/plumbline revert")).contains("status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "please /plumbline revert",
        " /plumbline revert",
        "    /plumbline revert",
        "/plumblines revert",
        "/Plumbline revert",
        "> /plumbline revert",
        "> what she said\n/plumbline revert",
        "   > what she said\nand\n/plumbline revert",
        "```\n/plumbline revert\n```",
        "```\n/plumbline revert",
        "````\n```\n/plumbline revert\n````",
        "```sh\n~~~\n/plumbline revert\n```",
        "~~~\n```\n/plumbline revert\n~~~",
        "   ```\n/plumbline revert\n   ```",
        "~~~ a`b\n/plumbline revert\n~~~",
        "```\n``` not closed\n/plumbline revert",
        "<!--\n/plumbline revert\n-->",
        "text <!-- a\n/plumbline revert\n-->",
        "<!-- a --> <!--\n/plumbline revert\n-->",
        "<pre>\n/plumbline revert\n</pre>",
        "- /plumbline revert",
        "\u200b/plumbline revert"
      })
  void what_is_shown_quoted_or_hidden_is_not_said(String comment) {
    assertThat(CommentText.command(comment)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\ncode\n```\n/plumbline revert",
        "```\ncode\n`````  \n/plumbline revert",
        "> quoted\n\n/plumbline revert",
        "```span``` in a row\n/plumbline revert",
        "<!-- a -->\n/plumbline revert",
        "<!--\n-->\n/plumbline revert",
        "``\n/plumbline revert"
      })
  void behind_it_is(String comment) {
    assertThat(CommentText.command(comment)).contains("revert");
  }
}
