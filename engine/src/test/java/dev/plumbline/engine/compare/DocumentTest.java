package dev.plumbline.engine.compare;

import static dev.plumbline.engine.compare.Specimen.changes;
import static dev.plumbline.engine.compare.Specimen.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.state.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON documents that a state keeps as text. */
final class DocumentTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1,"b":2}                  | { "b": 2, "a": 1 }
          {"a":80}                       | {"a":"80"}
          {"a":1}                        | {"a":1.0}
          {"a":true}                     | {"a":"true"}
          {"a":1,"b":null}               | {"a":1}
          {"a":1,"b":""}                 | {"a":1}
          {"a":1,"b":[],"c":{}}          | {"a":1}
          {"a":{"b":{"c":null}},"d":1}   | {"d":1}
          [{"a":1,"b":null}]             | [{"a":1}]
          {}                             | ''
          []                             | ''
          {"a":null}                     | {}
          no JSON                        | no JSON
          """)
  void one_document_in_two_writings_is_no_drift(String recorded, String observed) {
    assertThat(paths("document", text(recorded), text(observed))).isEmpty();
    assertThat(paths("document", text(observed), text(recorded))).isEmpty();
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1}                  | {"a":2}
          {"a":1}                  | {"b":1}
          {"a":[1,2]}              | {"a":[2,1]}
          {"a":"x"}                | {"a":"X"}
          {"a":1}                  | ''
          {"version":"1.10"}       | {"version":"1.1"}
          {"id":"0012"}            | {"id":12}
          {"a":false}              | {"a":true}
          no JSON                  | other text
          {"a":1                   | {"a":1}
          """)
  void another_document_is_drift(String recorded, String observed) {
    assertThat(paths("document", text(recorded), text(observed))).containsExactly("document");
  }

  @Test
  void a_change_names_the_members_that_differ_as_deep_as_both_sides_are_objects() {
    String recorded = "{\"a\": {\"kept\": 1, \"lost\": 2, \"other\": 3}}";
    String observed = "{\"a\": {\"kept\": 1, \"other\": 4, \"new\": [5]}}";
    assertThat(changes("document", text(recorded), text(observed)))
        .singleElement()
        .extracting(Change::items)
        .isEqualTo(
            List.of(
                new Item(Action.REMOVED, "a.lost", Value.of(2), Value.none()),
                new Item(Action.ADDED, "a.new", Value.none(), Json.value("[5]")),
                new Item(Action.CHANGED, "a.other", Value.of(3), Value.of(4))));
  }

  @Test
  void a_member_written_otherwise_is_not_named_beside_the_one_that_differs() {
    assertThat(
            changes(
                "document",
                text("{\"port\": 80, \"none\": null, \"empty\": {}, \"size\": 1}"),
                text("{\"port\": \"80\", \"size\": 2}")))
        .singleElement()
        .extracting(Change::items)
        .isEqualTo(List.of(new Item(Action.CHANGED, "size", Value.of(1), Value.of(2))));
  }

  /** The text as a JSON string. */
  static String text(String document) {
    return "\"" + document.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
