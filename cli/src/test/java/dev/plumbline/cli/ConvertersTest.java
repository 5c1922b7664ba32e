package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** How durations and severities are written on the command line. */
final class ConvertersTest {

  @ParameterizedTest
  @CsvSource({"0s, PT0S", "90s, PT90S", "10m, PT10M", "2h, PT2H", "999999s, PT999999S"})
  void a_duration_is_a_number_and_its_unit(String written, Duration duration) {
    assertThat(new Durations().convert(written)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "m", "-5s", "1.5h", "10 m", "10M", "5d", "1h30m", "9999999s"})
  void anything_else_is_no_duration_and_the_message_shows_how(String written) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new Durations().convert(written))
        .withMessage("'%s' is no duration: write 90s, 10m or 2h".formatted(written));
  }

  @ParameterizedTest
  @EnumSource
  void a_severity_is_written_in_lower_case(Severity severity) {
    String written = severity.name().toLowerCase(java.util.Locale.ROOT);
    assertThat(new SeverityName().convert(written)).isEqualTo(severity);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LOW", "Low", "severe", "low "})
  void anything_else_is_no_severity_and_the_message_lists_them(String written) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new SeverityName().convert(written))
        .withMessage("'%s' is no severity: write low, medium, high, critical".formatted(written));
  }

  @Test
  void completion_offers_the_severities_least_first() {
    assertThat(new SeverityName()).containsExactly("low", "medium", "high", "critical");
  }
}
