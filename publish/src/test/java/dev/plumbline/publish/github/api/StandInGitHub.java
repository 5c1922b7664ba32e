package dev.plumbline.publish.github.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/**
 * A GitHub that keeps what it is told: the issues, comments and labels of one repository, {@code
 * acme/infra}. Every request is held against the official description; {@link #problems()} says
 * what it has against them. Thread-safe.
 */
public final class StandInGitHub implements AutoCloseable {

  /** Who writes. */
  public static final String LOGIN = "plumbline-bot";

  private static final String REPOSITORY = "/repos/acme/infra";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final String prefix;
  private final GitHubDescription description = GitHubDescription.read();
  private final Map<Integer, ObjectNode> issues = new TreeMap<>();
  private final Map<Integer, List<ObjectNode>> comments = new TreeMap<>();
  private final ArrayNode labels = JSON.createArrayNode();
  private final List<String> requests = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private boolean archived;

  /** At the root, as GitHub's own API. */
  public StandInGitHub() {
    this("");
  }

  /**
   * @param prefix before every path, as GitHub Enterprise's {@code /api/v3}
   */
  public StandInGitHub(String prefix) {
    this.prefix = prefix;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** The API's address. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), prefix));
  }

  /** What the official description has against the requests. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** Method and path of each request, in order. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** The issues, by number. */
  public synchronized List<JsonNode> issues() {
    return issues.values().stream().map(issue -> (JsonNode) issue.deepCopy()).toList();
  }

  /** The bodies of an issue's comments. */
  public synchronized List<String> comments(int issue) {
    return comments.getOrDefault(issue, List.of()).stream()
        .map(comment -> comment.get("body").asText())
        .toList();
  }

  /** Somebody writes a comment. */
  public synchronized void comment(int issue, String author, String body) {
    comments.computeIfAbsent(issue, _ -> new ArrayList<>()).add(comment(author, body));
  }

  /** Somebody closes an issue on the page. */
  public synchronized void close(int issue, String reason) {
    issue(issue).put("state", "closed").put("state_reason", reason);
  }

  /** Somebody edits an issue. */
  public synchronized void edit(int issue, String body) {
    issue(issue).put("body", body);
  }

  /** Somebody takes an issue's labels away. */
  public synchronized void unlabel(int issue) {
    issue(issue).putArray("labels");
  }

  /** Somebody deletes an issue. */
  public synchronized void delete(int issue) {
    issues.remove(issue);
  }

  /** Somebody transfers an issue: GitHub answers with it from where it is now. */
  public synchronized void transfer(int issue) {
    issue(issue)
        .put("html_url", "https://github.example/acme/elsewhere/issues/1")
        .putArray("labels");
  }

  /** Somebody archives the repository. */
  public synchronized void archive() {
    archived = true;
  }

  private ObjectNode issue(int number) {
    ObjectNode issue = issues.get(number);
    if (issue == null) {
      throw new IllegalArgumentException("there is no issue " + number);
    }
    return issue;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      URI uri = URI.create(exchange.getRequestURI().toString().substring(prefix.length()));
      Answer answer = answer(exchange.getRequestMethod(), uri, body);
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Answer(int status, String body) {
    static Answer of(int status, JsonNode body) {
      return new Answer(status, body.toString());
    }
  }

  private synchronized Answer answer(String method, URI uri, String body) throws IOException {
    requests.add(method + " " + uri.getPath());
    problems.addAll(description.problems(method, uri, body));
    JsonNode sent = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    String path = uri.getPath();
    if (path.equals("/user")) {
      return Answer.of(200, JSON.createObjectNode().put("login", LOGIN).put("id", 7));
    }
    if (path.equals(REPOSITORY)) {
      return Answer.of(200, repository());
    }
    if (path.equals(REPOSITORY + "/labels")) {
      return method.equals("GET") ? Answer.of(200, labels) : label(sent);
    }
    if (path.equals(REPOSITORY + "/issues")) {
      return method.equals("GET") ? Answer.of(200, listing(uri)) : Answer.of(201, open(sent));
    }
    String rest = path.substring((REPOSITORY + "/issues/").length());
    int number = Integer.parseInt(rest.replaceAll("/.*", ""));
    if (!issues.containsKey(number)) {
      return new Answer(410, "{\"message\":\"This issue was deleted\"}");
    }
    if (!rest.endsWith("/comments")) {
      return Answer.of(200, method.equals("GET") ? issue(number) : changed(number, sent));
    }
    if (method.equals("GET")) {
      ArrayNode all = JSON.createArrayNode();
      comments.getOrDefault(number, List.of()).forEach(all::add);
      return Answer.of(200, all);
    }
    comment(number, LOGIN, sent.get("body").asText());
    return Answer.of(201, comments.get(number).getLast());
  }

  private ObjectNode repository() {
    ObjectNode repository = JSON.createObjectNode();
    repository.put("id", 1).put("name", "infra").put("full_name", "acme/infra");
    repository.put("has_issues", true).put("archived", archived);
    repository.put("html_url", "https://github.example/acme/infra");
    repository.putObject("owner").put("login", "acme").put("id", 2);
    return repository;
  }

  private Answer label(JsonNode sent) {
    String name = sent.get("name").asText().toLowerCase(Locale.ROOT);
    boolean there =
        StreamSupport.stream(labels.spliterator(), false)
            .anyMatch(label -> label.get("name").asText().toLowerCase(Locale.ROOT).equals(name));
    if (there) {
      return new Answer(422, "{\"message\":\"Validation Failed\"}");
    }
    labels.addObject().put("name", sent.get("name").asText());
    return Answer.of(201, labels.get(labels.size() - 1));
  }

  private ArrayNode listing(URI uri) {
    ArrayNode found = JSON.createArrayNode();
    boolean labelled = uri.getQuery() != null && uri.getQuery().contains("labels=plumbline");
    issues.values().stream()
        .filter(issue -> !labelled || issue.get("labels").toString().contains("\"plumbline\""))
        .forEach(found::add);
    return found;
  }

  private ObjectNode open(JsonNode sent) {
    int number = issues.size() + 5;
    ObjectNode issue = JSON.createObjectNode();
    issue.put("id", 1000 + number).put("number", number).put("state", "open");
    issue.put("html_url", "https://github.example/acme/infra/issues/" + number);
    issue.putObject("user").put("login", LOGIN).put("id", 7);
    issues.put(number, issue);
    return changed(number, sent);
  }

  private ObjectNode changed(int number, JsonNode sent) {
    ObjectNode issue = issue(number);
    sent.properties().forEach(field -> change(issue, field.getKey(), field.getValue()));
    return issue;
  }

  private static void change(ObjectNode issue, String field, JsonNode value) {
    if (field.equals("labels")) {
      ArrayNode named = issue.putArray("labels");
      value.forEach(label -> named.addObject().put("name", label.asText()));
    } else if (!field.equals("assignees")) {
      issue.set(field, value);
    }
  }

  private static ObjectNode comment(String author, String body) {
    ObjectNode comment = JSON.createObjectNode().put("id", 1).put("body", body);
    comment.putObject("user").put("login", author).put("id", 7);
    return comment;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
