package dev.plumbline.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How far back to look.
 *
 * @param ago before now; zero where {@code from} says it
 * @param from the instant itself; {@link Instant#MIN} where {@code ago} says it
 */
record Since(Duration ago, Instant from) {

  Instant before(Instant now) {
    return ago.isZero() ? from : now.minus(ago);
  }

  /** Reads {@code 12h}, {@code 90d}, {@code 4w}, {@code 2026-11-01} and whole instants. */
  static final class Reader implements ITypeConverter<Since> {

    private static final Pattern AGO = Pattern.compile("([1-9][0-9]{0,4})([hdw])");
    private static final Map<String, Integer> HOURS = Map.of("h", 1, "d", 24, "w", 168);

    @Override
    public Since convert(String text) {
      Matcher ago = AGO.matcher(text);
      if (ago.matches()) {
        long hours = Long.parseLong(ago.group(1)) * HOURS.getOrDefault(ago.group(2), 1);
        return new Since(Duration.ofHours(hours), Instant.MIN);
      }
      try {
        return new Since(
            Duration.ZERO,
            text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      } catch (DateTimeException _) {
        throw new TypeConversionException(
            "'%s' is neither a time ago (12h, 90d, 4w) nor a date (2026-11-01)".formatted(text));
      }
    }
  }
}
