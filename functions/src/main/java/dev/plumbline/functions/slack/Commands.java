package dev.plumbline.functions.slack;

import static dev.plumbline.publish.escape.Mrkdwn.code;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.StackEntry;
import dev.plumbline.functions.slack.Gate.Right;
import dev.plumbline.publish.slack.Click;
import dev.plumbline.publish.slack.EphemeralAnswer;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.wiring.work.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Answers slash commands. */
final class Commands {

  private static final int NAME = 200;
  private static final int NAMES = 20;
  private static final Set<String> OPTIONS = Set.of("dry-run", "include-changes");

  static final List<String> HELP =
      List.of(
          "*Plumbline* tells where the cloud no longer matches its code.",
          "`/drift status STACK` what is known of a stack",
          "`/drift scan STACK` reads it again now",
          "`/drift accept STACK [ADDRESS…]` plans to bring its state to what is there; all that drifted, or only those addresses",
          "`/drift revert STACK [ADDRESS…]` plans to bring what is there back to its code",
          "`--dry-run` says what would happen; `--include-changes` lets the plan also do what did not drift",
          "Nothing is changed before somebody who may has approved the plan. Names with spaces go in quotes.");

  private final Desk desk;

  Commands(Desk desk) {
    this.desk = desk;
  }

  EphemeralAnswer answer(
      Command command, Asker asker, Delivery delivery, Configuration configuration, Gate gate) {
    Optional<String> refusal = gate.refusal(asker, right(command));
    if (refusal.isPresent()) {
      return EphemeralAnswer.of(List.of(refusal.get()));
    }
    return switch (command.verb()) {
      case "help" -> EphemeralAnswer.of(HELP);
      case "status", "scan", "accept", "revert" -> named(command, asker, delivery, configuration);
      default -> unknown("There is no command %s.".formatted(code(command.verb(), NAME)));
    };
  }

  private static Right right(Command command) {
    return switch (command.verb()) {
      case "status" -> Right.STATUS;
      case "scan", "accept", "revert" -> Right.REQUEST;
      default -> Right.HELP;
    };
  }

  private EphemeralAnswer named(
      Command command, Asker asker, Delivery delivery, Configuration configuration) {
    List<String> stacks = stacks(configuration);
    boolean all = stacks.size() == configuration.stacks().size();
    Optional<String> stack = command.words().stream().findFirst();
    if (stack.isEmpty() && all && stacks.size() == 1) {
      stack = stacks.stream().findFirst();
    }
    if (stack.isEmpty() || (all && !stacks.contains(stack.get()))) {
      return unknown(
          "Name a stack of the configuration: %s."
              .formatted(
                  String.join(
                      ", ", stacks.stream().limit(NAMES).map(it -> code(it, NAME)).toList())));
    }
    Set<String> strange = new HashSet<>(command.options());
    strange.removeAll(OPTIONS);
    if (!strange.isEmpty()) {
      return unknown(
          "There is no option %s.".formatted(code("--" + strange.iterator().next(), NAME)));
    }
    List<String> addresses = command.words().stream().skip(1).distinct().toList();
    return carriedOut(command, stack.get(), addresses, asker, delivery);
  }

  private EphemeralAnswer carriedOut(
      Command command, String stack, List<String> addresses, Asker asker, Delivery delivery) {
    return switch (command.verb()) {
      case "status" ->
          taken(
              new Work.Status(stack, asker.actor(), asker.origin()),
              asker,
              delivery,
              "Looking up %s…".formatted(code(stack, NAME)));
      case "scan" ->
          taken(
              new Work.Rescan(UUID.randomUUID().toString(), stack, asker.actor(), asker.origin()),
              asker,
              delivery,
              "Scanning %s. The answer comes here.".formatted(code(stack, NAME)));
      case "accept" -> ask(Answer.ACCEPT, command, stack, addresses, asker, delivery);
      default -> ask(Answer.REVERT, command, stack, addresses, asker, delivery);
    };
  }

  private EphemeralAnswer ask(
      Answer answer,
      Command command,
      String stack,
      List<String> addresses,
      Asker asker,
      Delivery delivery) {
    boolean changes = command.options().contains("include-changes");
    if (command.options().contains("dry-run")) {
      Request request =
          new Request(
              stack, answer, Set.copyOf(addresses), changes, true, asker.actor(), asker.origin());
      return taken(
          new Work.Ask(request),
          asker,
          delivery,
          "Finding out what would happen to %s; nothing is started.".formatted(code(stack, NAME)));
    }
    return question(answer, stack, addresses, changes);
  }

  private static EphemeralAnswer question(
      Answer answer, String stack, List<String> addresses, boolean changes) {
    boolean accept = answer == Answer.ACCEPT;
    Click click =
        new Click(
            accept ? Click.Kind.CONFIRM_ACCEPT : Click.Kind.CONFIRM_REVERT,
            stack,
            "",
            addresses,
            changes);
    String asked =
        "%s of %s%s? Nothing changes before the plan is approved."
            .formatted(
                accept
                    ? "Plan to accept into the state the drift"
                    : "Plan to revert to the code the drift",
                code(stack, NAME),
                changes ? ", and what else the code has changed" : "");
    return EphemeralAnswer.question(click, asked, accept ? "Accept" : "Revert")
        .orElseGet(() -> unknown("That is too much for one command. Name fewer addresses."));
  }

  private EphemeralAnswer taken(Work work, Asker asker, Delivery delivery, String taken) {
    return EphemeralAnswer.of(desk.take(work, asker, delivery, taken));
  }

  private static EphemeralAnswer unknown(String why) {
    return EphemeralAnswer.of(List.of(why, "`/drift help` says what there is."));
  }

  /** The stacks that the configuration names; those it finds by a pattern are not among them. */
  private static List<String> stacks(Configuration configuration) {
    return configuration.stacks().stream()
        .flatMap(
            entry ->
                switch (entry) {
                  case StackEntry.Stack stack -> Stream.of(stack.name());
                  case StackEntry.Discovery _ -> Stream.<String>empty();
                })
        .toList();
  }
}
