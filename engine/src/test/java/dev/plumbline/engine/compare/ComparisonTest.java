package dev.plumbline.engine.compare;

import static dev.plumbline.engine.compare.Specimen.changes;
import static dev.plumbline.engine.compare.Specimen.compare;
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

/** Law 2: never a false drift, and never a true one overlooked. */
final class ComparisonTest {

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text     | null                            | ''
          text     | ''                              | null
          list     | []                              | null
          set      | null                            | []
          map      | {}                              | null
          map      | {"a": ""}                       | {}
          map      | {"a": null, "b": "1"}           | {"b": "1"}
          block    | []                              | null
          block    | [{"name": "", "size": null}]    | []
          block    | [{"on": false, "size": 0}]      | []
          block    | [{"rule": [{"prefix": ""}]}]    | []
          block    | [{"name": "x", "rule": []}]     | [{"name": "x", "rule": [{"prefix": ""}]}]
          truth    | false                           | null
          truth    | null                            | false
          number   | 0                               | null
          number   | 80                              | 80.0
          number   | "80"                            | 80
          text     | "80"                            | 80
          text     | "true"                          | true
          truth    | "true"                          | true
          set      | ["a", "b"]                      | ["b", "a"]
          set      | ["a", "a"]                      | ["a"]
          numbers  | [443, 80]                       | ["80", "443"]
          blocks   | [{"name": "a"}, {"name": "b"}]  | [{"name": "b"}, {"name": "a"}]
          blocks   | [{"name": "a", "size": 0}]      | [{"name": "a", "size": null}]
          block    | [{"name": "a", "ports": [1, 2]}] | [{"name": "a", "ports": [2, 1]}]
          """)
  void one_value_in_two_writings_is_no_drift(String attribute, String recorded, String observed) {
    assertThat(changes(attribute, json(recorded), json(observed))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} is not {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text     | "a"                   | "b"                   | text
          text     | "a"                   | null                  | text
          text     | null                  | "a"                   | text
          text     | "0"                   | null                  | text
          text     | "A"                   | "a"                   | text
          truth    | false                 | true                  | truth
          truth    | null                  | true                  | truth
          number   | null                  | 1                     | number
          number   | 80                    | 8080                  | number
          list     | ["a", "b"]            | ["b", "a"]            | list
          list     | ["a"]                 | ["a", "a"]            | list
          set      | ["a"]                 | ["a", "b"]            | set
          set      | []                    | ["a"]                 | set
          map      | {"a": "1"}            | {"a": "2"}            | map["a"]
          map      | {"a": "1"}            | {}                    | map["a"]
          map      | {"a\\"b": "1"}        | {"a\\"b": "2"}        | map["a\\"b"]
          block    | []                    | [{"on": true}]        | block
          block    | [{"name": "x"}]       | []                    | block
          block    | [{"size": 1}]         | [{"size": 2}]         | block[0].size
          block    | [{"on": false, "name": "x"}] | [{"on": true, "name": "x"}] | block[0].on
          block    | [{"name": "a"}, {"name": "b"}] | [{"name": "a"}, {"name": "c"}] | block[1].name
          block    | [{"name": "x", "rule": [{"prefix": "a"}]}] | [{"name": "x", "rule": [{"prefix": "b"}]}] | block[0].rule[0].prefix
          blocks   | [{"name": "a"}]       | [{"name": "b"}]       | blocks
          anything | {"a": 1}              | {"a": 2}              | anything
          """)
  void another_value_is_drift_at_the_deepest_path_both_sides_have(
      String attribute, String recorded, String observed, String path) {
    assertThat(paths(attribute, json(recorded), json(observed))).containsExactly(path);
  }

  @Test
  void a_change_tells_what_the_state_says_and_what_is_there() {
    assertThat(changes("text", "\"a\"", "\"b\""))
        .containsExactly(new Change("text", Value.of("a"), Value.of("b"), false, List.of()));
  }

  @Test
  void a_set_s_change_names_only_the_elements_that_came_or_went() {
    assertThat(changes("set", "[\"kept\", \"lost\"]", "[\"new\", \"kept\"]"))
        .singleElement()
        .extracting(Change::items)
        .isEqualTo(
            List.of(
                new Item(Action.REMOVED, "", Value.of("lost"), Value.none()),
                new Item(Action.ADDED, "", Value.none(), Value.of("new"))));
  }

  @Test
  void a_list_of_blocks_that_grew_names_the_block_that_came() {
    assertThat(changes("block", "[{\"name\": \"a\"}]", "[{\"name\": \"a\"}, {\"name\": \"b\"}]"))
        .singleElement()
        .extracting(Change::items)
        .isEqualTo(
            List.of(new Item(Action.ADDED, "", Value.none(), Json.value("{\"name\": \"b\"}"))));
  }

  @Test
  void an_attribute_nobody_looked_at_is_neither_compared_nor_counted() {
    Comparison.Result result = compare("{\"text\": \"a\", \"number\": 1}", "{\"number\": 1}");
    assertThat(result).isEqualTo(new Comparison.Result(List.of(), 1, 2));
  }

  @Test
  void a_member_nobody_looked_at_is_not_compared() {
    assertThat(changes("block", "[{\"name\": \"a\", \"size\": 1}]", "[{\"name\": \"a\"}]"))
        .isEmpty();
    assertThat(changes("blocks", "[{\"name\": \"a\", \"size\": 1}]", "[{\"name\": \"a\"}]"))
        .isEmpty();
  }

  @Test
  void a_value_not_known_at_apply_and_only_ever_computed_is_no_drift() {
    assertThat(changes("made", "null", "\"now known\"")).isEmpty();
    assertThat(changes("made", "\"before\"", "\"now\"")).hasSize(1);
    assertThat(changes("text", "null", "\"configurable\"")).hasSize(1);
    assertThat(
            changes(
                "block",
                "[{\"name\": \"a\", \"made\": null}]",
                "[{\"name\": \"a\", \"made\": \"x\"}]"))
        .isEmpty();
  }

  @Test
  void what_no_api_returns_is_not_compared_though_a_reader_says_something() {
    assertThat(compare("{\"hidden\": \"a\"}", "{\"hidden\": \"b\"}"))
        .isEqualTo(new Comparison.Result(List.of(), 0, 1));
  }

  @Test
  void what_another_provider_version_recorded_or_this_one_adds_is_not_compared() {
    assertThat(compare("{\"removed_in_6\": \"a\"}", "{\"removed_in_6\": \"b\", \"text\": \"new\"}"))
        .isEqualTo(new Comparison.Result(List.of(), 0, 1));
  }

  @Test
  void changes_come_in_the_order_of_their_names() {
    assertThat(
            compare(
                    "{\"text\": \"a\", \"block\": [{\"size\": 1, \"name\": \"a\"}], \"list\": [\"a\"]}",
                    "{\"list\": [], \"text\": \"b\", \"block\": [{\"name\": \"b\", \"size\": 2}]}")
                .changes())
        .extracting(Change::path)
        .containsExactly("block[0].name", "block[0].size", "list", "text");
  }

  private static String json(String cell) {
    return cell.isEmpty() ? "\"\"" : cell;
  }
}
