package dev.plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.ignore.IgnoreTags;
import dev.plumbline.engine.severity.SeverityRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class SchemaTest {

  /** As YAML 1.2 and every editor has it: {@code yes} is a text. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private static final JsonNode DOCUMENT = document();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(DOCUMENT);

  static final List<String> good = Examples.GOOD;
  static final List<Examples.Bad> bad = Examples.BAD;

  @ParameterizedTest
  @FieldSource("good")
  void what_the_parser_takes_the_schema_takes(String yaml) throws Exception {
    assertThat(SCHEMA.validate(YAML.readTree(yaml))).isEmpty();
    assertThat(Configuration.parse(yaml, "test.yaml").version()).isEqualTo(1);
  }

  @ParameterizedTest
  @FieldSource("bad")
  void the_schema_refuses_what_has_not_the_right_shape(Examples.Bad example) throws Exception {
    assertThat(SCHEMA.validate(YAML.readTree(example.yaml())).isEmpty())
        .isEqualTo(!example.shape());
  }

  @ParameterizedTest
  @EnumSource
  void a_form_is_the_same_in_both(Form form) {
    assertThat(
            DOCUMENT.at("/$defs/" + form.name().toLowerCase(Locale.ROOT) + "/pattern").textValue())
        .isEqualTo(form.pattern());
  }

  @Test
  void every_setting_is_in_the_schema() {
    Set<String> properties = new TreeSet<>();
    collect(DOCUMENT, properties);

    List<String> settings =
        Stream.of(
                Configuration.class,
                ConfigurationFile.class,
                Defaults.class,
                Account.class,
                Person.class,
                Publish.class,
                Publish.GitHub.class,
                Publish.App.class,
                Publish.Owner.class,
                Publish.Slack.class,
                SlackApp.class,
                StackEntry.Stack.class,
                KeyPattern.class,
                Settings.class,
                Settings.Lock.DynamoDb.class,
                Settings.Provider.class,
                RemediationPolicy.class,
                RemediationPolicy.Source.class,
                RemediationPolicy.Approval.class,
                RemediationPolicy.Guards.class,
                RemediationPolicy.Breaker.class,
                RemediationPolicy.Auto.class,
                CodeRun.class,
                RunSettings.class,
                IgnoreTags.class,
                IgnoreRule.class,
                SeverityRule.class)
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .filter(name -> !Set.of("settings", "pattern").contains(name))
            .toList();

    assertThat(properties).containsAll(settings);
    assertThat(settings).hasSizeGreaterThan(50);
  }

  private static void collect(JsonNode schema, Set<String> properties) {
    schema.path("properties").fieldNames().forEachRemaining(properties::add);
    schema.forEach(below -> collect(below, properties));
  }

  private static JsonNode document() {
    try (InputStream in =
        Objects.requireNonNull(SchemaTest.class.getResourceAsStream("plumbline.schema.json"))) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError("The schema cannot be read", e);
    }
  }
}
