package dev.plumbline.functions.slack;

import static dev.plumbline.publish.escape.Mrkdwn.code;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import dev.plumbline.functions.slack.Gate.Right;
import dev.plumbline.publish.slack.Click;
import dev.plumbline.publish.slack.EphemeralAnswer;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.wiring.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Does what pressed buttons ask. */
final class Clicks {

  private static final int NAME = 200;

  private final Desk desk;

  Clicks(Desk desk) {
    this.desk = desk;
  }

  /**
   * A late answer.
   *
   * @param replacing whether it takes the place of the question whose button was pressed
   */
  record Late(EphemeralAnswer answer, boolean replacing) {}

  /** The button that was pressed. */
  static Click click(BlockActionPayload payload) throws RefusedDelivery {
    List<BlockActionPayload.Action> actions =
        Optional.ofNullable(payload.getActions()).orElse(List.of());
    if (actions.size() != 1) {
      throw new RefusedDelivery(Delivery.BAD, "one action was expected");
    }
    BlockActionPayload.Action action = actions.getFirst();
    return Click.parse(
            Optional.ofNullable(action.getActionId()).orElse(""),
            Optional.ofNullable(action.getValue()).orElse(""))
        .orElseThrow(() -> new RefusedDelivery(Delivery.BAD, "this is no button of Plumbline's"));
  }

  /** Does it, and says what is said of it; empty where nothing is. */
  Optional<Late> answer(Click click, Asker asker, Delivery delivery, Gate gate)
      throws RefusedDelivery {
    boolean question =
        switch (click.kind()) {
          case CONFIRM_ACCEPT, CONFIRM_REVERT, CANCEL -> true;
          case ACCEPT, REVERT, RESCAN, APPROVE, REJECT, OPEN_ISSUE, OPEN_REPORT -> false;
        };
    Optional<String> refusal = gate.refusal(asker, right(click));
    if (refusal.isPresent()) {
      return Optional.of(late(List.of(refusal.get()), question));
    }
    if (click.kind() == Click.Kind.CANCEL) {
      return Optional.of(late(List.of("Nothing was done."), true));
    }
    Optional<Work> work = work(click, asker);
    return work.map(it -> late(desk.take(it, asker, delivery, taken(click)), question));
  }

  private static Right right(Click click) {
    return switch (click.kind()) {
      case ACCEPT, REVERT, RESCAN, APPROVE, REJECT, CONFIRM_ACCEPT, CONFIRM_REVERT -> Right.REQUEST;
      case CANCEL, OPEN_ISSUE, OPEN_REPORT -> Right.HELP;
    };
  }

  private static Optional<Work> work(Click click, Asker asker) throws RefusedDelivery {
    return switch (click.kind()) {
      case ACCEPT, CONFIRM_ACCEPT -> Optional.of(ask(Answer.ACCEPT, click, asker));
      case REVERT, CONFIRM_REVERT -> Optional.of(ask(Answer.REVERT, click, asker));
      case RESCAN ->
          Optional.of(
              new Work.Rescan(
                  UUID.randomUUID().toString(), stack(click), asker.actor(), asker.origin()));
      case APPROVE ->
          Optional.of(
              new Work.Approve(
                  token(click), Optional.of(stack(click)), asker.actor(), asker.origin()));
      case REJECT ->
          Optional.of(
              new Work.Reject(
                  token(click),
                  Optional.of(stack(click)),
                  "rejected in Slack",
                  asker.actor(),
                  asker.origin()));
      case CANCEL, OPEN_ISSUE, OPEN_REPORT -> Optional.empty();
    };
  }

  private static Work ask(Answer answer, Click click, Asker asker) throws RefusedDelivery {
    return new Work.Ask(
        new Request(
            stack(click),
            answer,
            Set.copyOf(click.addresses()),
            click.includeChanges(),
            false,
            asker.actor(),
            asker.origin()));
  }

  private static String taken(Click click) {
    String what =
        switch (click.kind()) {
          case ACCEPT, CONFIRM_ACCEPT -> "Accepting the drift of %s was asked for.";
          case REVERT, CONFIRM_REVERT -> "Reverting the drift of %s was asked for.";
          case RESCAN -> "Scanning %s.";
          case APPROVE -> "Your approval of the plan for %s is being checked.";
          case REJECT -> "Rejecting the plan for %s was asked for.";
          case CANCEL, OPEN_ISSUE, OPEN_REPORT -> "%s";
        };
    return what.formatted(code(click.stack(), NAME)) + " The answer comes here.";
  }

  private static String stack(Click click) throws RefusedDelivery {
    return required(click.stack(), "a stack");
  }

  private static String token(Click click) throws RefusedDelivery {
    return required(click.token(), "a plan");
  }

  private static String required(String value, String what) throws RefusedDelivery {
    if (value.isEmpty()) {
      throw new RefusedDelivery(Delivery.BAD, "the button does not name " + what);
    }
    return value;
  }

  private static Late late(List<String> lines, boolean replacing) {
    return new Late(EphemeralAnswer.of(lines), replacing);
  }
}
