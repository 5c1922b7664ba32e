package dev.plumbline.cli;

import dev.plumbline.engine.Severity;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads and lists severities as they are written, in lower case. */
final class SeverityName implements ITypeConverter<Severity>, Iterable<String> {

  @Override
  public Severity convert(String text) {
    return Stream.of(Severity.values())
        .filter(level -> name(level).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no severity: write %s".formatted(text, names())));
  }

  @Override
  public Iterator<String> iterator() {
    return Stream.of(Severity.values()).map(SeverityName::name).iterator();
  }

  private static String names() {
    return String.join(", ", Stream.of(Severity.values()).map(SeverityName::name).toList());
  }

  private static String name(Severity level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
