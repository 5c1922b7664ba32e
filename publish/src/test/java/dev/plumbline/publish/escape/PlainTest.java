package dev.plumbline.publish.escape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~a\nb~                | a\\nb
          ~a\u001b[31mb~        | a\\u001b[31mb
          ~a\u009bb~            | a\\u009bb
          ~a\u202eb~            | a\\u202eb
          ~a\u2028b~            | a\\u2028b
          ~a\u0000b~            | a\\u0000b
          ~a\ud800b~            | a\\ud800b
          ~a\udb40\udc41b~      | a\\U000e0041b
          ~größe 漢字 ok~       | größe 漢字 ok
          """)
  void what_a_terminal_would_act_on_is_shown_as_an_escape(String data, String line) {
    assertThat(Plain.line(data)).isEqualTo(line);
  }

  @Test
  void a_long_text_is_cut_and_says_how_much() {
    assertThat(Plain.line("x".repeat(1500), 10)).isEqualTo("xxxxxxxxxx… (1,490 more characters)");
  }

  @Test
  void a_cut_never_parts_a_character() {
    assertThat(Plain.line("ab\ud83d\ude00cd", 3)).startsWith("ab… (4");
  }

  @Test
  void a_quoted_text_cannot_end_its_quotes() {
    assertThat(Plain.quoted("a\" \\", 10)).isEqualTo("\"a\\\" \\\\\"");
  }

  @Test
  void ascii_is_printable_and_bounded() {
    assertThat(Plain.ascii("ä\n\u001b" + "x".repeat(200), 100))
        .matches("[ -~]{100}")
        .startsWith("???x");
  }

  @Test
  void a_message_notifies_nobody() {
    assertThat(Plain.message("@here", 10)).doesNotContain("@");
  }
}
