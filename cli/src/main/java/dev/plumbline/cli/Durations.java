package dev.plumbline.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 10m} and {@code 2h}. */
final class Durations implements ITypeConverter<Duration> {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})([smh])");
  private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3_600L);

  @Override
  public Duration convert(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new TypeConversionException(
          "'%s' is no duration: write 90s, 10m or 2h".formatted(text));
    }
    long unit = SECONDS.getOrDefault(written.group(2), 1L);
    return Duration.ofSeconds(Long.parseLong(written.group(1)) * unit);
  }
}
