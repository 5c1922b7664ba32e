package dev.plumbline.publish.escape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.publish.HostileReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlTest {

  static List<String> attacks() {
    return HostileReport.ATTACKS;
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void data_ends_no_text_and_no_attribute_and_hides_nothing(String attack) {
    assertThat(Html.line(attack))
        .doesNotContain("<", ">", "\"", "'", "`")
        .doesNotMatch("(?s).*&(?!(amp|lt|gt|quot|#39|#96);).*");
    assertThat(Html.line(attack).codePoints())
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  @Test
  void what_is_plain_stays_as_it_is() {
    assertThat(Html.line("arn:aws:sqs:eu-west-1:111122223333:größe 日本 😀"))
        .isEqualTo("arn:aws:sqs:eu-west-1:111122223333:größe 日本 😀");
  }

  @Test
  void markup_is_shown_and_what_is_cut_is_said() {
    assertThat(Html.line("<b> & \"c\"", 3)).isEqualTo("&lt;b&gt;… (6 more characters)");
  }
}
