package dev.plumbline.live.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1, \"b\":2}|{ \"b\" : 2,\"a\":1}",
        "{\"Action\":[\"s3:Get\"]}|{\"Action\":\"s3:Get\"}",
        "{\"Action\":[\"a\",\"b\"]}|{\"Action\":[\"b\",\"a\"]}",
        "{\"Statement\":[{\"Sid\":\"x\"},{\"Sid\":\"y\"}]}|{\"Statement\":[{\"Sid\":\"y\"},{\"Sid\":\"x\"}]}",
      })
  void spellings_of_one_policy_are_one_value(String one, String other) {
    assertThat(PolicyText.plain(one)).isEqualTo(PolicyText.plain(other));
  }

  @Test
  void another_action_is_another_value() {
    assertThat(PolicyText.plain("{\"Action\":[\"a\",\"b\"]}"))
        .isNotEqualTo(PolicyText.plain("{\"Action\":[\"a\",\"c\"]}"));
  }

  @Test
  void text_that_is_no_json_stays_text() {
    assertThat(PolicyText.plain("{broken")).isEqualTo(Value.of("{broken"));
  }

  @Test
  void iams_percent_encoding_is_taken_off() {
    assertThat(PolicyText.decoded("%7B%22a%22%3A%22x%2By%22%7D")).isEqualTo("{\"a\":\"x+y\"}");
  }
}
