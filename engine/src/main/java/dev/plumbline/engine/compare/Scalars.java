package dev.plumbline.engine.compare;

import dev.plumbline.engine.schema.Type;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Strings, numbers and truths compared by what they say, not by how they are spelt. */
final class Scalars {

  private Scalars() {}

  static boolean same(Type.Primitive type, Value expected, Value actual) {
    return switch (type) {
      case STRING -> written(expected).equals(written(actual));
      case BOOL -> written(expected).equalsIgnoreCase(written(actual));
      case NUMBER -> number(expected).isPresent() && number(expected).equals(number(actual));
      case DYNAMIC -> expected.equals(actual);
    };
  }

  /** The same moment, to the second: APIs differ in fractions and offsets. */
  static boolean sameInstant(String expected, String actual) {
    Optional<Instant> left = instant(expected);
    return expected.equals(actual) || (left.isPresent() && left.equals(instant(actual)));
  }

  /** Equal, or one is the last part of the other, an ARN or path. */
  static boolean sameName(String expected, String actual) {
    return expected.equals(actual) || endsIn(expected, actual) || endsIn(actual, expected);
  }

  private static boolean endsIn(String longer, String name) {
    return longer.startsWith("arn:")
        && (longer.endsWith("/" + name) || longer.endsWith(":" + name));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** A scalar as text. */
  static String written(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Num(var number) -> number.toPlainString();
      case Value.Bool(var truth) -> Boolean.toString(truth);
      case Value.Null _ -> "";
      case Value.Listing _, Value.Mapping _ -> value.toString();
    };
  }

  private static Optional<BigDecimal> number(Value value) {
    try {
      return switch (value) {
        case Value.Num(var number) -> Optional.of(number);
        case Value.Text(var text) -> Optional.of(new Value.Num(new BigDecimal(text)).value());
        case Value.Bool _, Value.Null _, Value.Listing _, Value.Mapping _ -> Optional.empty();
      };
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
