package dev.plumbline.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.remediation.Archives;
import dev.plumbline.remediation.FixtureTypes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTextTest {

  private static final TypeCatalog KNOWN = new FixtureTypes();
  private static final TypeCatalog UNKNOWN =
      new TypeCatalog() {
        @Override
        public SortedSet<String> types() {
          return new TreeSet<>();
        }

        @Override
        public Optional<Description> describe(String type) {
          return Optional.empty();
        }
      };

  @Test
  void it_reads_like_terraforms() throws Exception {
    assertThat(text(KNOWN, "targeted", false))
        .isEqualTo(
            """
            # aws_sqs_queue.jobs will be updated in place
            ~ resource "aws_sqs_queue" {
                ~ tags = {
                    - owner = "eve @here ``` <script>\\u001B[31m" -> null
                  }
                ~ tags_all = {
                    - owner = "eve @here ``` <script>\\u001B[31m" -> null
                  }
                ~ visibility_timeout_seconds = 60 -> 30
            }

            """);
  }

  @Test
  void what_is_gone_is_shown_as_created() throws Exception {
    assertThat(text(KNOWN, "revert", false))
        .contains("# aws_iam_role.app will be created\n+ resource \"aws_iam_role\" {\n")
        .contains("    + name = \"app\"\n");
  }

  @Test
  void a_refresh_tells_what_the_state_will_say() throws Exception {
    assertThat(text(KNOWN, "accept", true))
        .contains("# aws_iam_role.app is gone, and the state will say so")
        .contains("~ visibility_timeout_seconds = 30 -> 60");
  }

  @ParameterizedTest
  @CsvSource({"revert,false", "targeted,false", "accept,true", "replace,false", "extra,false"})
  void no_canary_is_in_any_plans_text(String plan, boolean refreshOnly) throws Exception {
    assertThat(text(KNOWN, plan, refreshOnly)).isNotEmpty().doesNotContain("CANARY");
    assertThat(text(UNKNOWN, plan, refreshOnly)).isNotEmpty().doesNotContain("CANARY");
  }

  @Test
  void a_changed_secret_is_told_of_and_not_told() throws Exception {
    assertThat(text(KNOWN, "revert", false)).contains("~ value = (sensitive)");
  }

  @Test
  void of_a_type_that_is_not_known_nothing_is_shown() throws Exception {
    assertThat(text(UNKNOWN, "targeted", false))
        .contains("~ visibility_timeout_seconds = (sensitive)")
        .doesNotContain("eve")
        .doesNotContain("60");
  }

  @Test
  void of_an_attribute_that_the_schema_does_not_know_nothing_is_shown() throws Exception {
    String json = change("aws_sns_topic", "{\"novel\":\"wibble\"}", "{\"novel\":\"wobble\"}");

    assertThat(text(KNOWN, json)).contains("~ novel = (sensitive)").doesNotContain("wobble");
  }

  @Test
  void one_resources_secret_is_masked_in_anothers_text() throws Exception {
    String json =
        """
        {"format_version":"1.2","resource_changes":[
          {"address":"aws_ssm_parameter.a","type":"aws_ssm_parameter","change":{"actions":["no-op"],
           "before":{"value":"sesame-open"},"after":{"value":"sesame-open"}}},
          {"address":"aws_sns_topic.b","type":"aws_sns_topic","change":{"actions":["update"],
           "before":{"name":"x"},"after":{"name":"x sesame-open y"}}}]}""";

    assertThat(text(KNOWN, json)).contains("\"x (sensitive) y\"").doesNotContain("sesame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u001b[31m", "\\u202e", "a\\nb", "\\u2028", "\\u0085", "\\u0007"})
  void nothing_in_a_value_breaks_out_of_its_line(String hostile) throws Exception {
    String json =
        change("aws_sns_topic", "{\"name\":\"x\"}", "{\"name\":\"%s\"}".formatted(hostile));

    String text = text(KNOWN, json);

    assertThat(text.lines()).hasSize(5);
    assertThat(text.codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || c == 0x202e || c == 0x2028);
  }

  @Test
  void a_hostile_address_stays_one_line() throws Exception {
    String json =
        change("aws_sns_topic", "{\"name\":\"x\"}", "{\"name\":\"y\"}")
            .replace("aws_sns_topic.b", "aws_sns_topic.b[\\\"a\\nb\\u001b\\\"]");

    assertThat(text(KNOWN, json).lines().findFirst())
        .hasValueSatisfying(
            line -> assertThat(line).contains("\\u{a}").endsWith("will be updated in place"));
  }

  @Test
  void its_size_is_bounded_and_says_what_is_left_out() throws Exception {
    String changes =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    "{\"address\":\"aws_sns_topic.n%d\",\"type\":\"aws_sns_topic\",\"change\":{"
                            .formatted(i)
                        + "\"actions\":[\"delete\"],\"before\":{\"name\":\"x\"}}}")
            .collect(Collectors.joining(","));

    String text =
        text(KNOWN, "{\"format_version\":\"1.2\",\"resource_changes\":[%s]}".formatted(changes));

    assertThat(text.length()).isLessThan(31_000);
    assertThat(text).containsPattern("# … and [0-9]+ more\n$");
  }

  @Test
  void a_long_value_is_cut() throws Exception {
    String json =
        change(
            "aws_sns_topic",
            "{\"name\":\"x\"}",
            "{\"name\":\"%s\"}".formatted("long words ".repeat(10_000)));

    assertThat(text(KNOWN, json).length()).isLessThan(1_000);
  }

  @Test
  void outputs_are_named_and_their_values_are_not() throws Exception {
    String json =
        """
        {"format_version":"1.2","output_changes":{"url":{"actions":["update"],"before":"CANARY",
         "after":"CANARY2"},"same":{"actions":["no-op"],"before":1,"after":1}}}""";

    assertThat(text(KNOWN, json)).isEqualTo("# Outputs change: url\n");
  }

  private static String change(String type, String before, String after) {
    return ("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"%s.b\",\"type\":\"%s\","
            + "\"change\":{\"actions\":[\"update\"],\"before\":%s,\"after\":%s}}]}")
        .formatted(type, type, before, after);
  }

  private static String text(TypeCatalog catalog, String plan, boolean refreshOnly)
      throws PlanException {
    ProposedPlan proposed = new PlanReader(catalog).read(Archives.planJson(plan));
    return new PlanText(catalog).of(proposed, proposed.steps(refreshOnly));
  }

  private static String text(TypeCatalog catalog, String json) throws PlanException {
    if (!json.startsWith("{")) {
      return text(catalog, json, false);
    }
    ProposedPlan proposed = new PlanReader(catalog).read(json.getBytes(StandardCharsets.UTF_8));
    return new PlanText(catalog).of(proposed, proposed.steps(false));
  }
}
