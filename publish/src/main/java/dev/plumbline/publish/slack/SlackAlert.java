package dev.plumbline.publish.slack;

import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.StackRecord.Message;
import dev.plumbline.publish.BusyException;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.Turns;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.slack.SlackMemory.Shown;
import dev.plumbline.publish.slack.SlackMemory.Told;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps one Slack message per stack: posted when drift is first seen, rewritten in place when the
 * drift or a remediation's phase changed, and closed when the stack is in sync; drift after that
 * gets a new one. However many publish at once, one writes at a time, and an earlier scan never
 * overwrites what a later one said. What was said is kept after Slack took it: where keeping it
 * fails, a message may come twice, but none is lost. Thread-safe as far as its ports are.
 */
public final class SlackAlert {

  private static final Duration WRITING = Duration.ofSeconds(60);

  private final SlackMemory memory;
  private final Leases leases;
  private final Remedies remedies;
  private final Pause pause;

  /** Thread-safe where its ports are. */
  public SlackAlert(SlackMemory memory, Leases leases, Remedies remedies) {
    this(memory, leases, remedies, Pause.REAL);
  }

  SlackAlert(SlackMemory memory, Leases leases, Remedies remedies, Pause pause) {
    this.memory = memory;
    this.leases = leases;
    this.remedies = remedies;
    this.pause = pause;
  }

  /** The port to what became of a stack's drift. */
  @FunctionalInterface
  public interface Remedies {
    /** The stack's newest accept or revert, ended or not. */
    Optional<Remedy> newest(String stack) throws IOException;
  }

  /** What becomes of what should be said. */
  public enum Mode {
    WRITE,
    /** It is taken as known until it changes. */
    BASELINE,
    DRY_RUN
  }

  /** What was done. */
  public enum Action {
    POSTED,
    UPDATED,
    QUIET
  }

  /**
   * What was done for a stack.
   *
   * @param note why nothing was written, "" where something was
   */
  public record Result(String stack, Action action, String note) {}

  /**
   * Where and with what a message is written.
   *
   * @param channel its name or id
   * @param secret the name of the secret with the token, to be remembered
   */
  public record Target(String channel, String secret, SlackSettings settings) {}

  /**
   * Says what drifted, where that is another drift than the last one said.
   *
   * @param fullyRead whether all that has a reader was read, without which nothing is called in
   *     sync
   */
  public Result drift(Alert alert, boolean fullyRead, Target to, Mode mode)
      throws PublishException, IOException {
    return mode == Mode.DRY_RUN
        ? told(alert, fullyRead, to, mode)
        : alone(alert.stack(), to, () -> told(alert, fullyRead, to, mode));
  }

  /**
   * Says where the stack's newest remediation stands, beneath what was last said of its drift.
   * Nothing is said of a stack of which nothing ever was.
   */
  public Result remedy(String stack, Target to) throws PublishException, IOException {
    return alone(
        stack,
        to,
        () -> {
          Told before = memory.find(stack);
          Optional<Alert> alert = before.shown().map(Shown::alert);
          return alert.isEmpty()
              ? quiet(stack, "nothing was ever said of the stack")
              : write(before, alert.get(), to, Mode.WRITE);
        });
  }

  private Result alone(String stack, Target to, Turns.Work<Result, PublishException> work)
      throws PublishException, IOException {
    Duration patience = to.settings().patience();
    Turns turns = new Turns(leases, patience, patience.plus(WRITING), InstantSource.system());
    try {
      return turns.alone("slack/" + stack, work);
    } catch (BusyException e) {
      throw new PublishException(
          "The Slack message of stack %s is being written by another run."
              .formatted(Plain.line(stack, 100)),
          "Nothing needs to be done if the next scan writes it.",
          e);
    }
  }

  private Result told(Alert alert, boolean fullyRead, Target to, Mode mode)
      throws PublishException, IOException {
    Told before = memory.find(alert.stack());
    Optional<Alert> last = before.shown().map(Shown::alert);
    if (last.filter(it -> isLater(it, alert)).isPresent()) {
      return quiet(alert.stack(), "a later scan was told already");
    }
    if (alert.clean() && before.message().isEmpty() && last.isEmpty()) {
      return quiet(alert.stack(), "no drift");
    }
    if (alert.clean() && !fullyRead) {
      return quiet(alert.stack(), "no drift in what could be read; the last message stands");
    }
    return write(before, alert, to, mode);
  }

  private static boolean isLater(Alert one, Alert other) {
    return Instant.parse(one.scannedAt()).isAfter(Instant.parse(other.scannedAt()));
  }

  private Result write(Told before, Alert alert, Target to, Mode mode)
      throws PublishException, IOException {
    Optional<Remedy> remedy = remedies.newest(alert.stack());
    Shown now = new Shown(Key.of(alert, remedy, to.channel()), to.channel(), to.secret(), alert);
    if (before.shown().filter(it -> it.key().equals(now.key())).isPresent()) {
      return quiet(alert.stack(), "nothing changed since the last message");
    }
    boolean said = before.message().isPresent();
    if (mode == Mode.DRY_RUN) {
      return quiet(
          alert.stack(),
          "would be %s; this is a dry run"
              .formatted(rewritable(before, now) ? "updated" : "posted"));
    }
    if (mode == Mode.BASELINE || (alert.clean() && !said)) {
      memory.put(alert.stack(), new Told(before.message(), Optional.of(now)));
      return quiet(
          alert.stack(), mode == Mode.BASELINE ? "taken as known until it changes" : "no drift");
    }
    return send(before, now, AlertBlocks.text(alert, remedy), to);
  }

  private Result send(Told before, Shown now, SlackText text, Target to)
      throws PublishException, IOException {
    String stack = now.alert().stack();
    try (SlackClient slack = new SlackClient(to.settings(), pause)) {
      Optional<Message> rewritten =
          rewritable(before, now) && before.message().isPresent()
              ? slack.update(before.message().get(), text)
              : Optional.empty();
      Message message = rewritten.isPresent() ? rewritten.get() : slack.post(to.channel(), text);
      memory.put(stack, new Told(Optional.of(message), Optional.of(now)));
      return new Result(stack, rewritten.isPresent() ? Action.UPDATED : Action.POSTED, "");
    }
  }

  /** A message that was closed tells of drift that is over, and one elsewhere is not looked at. */
  private static boolean rewritable(Told before, Shown now) {
    return before.message().isPresent()
        && before
            .shown()
            .filter(
                it ->
                    (it.alert().clean() && !now.alert().clean())
                        || !it.channel().equals(now.channel()))
            .isEmpty();
  }

  private static Result quiet(String stack, String why) {
    return new Result(stack, Action.QUIET, why);
  }
}
