package dev.plumbline.engine.compare;

import static dev.plumbline.engine.schema.Type.Primitive.BOOL;
import static dev.plumbline.engine.schema.Type.Primitive.DYNAMIC;
import static dev.plumbline.engine.schema.Type.Primitive.NUMBER;
import static dev.plumbline.engine.schema.Type.Primitive.STRING;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.TypeCatalog.Description;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A resource type with an attribute of every kind, and resources of it. */
public final class Specimen {

  /** The type's name. */
  public static final String TYPE = "aws_specimen";

  private static final Type BLOCK =
      new Type.ObjectOf(
          Map.of(
              "name", set(STRING),
              "size", set(NUMBER),
              "on", set(BOOL),
              "ports", set(new Type.SetOf(NUMBER)),
              "made", made(STRING),
              "rule", set(new Type.ListOf(new Type.ObjectOf(Map.of("prefix", set(STRING)))))));

  private static final Map<String, Attribute> ATTRIBUTES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("id", made(STRING)),
              Map.entry("text", set(STRING)),
              Map.entry("number", set(NUMBER)),
              Map.entry("truth", set(BOOL)),
              Map.entry("anything", set(DYNAMIC)),
              Map.entry("list", set(new Type.ListOf(STRING))),
              Map.entry("set", set(new Type.SetOf(STRING))),
              Map.entry("numbers", set(new Type.SetOf(NUMBER))),
              Map.entry("map", set(new Type.MapOf(STRING))),
              Map.entry("block", set(new Type.ListOf(BLOCK))),
              Map.entry("blocks", set(new Type.SetOf(BLOCK))),
              Map.entry("made", made(STRING)),
              Map.entry("document", set(STRING)),
              Map.entry("policy", set(STRING)),
              Map.entry("unordered", set(new Type.ListOf(STRING))),
              Map.entry("unordered_blocks", set(new Type.ListOf(BLOCK))),
              Map.entry("caseless", set(STRING)),
              Map.entry("caseless_set", set(new Type.SetOf(STRING))),
              Map.entry("moment", set(STRING)),
              Map.entry("role", set(STRING)),
              Map.entry("roles", set(new Type.SetOf(STRING))),
              Map.entry("volatile", set(STRING)),
              Map.entry("password", new Attribute(STRING, false, true, true)),
              Map.entry("hidden", set(STRING)),
              Map.entry("tags", set(new Type.MapOf(STRING))),
              Map.entry("tags_all", made(new Type.MapOf(STRING)))));

  private static final TypeRules RULES =
      TypeRules.PLAIN
          .with(Meaning.JSON, "document")
          .with(Meaning.POLICY, "policy")
          .with(Meaning.UNORDERED, "unordered", "unordered_blocks")
          .with(Meaning.CASE_INSENSITIVE, "caseless", "caseless_set")
          .with(Meaning.INSTANT, "moment")
          .with(Meaning.NAME_OR_ARN, "role", "roles")
          .with(Meaning.VOLATILE, "volatile")
          .withUnobservable("no API returns it", "hidden");

  private Specimen() {}

  /** What is known of the type. */
  public static Description description() {
    return description(RULES);
  }

  /** The type with other rules. */
  public static Description description(TypeRules rules) {
    return new Description(new TypeSchema(TYPE, new TreeMap<>(ATTRIBUTES)), rules);
  }

  /** A resource of any type as a state records it. */
  public static RecordedResource recorded(String type, String name, Value.Mapping attributes) {
    return new RecordedResource(
        new Address("", type, name, ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        attributes,
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }

  /** What comparing gives where the resource is the only one of its state. */
  static Comparison.Result compare(String recorded, String observed) {
    RecordedResource resource = recorded(TYPE, "this", Json.object(recorded));
    return new Comparison(new Siblings(List.of(), List.of()))
        .compare(description(), resource, Json.object(observed), Tags.ALL);
  }

  /** The changes where one attribute has these values. */
  static List<Change> changes(String attribute, String recorded, String observed) {
    return compare(
            "{\"%s\": %s}".formatted(attribute, recorded),
            "{\"%s\": %s}".formatted(attribute, observed))
        .changes();
  }

  /** The paths that changed where one attribute has these values. */
  static List<String> paths(String attribute, String recorded, String observed) {
    return changes(attribute, recorded, observed).stream().map(Change::path).toList();
  }

  private static Attribute set(Type type) {
    return new Attribute(type, false, true, false);
  }

  private static Attribute made(Type type) {
    return new Attribute(type, true, false, false);
  }
}
