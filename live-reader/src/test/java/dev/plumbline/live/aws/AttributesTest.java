package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.engine.schema.Type.Primitive;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.sns.model.Tag;

/** From an SDK answer to Terraform's attributes, in the schema's form. */
final class AttributesTest {

  private static final Type BLOCK =
      new Type.ObjectOf(Map.of("size", set(Primitive.NUMBER), "name", set(Primitive.STRING)));

  private static final TypeSchema SCHEMA =
      new TypeSchema(
          "aws_thing",
          new TreeMap<>(
              Map.of(
                  "text", set(Primitive.STRING),
                  "number", set(Primitive.NUMBER),
                  "truth", set(Primitive.BOOL),
                  "list", set(new Type.ListOf(Primitive.STRING)),
                  "block", set(new Type.ListOf(BLOCK)),
                  "map", set(new Type.MapOf(Primitive.STRING)),
                  "key", set(Primitive.STRING),
                  "value", set(Primitive.STRING),
                  "tags", set(new Type.MapOf(Primitive.STRING)),
                  "tags_all", set(new Type.MapOf(Primitive.STRING)))));

  static List<Arguments> answers() {
    return List.of(
        new Arguments("number", "80", Value.of(80)),
        new Arguments("number", 80, Value.of(80)),
        new Arguments("number", "", Value.none()),
        new Arguments("number", "no number", Value.of("no number")),
        new Arguments("truth", "true", Value.of(true)),
        new Arguments("truth", "", Value.none()),
        new Arguments("text", 80L, Value.of("80")),
        new Arguments("text", true, Value.of("true")),
        new Arguments("text", null, Value.none()),
        new Arguments("list", "one", Value.of(List.of(Value.of("one")))),
        new Arguments("list", List.of(1, 2), Value.of(List.of(Value.of("1"), Value.of("2")))),
        new Arguments("list", List.of(), Value.none()),
        new Arguments(
            "block",
            Map.of("size", "5", "unknown", "x"),
            Value.of(List.of(Value.of(Map.of("size", Value.of(5)))))),
        new Arguments("map", Map.of("a", 1), Value.of(Map.of("a", Value.of("1")))));
  }

  record Arguments(String attribute, @Nullable Object answer, Value fitted) {}

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_is_given_the_schema_s_form(Arguments example) {
    assertThat(
            new Attributes(SCHEMA)
                .put(example.attribute(), example.answer())
                .found()
                .attributes()
                .entries())
        .isEqualTo(Map.of(example.attribute(), example.fitted()));
  }

  @Test
  void what_the_schema_does_not_know_is_dropped_and_what_was_not_put_in_stays_unobserved() {
    assertThat(
            new Attributes(SCHEMA)
                .put("new_in_the_api", 1)
                .fromMap(Map.of("Text", "a", "Other", "b"))
                .found()
                .attributes()
                .entries())
        .containsOnlyKeys("text");
  }

  @Test
  void every_field_of_an_answer_was_looked_at_though_the_api_left_it_out() {
    assertThat(new Attributes(SCHEMA).from(tag("a", null)).found().attributes().entries())
        .isEqualTo(Map.of("key", Value.of("a"), "value", Value.none()));
    assertThat(
            new Attributes(SCHEMA).fromAllBut(tag("a", "b"), "key").found().attributes().entries())
        .containsOnlyKeys("value");
  }

  @Test
  void tags_are_all_of_them_however_the_service_spells_them() {
    var kms = software.amazon.awssdk.services.kms.model.Tag.builder().tagKey("b").tagValue("2");
    Value both = Value.of(Map.of("a", Value.of("1")));
    assertThat(new Attributes(SCHEMA).tags(List.of(tag("a", "1"))).found().attributes())
        .isEqualTo(Value.of(Map.of("tags_all", both)));
    assertThat(
            new Attributes(SCHEMA).tags(List.of(kms.build())).found().attributes().at("tags_all"))
        .isEqualTo(Value.of(Map.of("b", Value.of("2"))));
    assertThat(new Attributes(SCHEMA).tags(Map.of("a", "1")).found().attributes().at("tags_all"))
        .isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({
    "QueueArn, queue_arn",
    "DBInstanceClass, db_instance_class",
    "VpcId, vpc_id",
    "KMSMasterKeyID, kms_master_key_id",
    "Ipv6CidrBlock, ipv6_cidr_block",
    "already_snake, already_snake",
  })
  void names_become_snake_case_as_terraform_has_them(String name, String snake) {
    assertThat(Shape.snake(name)).isEqualTo(snake);
  }

  @Test
  void every_kind_of_answer_has_its_value() {
    assertThat(Shape.of(Arrays.asList(1, null)))
        .isEqualTo(Value.of(List.of(Value.of(1), Value.none())));
    assertThat(Shape.of(new BigDecimal("1.50"))).isEqualTo(new Value.Num(new BigDecimal("1.5")));
    assertThat(Shape.of(Instant.EPOCH)).isEqualTo(Value.of("1970-01-01T00:00:00Z"));
    assertThat(Shape.of(SdkBytes.fromUtf8String("ab"))).isEqualTo(Value.of("YWI="));
    assertThat(
            Shape.of(ListKeysResponse.builder().keys(key -> key.keyId("k")).truncated(true).build())
                .at("keys")
                .items()
                .getFirst()
                .at("key_id"))
        .isEqualTo(Value.of("k"));
  }

  @Test
  void members_are_renamed_at_every_depth() {
    Value value = Value.of(Map.of("a", Value.of(List.of(Value.of(Map.of("a", Value.of(1)))))));
    assertThat(Shape.renamed(value, Map.of("a", "b")))
        .isEqualTo(Value.of(Map.of("b", Value.of(List.of(Value.of(Map.of("b", Value.of(1))))))));
  }

  private static Tag tag(String key, @Nullable String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static Attribute set(Type type) {
    return new Attribute(type, false, true, false);
  }
}
