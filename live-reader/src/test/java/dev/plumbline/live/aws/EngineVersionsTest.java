package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EngineVersionsTest {

  @ParameterizedTest
  @CsvSource({
    "16,             16.3,                  16",
    "5.7.44,         5.7.44-rds.20240418,   5.7.44",
    "16.3,           16.3,                  16.3",
    "16.1,           16.10,                 16.10",
    "16.3,           16.4,                  16.4",
    "15,             16.3,                  16.3",
    "'',             16.3,                  16.3",
  })
  void keeps_what_was_configured_while_the_actual_version_is_of_it(
      String recorded, String actual, String expected) {
    assertThat(EngineVersions.asRecorded(recorded, actual)).isEqualTo(expected);
  }
}
