package dev.plumbline.wiring.webhook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A delivery of the event {@code issue_comment}. Its texts are data.
 *
 * @param action what happened to the comment, such as {@code created}
 * @param repository {@code owner/name}
 * @param issue the issue's number
 * @param pullRequest whether the issue is one
 * @param issueBody "" where it has none
 * @param issueAuthor their login, "" where they left GitHub
 * @param comment the comment's id
 * @param author the comment's author's login
 * @param created when the comment was written
 * @param sender the login of whoever did it
 * @param bot whether a bot did it
 */
record CommentEvent(
    String action,
    String repository,
    int issue,
    boolean pullRequest,
    String issueBody,
    String issueAuthor,
    long comment,
    String body,
    String author,
    Instant created,
    String sender,
    boolean bot) {

  /** What is signed, but is no comment on an issue. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }

    MalformedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads a delivery. What kind of event it is stands in a header, which is not signed: another
   * event under this one's name has to be found out by what it lacks.
   */
  static CommentEvent read(byte[] body) throws MalformedException {
    JsonNode event = tree(body);
    JsonNode comment = event.path("comment");
    JsonNode issue = event.path("issue");
    String repository = text(event.at("/repository/full_name"), "repository.full_name");
    int number = (int) number(issue.path("number"), "issue.number", Integer.MAX_VALUE);
    if (!text(comment.path("issue_url"), "comment.issue_url")
        .endsWith("/repos/%s/issues/%d".formatted(repository, number))) {
      throw new MalformedException("the comment is not the issue's");
    }
    return new CommentEvent(
        text(event.path("action"), "action"),
        repository,
        number,
        !issue.path("pull_request").isMissingNode() && !issue.path("pull_request").isNull(),
        issue.path("body").asText(""),
        issue.at("/user/login").asText(""),
        number(comment.path("id"), "comment.id", Long.MAX_VALUE),
        text(comment.path("body"), "comment.body"),
        text(comment.at("/user/login"), "comment.user.login"),
        instant(comment.path("created_at")),
        text(event.at("/sender/login"), "sender.login"),
        isBot(event.path("sender")) || isBot(comment.path("user")));
  }

  /** Whether a body is an object at all. */
  static JsonNode tree(byte[] body) throws MalformedException {
    try {
      JsonNode tree = reader().readTree(body);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException e) {
      throw new MalformedException("it is no JSON", e);
    }
    throw new MalformedException("it is no JSON object");
  }

  private static ObjectReader reader() {
    return new JsonMapper()
        .reader()
        .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static boolean isBot(JsonNode user) {
    return user.path("type").asText("").equals("Bot")
        || user.path("login").asText("").endsWith("[bot]");
  }

  private static String text(JsonNode node, String name) throws MalformedException {
    if (!node.isTextual()) {
      throw new MalformedException(name + " is no text");
    }
    return node.textValue();
  }

  private static long number(JsonNode node, String name, long most) throws MalformedException {
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < 1
        || node.longValue() > most) {
      throw new MalformedException(name + " is no number of GitHub's");
    }
    return node.longValue();
  }

  private static Instant instant(JsonNode node) throws MalformedException {
    try {
      return Instant.parse(text(node, "comment.created_at"));
    } catch (DateTimeException e) {
      throw new MalformedException("comment.created_at is no time", e);
    }
  }
}
