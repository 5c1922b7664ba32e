package dev.plumbline.engine.redact;

import dev.plumbline.engine.Change;
import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import dev.plumbline.state.Value.Text;
import java.util.stream.Stream;

/** What stands where a secret was. */
public final class Mask {

  /** The text. */
  public static final String TEXT = "(sensitive)";

  /** The text as a value. */
  public static final Value VALUE = Value.of(TEXT);

  private Mask() {}

  /** A whole value masked. That there is nothing is no secret. */
  public static Value whole(Value value) {
    return value.isEmpty() ? value : VALUE;
  }

  /** Whether a part of the change is masked. */
  public static boolean occursIn(Change change) {
    return Stream.concat(
            Stream.of(change.expected(), change.actual()),
            change.items().stream().flatMap(item -> Stream.of(item.expected(), item.actual())))
        .anyMatch(Mask::occursIn);
  }

  private static boolean occursIn(Value value) {
    return switch (value) {
      case Text(var text) -> text.contains(TEXT);
      case Listing(var items) -> items.stream().anyMatch(Mask::occursIn);
      case Mapping(var entries) -> entries.values().stream().anyMatch(Mask::occursIn);
      case Value.Null _, Value.Bool _, Value.Num _ -> false;
    };
  }
}
