package dev.plumbline.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 2: one change, one finding. */
final class SiblingsTest {

  private static final String PART = "aws_specimen_part";
  private static final String WHOLE = "aws_specimen_document";

  private static final TypeRules RULES =
      TypeRules.PLAIN
          .with(Sibling.elements("set", PART, "owner", "id", part -> List.of(part.at("element"))))
          .with(Sibling.whole("document", WHOLE, "owner", "id"));

  private static final Observation DENIED = new Observation.Unreadable("a:B", "access denied");
  private static final Observation GONE = new Observation.Gone("a:B answered NotFound");

  private final List<RecordedResource> resources = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();

  @Test
  void what_a_sibling_owns_and_has_is_not_judged_at_the_parent() {
    part("a", found("a"));
    assertThat(drift("[]", "[\"a\"]")).isEmpty();
    assertThat(drift("[\"a\"]", "[\"a\"]")).isEmpty();
    assertThat(drift("[\"a\"]", "[]")).isEmpty();
  }

  @Test
  void a_sibling_that_changed_is_the_only_finding() {
    part("a", found("b"));
    assertThat(drift("[\"a\"]", "[\"b\"]")).isEmpty();
  }

  @Test
  void a_deleted_sibling_is_the_only_finding() {
    part("a", GONE);
    assertThat(drift("[\"a\"]", "[]")).isEmpty();
  }

  @Test
  void what_nobody_owns_is_drift_beside_what_somebody_does() {
    part("a", found("a"));
    assertThat(drift("[\"a\"]", "[\"a\", \"AdministratorAccess\"]"))
        .singleElement()
        .extracting(Change::items)
        .isEqualTo(
            List.of(new Item(Action.ADDED, "", Value.none(), Value.of("AdministratorAccess"))));
  }

  @Test
  void what_the_parent_itself_records_is_judged_at_the_parent() {
    part("a", found("a"));
    assertThat(drift("[\"mine\", \"a\"]", "[\"a\"]"))
        .singleElement()
        .extracting(Change::items)
        .isEqualTo(List.of(new Item(Action.REMOVED, "", Value.of("mine"), Value.none())));
  }

  @Test
  void a_sibling_that_could_not_be_read_may_own_any_of_it() {
    part("a", found("a"));
    part("b", DENIED);
    assertThat(drift("[]", "[\"perhaps b's now\"]")).isEmpty();
  }

  @Test
  void several_siblings_own_what_each_of_them_says() {
    part("a", found("a"));
    part("b", found("b"));
    assertThat(drift("[]", "[\"a\", \"b\"]")).isEmpty();
    assertThat(drift("[]", "[\"a\", \"b\", \"c\"]")).hasSize(1);
  }

  @Test
  void a_sibling_of_another_resource_owns_nothing_here() {
    add(PART, "{\"owner\": \"another\", \"element\": \"a\"}", found("a"));
    assertThat(drift("[]", "[\"a\"]")).hasSize(1);
  }

  @Test
  void a_sibling_that_names_several_resources_owns_a_part_of_each() {
    add(PART, "{\"owner\": [\"another\", \"main\"], \"element\": \"a\"}", found("a"));
    assertThat(drift("[]", "[\"a\"]")).isEmpty();
  }

  @Test
  void a_resource_without_an_id_is_named_by_nobody() {
    add(PART, "{\"owner\": \"\", \"element\": \"a\"}", found("a"));
    RecordedResource nameless =
        Specimen.recorded(Specimen.TYPE, "this", Json.object("{\"set\": []}"));
    assertThat(compare(nameless, "{\"set\": [\"a\"]}")).hasSize(1);
  }

  @Test
  void a_sibling_that_owns_the_whole_attribute_leaves_nothing_to_judge() {
    add(WHOLE, "{\"owner\": \"main\"}", GONE);
    RecordedResource parent = parent("{\"id\": \"main\", \"document\": \"{}\", \"text\": \"a\"}");
    assertThat(compare(parent, "{\"document\": \"{\\\"a\\\":1}\", \"text\": \"b\"}"))
        .extracting(Change::path)
        .containsExactly("text");
  }

  @Test
  void without_a_sibling_the_parent_is_judged_as_it_stands() {
    RecordedResource parent = parent("{\"id\": \"main\", \"document\": \"{}\"}");
    assertThat(compare(parent, "{\"document\": \"{\\\"a\\\":1}\"}")).hasSize(1);
  }

  @Test
  void a_grouped_attribute_is_taken_apart_before_what_siblings_own_is_taken_off() {
    TypeRules grouped =
        RULES.withParts("set", all -> all.items().stream().flatMap(SiblingsTest::letters).toList());
    part("a", found("a"));
    RecordedResource parent = parent("{\"id\": \"main\", \"set\": [\"bc\"]}");
    assertThat(compare(grouped, parent, "{\"set\": [\"ac\", \"b\"]}")).isEmpty();
    assertThat(compare(grouped, parent, "{\"set\": [\"abd\"]}"))
        .singleElement()
        .extracting(Change::items)
        .isEqualTo(
            List.of(
                new Item(Action.REMOVED, "", Value.of("c"), Value.none()),
                new Item(Action.ADDED, "", Value.none(), Value.of("d"))));
  }

  private static java.util.stream.Stream<Value> letters(Value text) {
    return text.text().chars().mapToObj(letter -> Value.of(Character.toString(letter)));
  }

  private List<Change> drift(String recorded, String observed) {
    RecordedResource parent = parent("{\"id\": \"main\", \"set\": %s}".formatted(recorded));
    return compare(parent, "{\"set\": %s}".formatted(observed));
  }

  private List<Change> compare(RecordedResource parent, String observed) {
    return compare(RULES, parent, observed);
  }

  private List<Change> compare(TypeRules rules, RecordedResource parent, String observed) {
    return new Comparison(new Siblings(resources, observations))
        .compare(Specimen.description(rules), parent, Json.object(observed), Tags.ALL)
        .changes();
  }

  private static RecordedResource parent(String attributes) {
    return Specimen.recorded(Specimen.TYPE, "main", Json.object(attributes));
  }

  private void part(String recorded, Observation now) {
    add(PART, "{\"owner\": \"main\", \"element\": \"%s\"}".formatted(recorded), now);
  }

  private void add(String type, String attributes, Observation now) {
    resources.add(Specimen.recorded(type, "part" + resources.size(), Json.object(attributes)));
    observations.add(now);
  }

  private static Observation found(String element) {
    return new Observation.Found(
        Json.object("{\"owner\": \"main\", \"element\": \"%s\"}".formatted(element)));
  }
}
