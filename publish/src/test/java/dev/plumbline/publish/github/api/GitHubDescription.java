package dev.plumbline.publish.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Holds requests against GitHub's official description, trimmed to what we call: {@code
 * publish/github-api} makes it. Stricter than GitHub: what is not described is refused. Immutable
 * and thread-safe.
 */
public final class GitHubDescription {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<Operation> operations;

  private GitHubDescription(List<Operation> operations) {
    this.operations = operations;
  }

  /** The description that lies beside this class. */
  public static GitHubDescription read() {
    try (InputStream in =
        Objects.requireNonNull(GitHubDescription.class.getResourceAsStream("operations.json"))) {
      return new GitHubDescription(
          StreamSupport.stream(JSON.readTree(in).get("operations").spliterator(), false)
              .map(Operation::of)
              .sorted(Comparator.comparingInt(Operation::literals).reversed())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operation's id; empty where no operation that we call has that method and path. */
  public Optional<String> operation(String method, URI uri) {
    return find(method, uri).map(Operation::id);
  }

  /**
   * What the description has against a request; empty where nothing.
   *
   * @param uri path and query, without what GitHub Enterprise puts before the path
   * @param body as sent, "" for none
   */
  public List<String> problems(String method, URI uri, String body) {
    Optional<Operation> found = find(method, uri);
    if (found.isEmpty()) {
      return List.of("%s %s is no operation of operations.txt".formatted(method, uri.getPath()));
    }
    Operation operation = found.get();
    List<String> problems = new ArrayList<>(operation.pathProblems(uri.getRawPath()));
    problems.addAll(operation.queryProblems(uri));
    problems.addAll(bodyProblems(operation, body));
    return problems.stream().map(problem -> operation.id() + ": " + problem).toList();
  }

  /** What it has against any of these. */
  public List<String> problems(List<ServeEvent> asked) {
    return asked.stream()
        .map(ServeEvent::getRequest)
        .flatMap(
            each ->
                problems(
                    each.getMethod().value(), URI.create(each.getUrl()), each.getBodyAsString())
                    .stream())
        .toList();
  }

  /** Whether the description has that status among the operation's answers. */
  public boolean answers(String method, URI uri, int status) {
    return find(method, uri).filter(it -> it.answers().contains(status)).isPresent();
  }

  private Optional<Operation> find(String method, URI uri) {
    return operations.stream()
        .filter(each -> each.method().equals(method) && each.matches(uri.getRawPath()))
        .findFirst();
  }

  private static List<String> bodyProblems(Operation operation, String body) {
    if (body.isEmpty()) {
      return operation.bodyRequired() ? List.of("it has no body") : List.of();
    }
    if (operation.body().isEmpty()) {
      return List.of("it takes no body, and has " + body);
    }
    try {
      return operation.body().get().validate(JSON.readTree(body)).stream()
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (IOException e) {
      return List.of("its body is no JSON");
    }
  }

  /** Makes every object take only the properties that it describes. */
  static JsonNode strict(JsonNode schema) {
    schema.forEach(GitHubDescription::strict);
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    return schema;
  }
}
