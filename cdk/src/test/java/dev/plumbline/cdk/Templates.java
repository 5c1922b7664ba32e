package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Synthesised templates, with what tests ask of them.
 *
 * @param byName {@code Plumbline}, {@code Storage}, {@code Alerts}, {@code Remediation} and {@code
 *     PlumblineReader}
 */
record Templates(SortedMap<String, JsonNode> byName) {

  private static final Pattern FILE =
      Pattern.compile(
          "(?:Plumbline(?<nested>[A-Za-z]+)[0-9A-F]{8}\\.nested|(?<own>[A-Za-z]+))\\.template\\.json");

  static Templates in(Path assembly) throws IOException {
    SortedMap<String, JsonNode> byName = new TreeMap<>();
    for (Path folder : List.of(assembly, assembly.resolve(PlumblineApp.ACCOUNTS))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Matcher name = FILE.matcher(file.getFileName().toString());
          if (name.matches()) {
            String nested = name.group("nested");
            byName.put(
                nested == null ? name.group("own") : nested,
                JsonMapper.builder().build().readTree(file.toFile()));
          }
        }
      }
    }
    return new Templates(byName);
  }

  /** The resources of one template. */
  Templates only(String name) {
    return new Templates(new TreeMap<>(Map.of(name, byName.get(name))));
  }

  /** Every resource, by its logical id. */
  Stream<Map.Entry<String, JsonNode>> resources() {
    return byName.values().stream()
        .flatMap(template -> template.path("Resources").propertyStream());
  }

  Stream<Map.Entry<String, JsonNode>> ofType(String type) {
    return resources().filter(each -> each.getValue().path("Type").asText().equals(type));
  }

  List<JsonNode> all(String type) {
    return ofType(type).map(each -> each.getValue().path("Properties")).toList();
  }

  JsonNode one(String type) {
    List<JsonNode> all = all(type);
    assertThat(all).as(type).hasSize(1);
    return all.getFirst();
  }

  JsonNode function(String name) {
    return resources()
        .filter(each -> each.getKey().equals(name))
        .map(each -> each.getValue().path("Properties"))
        .findFirst()
        .orElseThrow();
  }

  /** The names of the service's functions. */
  List<String> functions() {
    return ofType("AWS::Lambda::Function").map(Map.Entry::getKey).sorted().toList();
  }

  /** The statements of the role whose id begins so, in its policy or with its managed ones. */
  Stream<JsonNode> statementsOf(String role) {
    return ofType("AWS::IAM::Policy")
        .filter(each -> each.getKey().startsWith(role))
        .flatMap(each -> statements(each.getValue()));
  }

  /** Every statement that is given to a role. */
  Stream<JsonNode> statements() {
    return Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
        .flatMap(this::ofType)
        .flatMap(each -> statements(each.getValue()));
  }

  private static Stream<JsonNode> statements(JsonNode policy) {
    return elements(policy.path("Properties").path("PolicyDocument").path("Statement"));
  }

  /** What a role may do that with. */
  List<String> resourcesOf(String role, String action) {
    return statementsOf(role)
        .filter(statement -> statement.path("Effect").asText().equals("Allow"))
        .filter(statement -> texts(statement.path("Action")).anyMatch(action::equals))
        .flatMap(statement -> texts(statement.path("Resource")))
        .toList();
  }

  /** The actions of a role's policy. */
  List<String> actionsOf(String role) {
    return statementsOf(role)
        .filter(statement -> statement.path("Effect").asText().equals("Allow"))
        .flatMap(statement -> texts(statement.path("Action")))
        .distinct()
        .toList();
  }

  static Stream<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isArray()
        ? elements(oneOrMany).map(Templates::plain)
        : Stream.of(plain(oneOrMany));
  }

  /** A template's value as text, references in braces. */
  static String plain(JsonNode value) {
    if (value.has("Fn::Join")) {
      return String.join("", texts(value.path("Fn::Join").path(1)).toList());
    }
    if (value.has("Fn::GetAtt")) {
      return "{" + String.join(".", texts(value.path("Fn::GetAtt")).toList()) + "}";
    }
    return value.has("Ref") ? "{" + value.path("Ref").asText() + "}" : value.asText();
  }

  static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
