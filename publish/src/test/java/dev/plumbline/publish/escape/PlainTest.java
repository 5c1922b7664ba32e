package dev.plumbline.publish.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTest {

  static Stream<Arguments> lines() {
    return Stream.of(
        arguments("a\nb", "a\\nb"),
        arguments("a\u001b[31mb", "a\\u" + "001b[31mb"),
        arguments("a\u009bb", "a\\u" + "009bb"),
        arguments("a\u202eb", "a\\u" + "202eb"),
        arguments("a\u2028b", "a\\u" + "2028b"),
        arguments("a\0b", "a\\u" + "0000b"),
        arguments("a\ud800b", "a\\u" + "d800b"),
        arguments("a\udb40\udc41b", "a\\U" + "000e0041b"),
        arguments("größe 漢字 ok", "größe 漢字 ok"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void what_a_terminal_would_act_on_is_shown_as_an_escape(String data, String line) {
    assertThat(Plain.line(data)).isEqualTo(line);
  }

  static Stream<Arguments> buildCommands() {
    return Stream.of(
        arguments("::error::x", "\\u" + "003a:error::x"),
        arguments("  ::add-mask::x", "  \\u" + "003a:add-mask::x"),
        arguments("\u00a0::set-output name=a::b", "\u00a0\\u" + "003a:set-output name=a::b"),
        arguments("a ##[error]x", "a ##\\u" + "005berror]x"),
        arguments("##vso[task.setvariable]x", "##vso\\u" + "005btask.setvariable]x"),
        arguments("::/0", "::/0"),
        arguments("::ffff:10.0.0.1, ::1", "::ffff:10.0.0.1, ::1"),
        arguments("arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/a"),
        arguments("## [x]", "## [x]"));
  }

  /** GitHub's runner reads the first at a line's start, behind blanks, the second anywhere. */
  @ParameterizedTest
  @MethodSource("buildCommands")
  void what_a_build_would_carry_out_is_shown_as_an_escape(String data, String line) {
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
