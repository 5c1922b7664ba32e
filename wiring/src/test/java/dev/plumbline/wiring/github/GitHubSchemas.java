package dev.plumbline.wiring.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds deliveries and requests against GitHub's official descriptions, as {@code
 * wiring/github-api} trims them. Of requests it is stricter than GitHub: what is not described is
 * refused.
 */
public final class GitHubSchemas {

  private static final JsonMapper JSON = new JsonMapper();

  /** Parameters that may hold slashes. */
  private static final Set<String> DEEP = Set.of("path", "ref");

  private final JsonNode deliveries = read("deliveries");
  private final JsonNode operations = read("operations");

  /** What the description has against a delivery, such as {@code issue-comment/created}. */
  public List<String> delivery(String name, byte[] body) throws IOException {
    return problems(deliveries.required(name).deepCopy(), JSON.readTree(body));
  }

  /** What the description has against a request, given its path and query. */
  public List<String> request(String method, URI uri, String body) {
    for (JsonNode operation : operations) {
      if (operation.required("method").asText().equals(method)
          && path(operation.required("path").asText()).matcher(uri.getRawPath()).matches()) {
        List<String> problems = new ArrayList<>(query(operation, uri));
        problems.addAll(body(operation, body));
        return problems;
      }
    }
    return List.of("%s %s is no operation that is described".formatted(method, uri));
  }

  private static List<String> query(JsonNode operation, URI uri) {
    Set<String> known = new HashSet<>();
    operation.required("query").forEach(each -> known.add(each.asText()));
    String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
    return List.of(query.split("&")).stream()
        .map(pair -> pair.replaceFirst("=.*", ""))
        .filter(name -> !name.isEmpty() && !known.contains(name))
        .map(name -> "no query parameter is called " + name)
        .toList();
  }

  private static List<String> body(JsonNode operation, String body) {
    if (body.isEmpty() || !operation.has("body")) {
      return body.isEmpty() != operation.has("body") ? List.of() : List.of("its body: " + body);
    }
    try {
      return problems(strict(operation.required("body").deepCopy()), JSON.readTree(body));
    } catch (IOException e) {
      return List.of("its body is no JSON");
    }
  }

  private static List<String> problems(JsonNode schema, JsonNode value) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(value)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private static JsonNode strict(JsonNode schema) {
    schema.forEach(GitHubSchemas::strict);
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    return schema;
  }

  private static Pattern path(String template) {
    String pattern = template;
    for (String name : template.split("[^{}\\w]|(?<=\\})|(?=\\{)")) {
      if (name.startsWith("{")) {
        String bare = name.substring(1, name.length() - 1);
        pattern = pattern.replace(name, DEEP.contains(bare) ? ".+" : "[^/]+");
      }
    }
    return Pattern.compile(pattern);
  }

  private static JsonNode read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            GitHubSchemas.class.getResourceAsStream("/github-webhook/" + name + ".json"))) {
      return JSON.readTree(in).required(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For tests of this class: every operation by its name. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    operations.properties().stream().map(Map.Entry::getKey).forEach(names::add);
    return names;
  }
}
