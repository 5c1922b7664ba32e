package dev.plumbline.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          plain      | "plain"
          a b        | "a b"
          a"b        | "a\\"b"
          a\\b       | "a\\\\b"
          ${a}       | "$${a}"
          %{a}       | "%%{a}"
          $a{b} 5%   | "$a{b} 5%"
          $${a}      | "$$${a}"
          ends in $  | "ends in $"
          be/ta      | "be/ta"
          größe 日本 | "größe 日本"
          😀         | "😀"
          """)
  void a_string_is_quoted_as_terraform_writes_it(String key, String written) {
    assertThat(InstanceKey.quoted(key)).isEqualTo(written);
  }

  @Test
  void what_cannot_be_printed_is_escaped() {
    assertThat(InstanceKey.quoted("\n\r\t")).isEqualTo("\"\\n\\r\\t\"");
    assertThat(InstanceKey.quoted("\u0007\u007f\u00a0\u200b\ufeff"))
        .isEqualTo("\"\\u0007\\u007f\\u00a0\\u200b\\ufeff\"");
    assertThat(InstanceKey.quoted(Character.toString(0xE0001))).isEqualTo("\"\\U000e0001\"");
    assertThat(InstanceKey.quoted("")).isEqualTo("\"\"");
  }
}
