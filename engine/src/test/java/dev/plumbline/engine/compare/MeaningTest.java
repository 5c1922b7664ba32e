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

/** Values whose type alone does not tell how they are compared. */
final class MeaningTest {

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unordered        | ["a", "b"]                         | ["b", "a"]
          unordered        | []                                 | null
          unordered_blocks | [{"name": "a"}, {"name": "b"}]     | [{"name": "b"}, {"name": "a"}]
          caseless         | "GZIP"                             | "gzip"
          caseless_set     | ["GET", "PUT"]                     | ["put", "get"]
          moment           | "2026-01-02T03:04:05Z"             | "2026-01-02T04:04:05+01:00"
          moment           | "2026-01-02T03:04:05Z"             | "2026-01-02T03:04:05.678Z"
          role             | "reader"                           | "arn:aws:iam::123456789012:role/reader"
          role             | "arn:aws:rds:us-east-1:1:db:main"  | "main"
          roles            | ["reader", "writer"]               | ["arn:aws:iam::1:role/writer", "arn:aws:iam::1:role/reader"]
          volatile         | "a"                                | "b"
          volatile         | "a"                                | null
          """)
  void what_means_the_same_is_no_drift(String attribute, String recorded, String observed) {
    assertThat(changes(attribute, recorded, observed)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} is not {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unordered        | ["a", "b"]              | ["a", "c"]
          unordered        | ["a"]                   | ["a", "b"]
          unordered        | ["a"]                   | []
          unordered_blocks | [{"name": "a"}]         | [{"name": "b"}]
          caseless         | "gzip"                  | "none"
          caseless         | "gzip"                  | null
          caseless_set     | ["GET"]                 | ["PUT"]
          moment           | "2026-01-02T03:04:05Z"  | "2026-01-02T03:04:06Z"
          moment           | "tomorrow"              | "later"
          role             | "reader"                | "arn:aws:iam::123456789012:role/other-reader"
          role             | "reader"                | "writer"
          roles            | ["reader"]              | ["arn:aws:iam::1:role/writer"]
          roles            | ["reader"]              | []
          """)
  void what_means_something_else_is_drift(String attribute, String recorded, String observed) {
    assertThat(paths(attribute, recorded, observed)).containsExactly(attribute);
  }

  @Test
  void an_unordered_list_s_change_names_only_what_came_or_went() {
    assertThat(changes("unordered", "[\"a\", \"b\"]", "[\"c\", \"a\"]"))
        .singleElement()
        .extracting(Change::items)
        .isEqualTo(
            List.of(
                new Item(Action.REMOVED, "", Value.of("b"), Value.none()),
                new Item(Action.ADDED, "", Value.none(), Value.of("c"))));
  }
}
