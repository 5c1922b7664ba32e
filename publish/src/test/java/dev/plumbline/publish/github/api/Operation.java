package dev.plumbline.publish.github.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One described operation. */
record Operation(
    String id,
    String method,
    Pattern path,
    int literals,
    Map<String, JsonNode> inPath,
    Map<String, JsonNode> inQuery,
    Set<String> required,
    Optional<JsonSchema> body,
    boolean bodyRequired,
    Set<Integer> answers) {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /** Parameters that may hold slashes. */
  private static final Set<String> DEEP = Set.of("path", "ref");

  static Operation of(JsonNode node) {
    Map<String, JsonNode> inPath = new TreeMap<>();
    Map<String, JsonNode> inQuery = new TreeMap<>();
    Set<String> required = new HashSet<>();
    for (JsonNode parameter : node.get("parameters")) {
      String name = parameter.get("name").asText();
      boolean query = parameter.get("in").asText().equals("query");
      (query ? inQuery : inPath).put(name, parameter.get("schema"));
      if (query && parameter.get("required").asBoolean()) {
        required.add(name);
      }
    }
    Set<Integer> answers = new HashSet<>();
    node.get("answers").forEach(answer -> answers.add(answer.asInt()));
    String path = node.get("path").asText();
    return new Operation(
        node.get("id").asText(),
        node.get("method").asText(),
        pattern(path),
        NAME.matcher(path).replaceAll("").length(),
        inPath,
        inQuery,
        required,
        Optional.ofNullable(node.at("/body").get("schema")).map(Operation::schema),
        node.at("/body/required").asBoolean(),
        answers);
  }

  private static JsonSchema schema(JsonNode schema) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(GitHubDescription.strict(schema.deepCopy()));
  }

  private static Pattern pattern(String path) {
    Matcher names = NAME.matcher(path);
    return Pattern.compile(
        names.replaceAll(
            name ->
                "(?<%s>%s)"
                    .formatted(
                        name.group(1).replace("_", ""),
                        DEEP.contains(name.group(1)) ? ".+" : "[^/]+")));
  }

  boolean matches(String rawPath) {
    return path.matcher(rawPath).matches();
  }

  List<String> pathProblems(String rawPath) {
    Matcher matcher = path.matcher(rawPath);
    if (!matcher.matches()) {
      return List.of("another path");
    }
    return inPath.entrySet().stream()
        .flatMap(
            each ->
                problem(
                    each.getKey(), each.getValue(), matcher.group(each.getKey().replace("_", "")))
                    .stream())
        .toList();
  }

  List<String> queryProblems(URI uri) {
    List<String> problems = new ArrayList<>();
    Map<String, String> query = query(uri);
    query.forEach(
        (name, value) -> {
          JsonNode schema = inQuery.get(name);
          if (schema == null) {
            problems.add("it has no query parameter " + name);
          } else {
            problem(name, schema, value).ifPresent(problems::add);
          }
        });
    required.stream()
        .filter(name -> !query.containsKey(name))
        .map(name -> "its query parameter %s is missing".formatted(name))
        .forEach(problems::add);
    return problems;
  }

  private static Map<String, String> query(URI uri) {
    String raw = uri.getRawQuery();
    if (raw == null || raw.isEmpty()) {
      return Map.of();
    }
    return List.of(raw.split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8)));
  }

  private static Optional<String> problem(String name, JsonNode schema, String value) {
    if (schema.path("type").asText().equals("integer") && !value.matches("\\d+")) {
      return Optional.of("%s is %s, which is no integer".formatted(name, value));
    }
    JsonNode choices = schema.path("enum");
    boolean fits = choices.isMissingNode();
    for (JsonNode choice : choices) {
      fits |= choice.asText().equals(value);
    }
    return fits
        ? Optional.empty()
        : Optional.of("%s is %s, which is none of %s".formatted(name, value, choices));
  }
}
