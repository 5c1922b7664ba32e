package dev.plumbline.wiring.webhook;

import dev.plumbline.engine.Sha256;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.command.CommandParser;
import dev.plumbline.wiring.command.CommentText;
import dev.plumbline.wiring.github.GitHubReplies;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.webhook.CommentEvent.MalformedException;
import dev.plumbline.wiring.work.Work;
import dev.plumbline.wiring.work.WorkQueue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes GitHub's deliveries: what somebody commented on a stack's issue becomes work on a queue,
 * once. Nothing is done here, so that GitHub has its answer within its ten seconds. Thread-safe.
 */
public final class Webhook {

  /** More than any comment makes; GitHub itself delivers up to 25 MB. */
  public static final int LARGEST = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final Duration OLDEST = Duration.ofMinutes(15);

  private final Keys keys;
  private final IssueStacks issues;
  private final Deliveries deliveries;
  private final WorkQueue queue;
  private final InstantSource clock;

  public Webhook(
      Keys keys, Stacks stacks, Deliveries deliveries, WorkQueue queue, InstantSource clock) {
    this.keys = keys;
    this.issues = new IssueStacks(stacks);
    this.deliveries = deliveries;
    this.queue = queue;
    this.clock = clock;
  }

  /** What deliveries and issues are signed with. */
  public interface Keys {

    /** The webhook's secrets, any of which may have signed. */
    List<String> webhook() throws SettingsException;

    /** The deployment's key for markers. */
    MarkerKey marker() throws SettingsException;
  }

  /**
   * A delivery as it arrived. None of its headers is signed.
   *
   * @param contentType {@code Content-Type}, "" where it is missing
   * @param event {@code X-GitHub-Event}
   * @param signature {@code X-Hub-Signature-256}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Delivery(String contentType, String event, String signature, byte[] body) {}

  /** What GitHub is answered. */
  public HttpAnswer take(Delivery delivery) {
    try {
      Optional<HttpAnswer> refusal = refusal(delivery);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      return switch (delivery.event()) {
        case "ping" -> ping(delivery.body());
        case "issue_comment" -> comment(CommentEvent.read(delivery.body()));
        default ->
            HttpAnswer.problem(
                400, "Event not taken", "Subscribe the webhook to issue comments alone.");
      };
    } catch (MalformedException e) {
      return HttpAnswer.problem(400, "Malformed delivery", String.valueOf(e.getMessage()));
    } catch (SettingsException | IOException e) {
      LOG.error("A delivery was not taken: {}", Plain.line(String.valueOf(e.getMessage())));
      return HttpAnswer.problem(503, "Not taken", "Deliver it again; the function's log says why.");
    }
  }

  private Optional<HttpAnswer> refusal(Delivery delivery) throws SettingsException {
    if (delivery.body().length > LARGEST) {
      return Optional.of(HttpAnswer.tooLarge());
    }
    if (!Signature.isValid(delivery.body(), delivery.signature(), keys.webhook())) {
      return Optional.of(
          HttpAnswer.problem(
              401,
              "Not signed",
              "X-Hub-Signature-256 is missing, or not of the webhook's secret."));
    }
    String type = delivery.contentType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return type.equals("application/json")
        ? Optional.empty()
        : Optional.of(
            HttpAnswer.problem(
                415, "Not JSON", "Set the webhook's content type to application/json."));
  }

  private static HttpAnswer ping(byte[] body) throws MalformedException {
    return CommentEvent.tree(body).path("zen").isTextual()
        ? HttpAnswer.ok("pong")
        : HttpAnswer.problem(400, "Malformed delivery", "it is no ping");
  }

  private HttpAnswer comment(CommentEvent event) throws SettingsException, IOException {
    Optional<String> command =
        isHeard(event) ? CommentText.command(event.body()) : Optional.empty();
    if (command.isEmpty()) {
      return HttpAnswer.ok("nothing to do");
    }
    Optional<String> stack =
        issues.stackOf(event.repository(), event.issue(), event.issueBody(), keys.marker());
    if (stack.isEmpty()) {
      return HttpAnswer.ok("not an issue of a stack");
    }
    String once = once(event);
    if (!deliveries.first(once, REMEMBERED)) {
      return HttpAnswer.ok("taken before");
    }
    Actor by = new Actor(Actor.Realm.GITHUB, event.author());
    Origin origin = new Origin.Comment(event.repository(), event.issue(), event.comment());
    put(
        new CommentWork(once, stack.get(), by, origin).of(CommandParser.parse(command.get())),
        once);
    return HttpAnswer.taken();
  }

  /** A person's new comment, on an issue, that is not our own. */
  private boolean isHeard(CommentEvent event) {
    Instant now = clock.instant();
    return event.action().equals("created")
        && !event.pullRequest()
        && !event.bot()
        && event.sender().equalsIgnoreCase(event.author())
        && !event.author().equalsIgnoreCase(event.issueAuthor())
        && !event.body().startsWith(GitHubReplies.MARK)
        && event.created().isAfter(now.minus(OLDEST))
        && event.created().isBefore(now.plus(OLDEST));
  }

  /** What could not be put on the queue was not taken, and may come again. */
  private void put(Work work, String once) throws IOException {
    boolean put = false;
    try {
      queue.put(work, once);
      put = true;
    } finally {
      if (!put) {
        forget(once);
      }
    }
  }

  private void forget(String once) {
    try {
      deliveries.forget(once);
    } catch (StoreException e) {
      LOG.error("{} stays marked as taken: {}", once, Plain.line(String.valueOf(e.getMessage())));
    }
  }

  private static String once(CommentEvent event) {
    return "comment:%s/%d/%s/%s"
        .formatted(event.repository(), event.comment(), event.created(), Sha256.of(event.body()));
  }
}
