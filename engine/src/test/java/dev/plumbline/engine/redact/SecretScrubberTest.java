package dev.plumbline.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretScrubberTest {

  private static final SecretScrubber SCRUBBER =
      SecretScrubber.of(List.of("hunter2!", "hunter2!longer", "a b\"c&d", "us-east-1", "abc"));

  @Test
  void a_secret_is_removed_from_free_text_the_longest_first() {
    assertThat(SCRUBBER.scrub("Reading x failed: hunter2!longer is no key, hunter2! neither."))
        .isEqualTo("Reading x failed: (sensitive) is no key, (sensitive) neither.");
  }

  @Test
  void a_secret_is_found_as_json_a_url_and_base64_write_it() {
    assertThat(
            SCRUBBER.scrub("{\"x\":\"a b\\\"c&d\"} ?q=a+b%22c%26d ?q=a%20b%22c%26d YSBiImMmZA=="))
        .isEqualTo("{\"x\":\"(sensitive)\"} ?q=(sensitive) ?q=(sensitive) (sensitive)");
  }

  @Test
  void short_secrets_and_common_words_leave_texts_readable() {
    assertThat(SCRUBBER.scrub("abc in us-east-1")).isEqualTo("abc in us-east-1");
  }

  @Test
  void the_lines_of_a_long_secret_are_known_one_by_one() {
    SecretScrubber scrubber = SecretScrubber.of(List.of("first line of it\nsecond line of it\n"));

    assertThat(scrubber.scrub("Bad: second line of it.")).isEqualTo("Bad: (sensitive).");
  }

  @Test
  void values_are_scrubbed_in_depth_with_their_keys() {
    Value value = Value.of(Map.of("k-hunter2!", Value.of(List.of(Value.of("hunter2!")))));

    assertThat(SCRUBBER.scrub(value))
        .isEqualTo(Value.of(Map.of("k-(sensitive)", Value.of(List.of(Mask.VALUE)))));
  }

  @Test
  void a_secret_nobody_knew_is_removed_by_its_form() {
    assertThat(SecretScrubber.NONE.scrub("bad key AKIAIOSFODNN7EXAMPLE"))
        .isEqualTo("bad key (sensitive)");
  }
}
