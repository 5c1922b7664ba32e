package dev.plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  /** The 16th of November 2026 is a Monday. */
  @ParameterizedTest
  @CsvSource({
    "Mon-Fri 09:00-17:00 UTC, 2026-11-16T09:00:00Z, true",
    "Mon-Fri 09:00-17:00 UTC, 2026-11-16T08:59:59Z, false",
    "Mon-Fri 09:00-17:00 UTC, 2026-11-20T16:59:59Z, true",
    "Mon-Fri 09:00-17:00 UTC, 2026-11-20T17:00:00Z, false",
    "Mon-Fri 09:00-17:00 UTC, 2026-11-21T12:00:00Z, false",
    "Sat-Mon 09:00-17:00 UTC, 2026-11-22T12:00:00Z, true",
    "Sat-Mon 09:00-17:00 UTC, 2026-11-17T12:00:00Z, false",
    "Mon 09:00-17:00 UTC, 2026-11-17T12:00:00Z, false",
    "Mon 22:00-06:00 UTC, 2026-11-17T05:59:00Z, true",
    "Mon 22:00-06:00 UTC, 2026-11-16T05:59:00Z, false",
    "Mon 00:00-00:00 UTC, 2026-11-16T23:59:00Z, true",
    "Mon-Fri 09:00-17:00 Europe/Berlin, 2026-11-16T08:30:00Z, true",
    "Mon-Fri 09:00-17:00 Europe/Berlin, 2026-11-16T16:30:00Z, false"
  })
  void a_moment_is_in_the_window_or_not(String window, Instant moment, boolean inside) {
    assertThat(Window.parse(window).orElseThrow().contains(moment)).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(strings = {"always", "Mon 09:00-17:00 Mars", "Mon 9:00-17:00 UTC", ""})
  void what_is_no_window_is_none(String text) {
    assertThat(Window.parse(text)).isEmpty();
  }
}
