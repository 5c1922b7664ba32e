package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanInputTest {

  @Test
  void an_empty_event_asks_for_all_stacks_for_real() throws Exception {
    assertThat(read("{}")).isEqualTo(new ScanInput(Set.of(), false, false, false));
  }

  @Test
  void stacks_are_named_one_by_one_or_in_a_list() throws Exception {
    assertThat(read("{\"stack\":\"a\"}").stacks()).containsExactly("a");
    assertThat(read("{\"stacks\":[\"b\",\"a\",\"b\"]}").stacks()).containsExactly("b", "a");
  }

  @Test
  void flags_are_read() throws Exception {
    ScanInput input = read("{\"baseline\":true,\"dryRun\":true,\"unmanaged\":true}");

    assertThat(input).isEqualTo(new ScanInput(Set.of(), true, true, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"stak\":\"a\"} | \"stak\"",
        "{\"stacks\":\"a\"} | not a list",
        "{\"stacks\":[]} | not a list",
        "{\"stacks\":[1]} | named by a text",
        "{\"stack\":\"\"} | named by a text",
        "{\"stack\":null} | named by a text",
        "{\"dryRun\":\"yes\"} | neither true nor false",
        "[] | not a JSON object",
        "'' | not a JSON object",
        "{ | not JSON",
      })
  void what_cannot_be_meant_scans_nothing_and_says_what_to_send(String event, String says) {
    assertThatExceptionOfType(ScanInputException.class)
        .isThrownBy(() -> read(event))
        .withMessageContaining(says)
        .withMessageContaining("Send {} for all stacks");
  }

  private static ScanInput read(String event) throws Exception {
    return ScanInput.read(new ByteArrayInputStream(event.getBytes(UTF_8)), new JsonMapper());
  }
}
