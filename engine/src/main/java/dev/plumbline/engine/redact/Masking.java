package dev.plumbline.engine.redact;

import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Bool;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import dev.plumbline.state.Value.Null;
import dev.plumbline.state.Value.Num;
import dev.plumbline.state.Value.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Masks what is sensitive in a value, down to the smallest part, and tells each secret it meets to
 * {@code found}.
 */
record Masking(Consumer<String> found) {

  private static final List<String> LABELS = List.of("name", "Name", "key", "Key");
  private static final Set<String> LABELLED =
      Set.of("value", "Value", "values", "string_value", "default");

  /** Under a suspicious name, but the name of a secret or a switch rather than a secret. */
  private static final Pattern REFERENCE =
      Pattern.compile("arn:aws[a-z-]*:\\S*|\\{\\{resolve:.*|(?i:true|false|alias/.*)");

  Value mask(Value value, Place place) {
    if (place.sensitive()) {
      leaves(value).forEach(found);
      return Mask.whole(value);
    }
    return switch (value) {
      case Null _, Bool _, Num _ -> value;
      case Text text -> text(text, place);
      case Listing listing -> listing(listing, place.element());
      case Mapping mapping -> mapping(mapping, place);
    };
  }

  /** What a name beside it says of a member: {@code {name = "DB_PASSWORD", value = …}}. */
  static Optional<String> label(Value value, String member) {
    if (!LABELLED.contains(member)) {
      return Optional.empty();
    }
    return LABELS.stream()
        .map(label -> value.at(label).text())
        .filter(label -> !label.isEmpty())
        .findFirst();
  }

  private Value listing(Listing listing, Place place) {
    List<Value> masked = listing.items().stream().map(item -> mask(item, place)).toList();
    return masked.equals(listing.items()) ? listing : Value.of(masked);
  }

  private Value mapping(Mapping mapping, Place place) {
    TreeMap<String, Value> masked = new TreeMap<>();
    mapping
        .entries()
        .forEach(
            (name, value) -> {
              Place member = place.member(name);
              masked.put(
                  name, mask(value, label(mapping, name).map(member::labelled).orElse(member)));
            });
    Value result = Value.of(masked);
    return result.equals(mapping) ? mapping : result;
  }

  private Value text(Text text, Place place) {
    Optional<Value> document = Documents.parse(text.value());
    if (document.isPresent()) {
      Value masked = mask(document.get(), place.document());
      return masked.equals(document.get()) ? text : Value.of(Documents.text(masked));
    }
    if (secretByName(text.value(), place.suspicion())) {
      found.accept(text.value());
      return Mask.VALUE;
    }
    String masked = SecretForms.mask(text.value(), found);
    return masked.equals(text.value()) ? text : Value.of(masked);
  }

  private static boolean secretByName(String text, SuspiciousName suspicion) {
    return switch (suspicion) {
      case NO, NEVER -> false;
      case PERHAPS -> !reference(text) && SecretForms.looksGenerated(text);
      case YES -> !text.isEmpty() && !reference(text);
    };
  }

  private static boolean reference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  private static Stream<String> leaves(Value value) {
    return switch (value) {
      case Null _, Bool _ -> Stream.empty();
      case Num(var number) -> Stream.of(number.toPlainString());
      case Text(var text) ->
          Stream.concat(Stream.of(text), Documents.parse(text).stream().flatMap(Masking::leaves));
      case Listing(var items) -> items.stream().flatMap(Masking::leaves);
      case Mapping(var entries) -> entries.values().stream().flatMap(Masking::leaves);
    };
  }
}
