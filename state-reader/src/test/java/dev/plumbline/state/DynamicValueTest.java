package dev.plumbline.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"value": "a", "type": "string"}""",
        """
        {"value": null, "type": "number"}""",
        """
        {"value": 1.5, "type": "number"}""",
        """
        {"value": true, "type": "bool"}""",
        """
        {"value": ["a", "b"], "type": ["list", "string"]}""",
        """
        {"value": [], "type": ["set", "string"]}""",
        """
        {"value": {"k": 1}, "type": ["map", "number"]}""",
        """
        {"value": [true, null, "x"], "type": ["tuple", ["bool", "dynamic", "string"]]}""",
        """
        {"value": {"a": 1, "b": [{"c": null}]},
         "type": ["object", {"a": "number", "b": ["list", ["object", {"c": "string"}]]}]}""",
        """
        {"value": {"a": null}, "type": ["object", {"a": "string"}, ["a"]]}""",
        """
        {"value": [{"value": "x", "type": "string"}], "type": ["list", "dynamic"]}""",
      })
  void a_value_of_its_type_is_dynamic(String json) throws Exception {
    Value wrapped = value(json);

    assertThat(DynamicValue.of(wrapped))
        .hasValueSatisfying(
            dynamic -> {
              assertThat(dynamic.value()).isEqualTo(wrapped.at("value"));
              assertThat(CtyType.of(wrapped.at("type"))).contains(dynamic.type());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"a\"",
        """
        {"value": "a"}""",
        """
        {"type": "string"}""",
        """
        {"type": "string", "other": 1}""",
        """
        {"value": "a", "type": "string", "more": 1}""",
        """
        {"value": "a", "type": "t3.micro"}""",
        """
        {"value": "a", "type": "number"}""",
        """
        {"value": 1, "type": "string"}""",
        """
        {"value": "a", "type": "bool"}""",
        """
        {"value": "a", "type": "dynamic"}""",
        """
        {"value": "a", "type": ["list", "string"]}""",
        """
        {"value": ["a"], "type": ["list", "string", "string"]}""",
        """
        {"value": ["a"], "type": ["list"]}""",
        """
        {"value": ["a", 1], "type": ["list", "string"]}""",
        """
        {"value": ["a"], "type": ["tuple", ["string", "string"]]}""",
        """
        {"value": ["a"], "type": ["tuple", ["nothing"]]}""",
        """
        {"value": {"a": 1}, "type": ["object", {"b": "number"}]}""",
        """
        {"value": {"a": 1}, "type": ["object", {"a": "number", "b": "number"}]}""",
        """
        {"value": {"a": 1}, "type": ["object", {"a": "nothing"}]}""",
        """
        {"value": {"a": "x"}, "type": ["map", "number"]}""",
        """
        {"value": ["a"], "type": ["capsule", "string"]}""",
      })
  void anything_else_is_an_ordinary_value(String json) throws Exception {
    assertThat(DynamicValue.of(value(json))).isEmpty();
  }

  @Test
  void a_set_is_told_from_a_list() throws Exception {
    assertThat(CtyType.of(value("[\"set\", \"string\"]")))
        .contains(new CtyType.SetOf(CtyType.Primitive.STRING));
    assertThat(CtyType.of(value("[\"list\", \"string\"]")))
        .contains(new CtyType.ListOf(CtyType.Primitive.STRING));
  }

  private static Value value(String json) throws IOException, Refusal {
    try (var parser = StateFile.json().createParser(json.getBytes(UTF_8))) {
      parser.nextToken();
      return JsonValues.read(parser);
    }
  }
}
