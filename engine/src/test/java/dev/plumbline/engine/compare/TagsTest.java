package dev.plumbline.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.ignore.IgnoreTags;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags, which a state keeps twice and reality once. */
final class TagsTest {

  private static final String OLD_STATE = "{\"tags\": %s}";
  private static final String STATE = "{\"tags\": %s, \"tags_all\": %s}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the same                         | {"a": "1"} | {"a": "1"}             | {"a": "1"}
          with a default tag               | {"a": "1"} | {"a": "1", "d": "2"}   | {"a": "1", "d": "2"}
          only a default tag               | null       | {"d": "2"}             | {"d": "2"}
          an overwritten default tag       | {"d": "1"} | {"d": "1"}             | {"d": "1"}
          a tag of AWS's own               | {"a": "1"} | {"a": "1"}             | {"a": "1", "aws:cloudformation:stack-name": "x"}
          none, written in three ways      | {}         | null                   | {}
          an empty value against no tag    | {"a": ""}  | {"a": ""}              | {}
          """)
  void tags_are_no_drift(String why, String tags, String all, String observed) {
    assertThat(changes(STATE.formatted(tags, all), observed, Tags.ALL)).as(why).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          another value        | {"a": "1"} | {"a": "1"}           | {"a": "2"}           | tags["a"]
          a value's case       | {"a": "x"} | {"a": "x"}           | {"a": "X"}           | tags["a"]
          a lost tag           | {"a": "1"} | {"a": "1"}           | {}                   | tags["a"]
          a tag by hand        | {}         | {}                   | {"new": "1"}         | tags["new"]
          a lost default       | {}         | {"d": "1"}           | {}                   | tags_all["d"]
          a changed default    | {}         | {"d": "1"}           | {"d": "2"}           | tags["d"]
          an overwritten lost  | {"d": "1"} | {"d": "1"}           | {}                   | tags["d"]
          a quote in the key   | {}         | {}                   | {"a\\"b": "1"}       | tags["a\\"b"]
          a backslash in it    | {}         | {}                   | {"a\\\\b": "1"}      | tags["a\\\\b"]
          """)
  void a_tag_that_differs_is_one_change_at_its_own_path(
      String why, String tags, String all, String observed, String path) {
    assertThat(changes(STATE.formatted(tags, all), observed, Tags.ALL))
        .as(why)
        .extracting(Change::path)
        .containsExactly(path);
  }

  @Test
  void a_change_tells_both_values() {
    assertThat(changes(STATE.formatted("{\"a\": \"1\"}", "{\"a\": \"1\"}"), "{}", Tags.ALL))
        .containsExactly(new Change("tags[\"a\"]", Value.of("1"), Value.none(), false, List.of()));
  }

  @Test
  void a_state_from_before_default_tags_has_only_its_own() {
    assertThat(changes(OLD_STATE.formatted("{\"a\": \"1\"}"), "{\"a\": \"1\"}", Tags.ALL))
        .isEmpty();
    assertThat(changes(OLD_STATE.formatted("{\"a\": \"1\"}"), "{\"a\": \"2\"}", Tags.ALL))
        .hasSize(1);
  }

  @Test
  void ignored_keys_and_prefixes_are_nobody_s_drift() {
    Tags tags = new Tags(new IgnoreTags(List.of("LastScan"), List.of("kubernetes.io/")));
    String observed = "{\"LastScan\": \"now\", \"kubernetes.io/cluster\": \"x\", \"Last\": \"1\"}";
    String recorded = STATE.formatted("{\"LastScan\": \"then\"}", "{\"LastScan\": \"then\"}");
    assertThat(changes(recorded, observed, tags))
        .extracting(Change::path)
        .containsExactly("tags[\"Last\"]");
  }

  @Test
  void tags_nobody_looked_at_are_not_compared() {
    assertThat(Specimen.compare(STATE.formatted("{\"a\": \"1\"}", "{\"a\": \"1\"}"), "{}"))
        .isEqualTo(new Comparison.Result(List.of(), 0, 2));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"tags": {}, "tags_all": {}} | 2
          {"tags": {}}                 | 1
          {"tags_all": {}}             | 1
          {"text": "a"}                | 0
          """)
  void as_many_tag_attributes_are_counted_as_the_state_records(String recorded, int compared) {
    assertThat(Specimen.compare(recorded, "{\"tags_all\": {}}").compared()).isEqualTo(compared);
  }

  private static List<Change> changes(String recorded, String observed, Tags tags) {
    RecordedResource resource = Specimen.recorded(Specimen.TYPE, "this", Json.object(recorded));
    return new Comparison(new Siblings(List.of(), List.of()))
        .compare(
            Specimen.description(),
            resource,
            Json.object("{\"tags_all\": %s}".formatted(observed)),
            tags)
        .changes();
  }
}
