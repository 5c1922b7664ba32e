package dev.plumbline.engine.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of the week, such as {@code Mon-Fri 09:00-17:00 UTC}: days, from when (inclusive) until
 * when (exclusive), in which zone. Days may run over Sunday and hours over midnight; hours then
 * belong to the day they begin on. The same hour twice is the whole day.
 */
public record Window(
    DayOfWeek firstDay, DayOfWeek lastDay, LocalTime from, LocalTime until, ZoneId zone) {

  /** The window a text of the configuration says; empty where it says none. */
  public static Optional<Window> parse(String text) {
    if (!Form.WINDOW.fits(text)) {
      return Optional.empty();
    }
    String[] parts = text.split(" ", -1);
    String[] days = parts[0].split("-", -1);
    String[] hours = parts[1].split("-", -1);
    try {
      return Optional.of(
          new Window(
              day(days[0]),
              day(days[days.length - 1]),
              LocalTime.parse(hours[0]),
              LocalTime.parse(hours[1]),
              ZoneId.of(parts[2])));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Whether that moment lies in it. */
  public boolean contains(Instant moment) {
    ZonedDateTime there = moment.atZone(zone);
    LocalTime time = there.toLocalTime();
    DayOfWeek day = there.getDayOfWeek();
    if (from.isBefore(until)) {
      return has(day) && !time.isBefore(from) && time.isBefore(until);
    }
    return (has(day) && !time.isBefore(from)) || (has(day.minus(1)) && time.isBefore(until));
  }

  private boolean has(DayOfWeek day) {
    int length = Math.floorMod(lastDay.getValue() - firstDay.getValue(), 7);
    return Math.floorMod(day.getValue() - firstDay.getValue(), 7) <= length;
  }

  private static DayOfWeek day(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }
}
