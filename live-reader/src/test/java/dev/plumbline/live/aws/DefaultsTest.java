package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefaultsTest {

  @ParameterizedTest
  @CsvSource({
    "unset and the default are one, '', default, ''",
    "the default and unset are one, default, '', default",
    "unset on both sides stays, '', '', ''",
    "a change away from the default shows, default, other, other",
    "a change back to the default shows, other, default, default",
    "a removal of something else shows, other, '', ''",
  })
  void only_what_says_nothing_but_the_default_is_taken_from_the_state(
      String why, String recorded, String observed, String answer) {
    assertThat(
            Defaults.orRecorded(
                Value.of(observed), Value.of(recorded), Value.of("default")::equals))
        .as(why)
        .isEqualTo(Value.of(answer));
  }
}
