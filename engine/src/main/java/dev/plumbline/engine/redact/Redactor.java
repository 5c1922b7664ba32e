package dev.plumbline.engine.redact;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.engine.redact.Step.Element;
import dev.plumbline.engine.redact.Step.Member;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Masks what is sensitive in one resource's changes: by the state's marks, the provider's schema,
 * by name, by form, and wherever a secret of this resource occurs a second time. Only the smallest
 * part that holds the secret is masked. Immutable and thread-safe.
 */
public final class Redactor {

  private final Place root;
  private final List<Value> known;
  private final SequencedSet<String> secrets;
  private final SecretScrubber scrubber;

  private Redactor(Place root, List<Value> known, SequencedSet<String> secrets) {
    this.root = root;
    this.known = List.copyOf(known);
    this.secrets = secrets;
    this.scrubber = SecretScrubber.of(secrets);
  }

  /** The redactor of one resource of which nothing was observed. */
  public static Redactor of(RecordedResource recorded, Optional<TypeSchema> schema) {
    return of(recorded.attributes(), recorded.sensitivePaths(), schema);
  }

  /** The same from its parts. */
  public static Redactor of(
      Value.Mapping recorded, List<String> sensitivePaths, Optional<TypeSchema> schema) {
    Optional<Type> type = schema.map(each -> new Type.ObjectOf(each.attributes()));
    return new Redactor(Place.root(sensitivePaths, type), List.of(), new LinkedHashSet<>())
        .and(recorded);
  }

  /** The same for a resource of which this is known, too: what was observed. */
  public Redactor and(Value.Mapping more) {
    SequencedSet<String> all = secrets();
    new Masking(all::add).mask(more, root);
    return new Redactor(root, Stream.concat(known.stream(), Stream.of(more)).toList(), all);
  }

  /** Whether everything at that path is masked, whatever its form. */
  public boolean sensitive(String path) {
    Place place = placeAt(path);
    return place.sensitive() || place.suspicion() == SuspiciousName.YES;
  }

  /** The change with everything sensitive masked, and marked as such where there was any. */
  public Change redact(Change change) {
    Place place = placeAt(change.path());
    if (place.sensitive() || change.sensitive()) {
      return masked(change);
    }
    Change redacted =
        new Change(
            scrubber.scrub(change.path()),
            hide(change.expected(), place),
            hide(change.actual(), place),
            false,
            change.items().stream().map(item -> redact(item, change.path(), place)).toList());
    return redacted.equals(change)
        ? change
        : new Change(
            redacted.path(), redacted.expected(), redacted.actual(), true, redacted.items());
  }

  /** Every secret met in what is recorded and observed, for the stack's {@link SecretScrubber}. */
  public SequencedSet<String> secrets() {
    return new LinkedHashSet<>(secrets);
  }

  /** The items' paths name the inside of what is masked as a whole, so that they go too. */
  private Change masked(Change change) {
    return new Change(
        scrubber.scrub(change.path()),
        Mask.whole(change.expected()),
        Mask.whole(change.actual()),
        true,
        List.of());
  }

  private Item redact(Item item, String path, Place whole) {
    boolean element = item.path().isEmpty() || item.path().startsWith("[");
    Place place =
        item.path().isEmpty()
            ? whole.element()
            : placeAt(path + (element ? "" : ".") + item.path());
    return new Item(
        item.action(),
        scrubber.scrub(item.path()),
        hide(item.expected(), place),
        hide(item.actual(), place));
  }

  private Value hide(Value value, Place place) {
    return scrubber.scrub(new Masking(_ -> {}).mask(value, place));
  }

  private Place placeAt(String path) {
    Place place = root;
    List<Value> here = known;
    for (Step step : Step.of(path)) {
      place = into(place, step, here);
      here = here.stream().map(value -> child(value, step)).toList();
    }
    return place;
  }

  private static Place into(Place place, Step step, List<Value> here) {
    Place next = place.into(step);
    if (step instanceof Member(var name)) {
      for (Value value : here) {
        next = Masking.label(inside(value), name).map(next::labelled).orElse(next);
      }
    }
    return next;
  }

  private static Value child(Value value, Step step) {
    Value inside = inside(value);
    return switch (step) {
      case Member(var name) -> inside.at(name);
      case Element(var index) ->
          index < inside.items().size() ? inside.items().get(index) : Value.none();
    };
  }

  private static Value inside(Value value) {
    return value instanceof Value.Text(var text) ? Documents.parse(text).orElse(value) : value;
  }
}
