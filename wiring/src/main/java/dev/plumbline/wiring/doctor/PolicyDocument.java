package dev.plumbline.wiring.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy of IAM, read only to see whose rights are worth looking at: what a condition asks for is
 * taken as given where it allows, and as not given where it denies.
 */
record PolicyDocument(List<JsonNode> statements) {

  /** As IAM hands it out, URL-encoded or plain. What cannot be read allows nothing. */
  static PolicyDocument of(String text) {
    String plain = text.stripLeading().startsWith("{") ? text : URLDecoder.decode(text, UTF_8);
    try {
      JsonNode statement = JsonMapper.builder().build().readTree(plain).path("Statement");
      return new PolicyDocument(
          statement.isArray() ? statement.valueStream().toList() : List.of(statement));
    } catch (JsonProcessingException _) {
      return new PolicyDocument(List.of());
    }
  }

  boolean allows(String action, String resource) {
    return statements.stream().anyMatch(each -> is(each, "Allow") && about(each, action, resource));
  }

  boolean denies(String action, String resource) {
    return statements.stream()
        .filter(each -> is(each, "Deny") && each.path("Condition").isMissingNode())
        .anyMatch(each -> about(each, action, resource));
  }

  private static boolean is(JsonNode statement, String effect) {
    return statement.path("Effect").asText().equals(effect);
  }

  private static boolean about(JsonNode statement, String action, String resource) {
    return named(statement, "Action", "NotAction", action.toLowerCase(Locale.ROOT), true)
        && named(statement, "Resource", "NotResource", resource, false);
  }

  private static boolean named(
      JsonNode statement, String field, String inverse, String value, boolean anyCase) {
    return statement.has(inverse)
        ? texts(statement.path(inverse)).noneMatch(each -> fits(each, value, anyCase))
        : texts(statement.path(field)).anyMatch(each -> fits(each, value, anyCase));
  }

  private static Stream<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isArray()
        ? oneOrMany.valueStream().map(JsonNode::asText)
        : Stream.of(oneOrMany.asText());
  }

  private static boolean fits(String pattern, String value, boolean anyCase) {
    String wanted = anyCase ? pattern.toLowerCase(Locale.ROOT) : pattern;
    String regex =
        wanted
            .chars()
            .mapToObj(
                each ->
                    switch (each) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(each));
                    })
            .collect(Collectors.joining());
    return value.matches(regex);
  }
}
