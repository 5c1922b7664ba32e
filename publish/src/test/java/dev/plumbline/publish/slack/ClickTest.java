package dev.plumbline.publish.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.publish.slack.Click.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClickTest {

  @ParameterizedTest
  @EnumSource
  void a_button_means_what_was_written_into_it(Kind kind) {
    Click click = new Click(kind, "a \"b\" <c>", "r1-ab", List.of("aws_x.a[\"k\"]"), true);

    assertThat(Click.parse(click.actionId(), click.value().orElseThrow())).contains(click);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"addresses\":[null]}", "\"x\"", "{\"addresses\":1}"})
  void a_value_that_cannot_be_read_is_no_button_of_ours(String value) {
    assertThat(Click.parse("plumbline_accept", value)).isEmpty();
  }

  @Test
  void somebody_elses_button_is_none_of_ours() {
    assertThat(Click.parse("accept", "{\"stack\":\"shop\"}")).isEmpty();
  }

  @Test
  void what_does_not_fit_into_a_button_makes_none() {
    assertThat(Click.of(Kind.ACCEPT, "x".repeat(2_000)).value()).isEmpty();
  }
}
