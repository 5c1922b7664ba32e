package dev.plumbline.publish.escape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.publish.HostileReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MrkdwnTest {

  @Test
  void what_slack_reads_as_a_command_a_mention_or_a_link_is_written_as_entities() {
    assertThat(Mrkdwn.text("<!here> <@U1> <#C1> <https://x|y> a&b", 100))
        .isEqualTo("&lt;!here&gt; &lt;@U1&gt; &lt;#C1&gt; &lt;https://x|y&gt; a&amp;b");
  }

  @Test
  void an_entity_in_the_data_stays_what_it_was() {
    assertThat(Mrkdwn.text("&lt;!here&gt;", 100)).isEqualTo("&amp;lt;!here&amp;gt;");
  }

  @Test
  void code_cannot_be_ended_from_within() {
    assertThat(Mrkdwn.code("a`*b*`", 100)).isEqualTo("`aˋ*b*ˋ`");
    assertThat(Mrkdwn.code("", 100)).isEqualTo("`-`");
  }

  @Test
  void a_bare_mention_is_none_where_slack_would_guess_one() {
    assertThat(Mrkdwn.message("@here", 100)).isEqualTo("＠here");
  }

  @Test
  void escapes_of_a_terminal_and_line_breaks_are_shown_and_not_sent() {
    assertThat(Mrkdwn.text("a\u001b[2Jb\nc\u202e", 100)).isEqualTo("a\\u001b[2Jb\\nc\\u202e");
  }

  @Test
  void nothing_is_cut_within_an_entity_or_a_character() {
    assertThat(Mrkdwn.text("a<<<<<<<<<<", 10)).isEqualTo("a&lt;&lt;…");
    assertThat(Mrkdwn.text("aaaaaaaa\ud83d\ude00\ud83d\ude00", 10)).isEqualTo("aaaaaaaa…");
  }

  @Test
  void blocks_of_code_are_closed_and_say_what_they_leave_out() {
    List<String> fences = Mrkdwn.fences("line ``` of <text>\n".repeat(500), 1000, 2);

    assertThat(fences).hasSize(2).allSatisfy(MrkdwnTest::isOneFence);
    assertThat(fences.getLast()).contains("more lines");
    long shown =
        fences.stream().flatMap(String::lines).filter(it -> it.contains("of &lt;")).count();
    assertThat(fences.getLast()).contains("… and %d more lines".formatted(500 - shown));
  }

  static List<String> attacks() {
    return HostileReport.ATTACKS;
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void no_attack_is_more_than_text_in_code_in_a_fence_or_in_plain_text(String attack) {
    assertInert(Mrkdwn.text(attack, 500), 500);
    String code = Mrkdwn.code(attack, 500);
    assertInert(code, 500);
    assertThat(code.substring(1, code.length() - 1)).doesNotContain("`");
    assertThat(Mrkdwn.fences(attack, 500, 3)).allSatisfy(MrkdwnTest::isOneFence);
  }

  private static void isOneFence(String fence) {
    assertThat(fence).startsWith("```\n").endsWith("\n```").hasSizeLessThanOrEqualTo(1000);
    assertThat(fence.substring(3, fence.length() - 3)).doesNotContain("`", "<", ">");
  }

  private static void assertInert(String text, int limit) {
    assertThat(text).hasSizeLessThanOrEqualTo(limit).doesNotContain("<", ">");
    assertThat(text.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
    assertThat(text.codePoints())
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
