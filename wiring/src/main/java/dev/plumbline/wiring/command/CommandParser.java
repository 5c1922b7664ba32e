package dev.plumbline.wiring.command;

import dev.plumbline.remediation.Answer;
import dev.plumbline.wiring.command.Words.UnclosedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/** Reads what follows {@code /plumbline}. What cannot be read is {@link Command.Unclear}. */
public final class CommandParser {

  private static final int LONGEST = 4_000;
  private static final int LONGEST_REASON = 500;
  private static final String PLAN = "[A-Za-z0-9-]{1,64}";

  private CommandParser() {}

  /** The command that the line holds. */
  public static Command parse(String line) {
    if (line.length() > LONGEST) {
      return new Command.Unclear("It is longer than %,d characters.".formatted(LONGEST));
    }
    try {
      Words words = new Words(line);
      Optional<String> verb = words.next();
      return verb.isEmpty() ? new Command.Help() : parse(verb.get(), words);
    } catch (UnclosedException e) {
      return new Command.Unclear(String.valueOf(e.getMessage()));
    }
  }

  private static Command parse(String verb, Words words) throws UnclosedException {
    return switch (verb) {
      case "help" -> new Command.Help();
      case "rescan" -> alone(new Command.Rescan(), verb, words);
      case "status" -> alone(new Command.Status(), verb, words);
      case "accept" -> remedy(Answer.ACCEPT, words);
      case "revert" -> remedy(Answer.REVERT, words);
      case "approve" -> approve(words);
      case "reject" -> reject(words);
      case "ignore" -> ignore(words);
      // A text of somebody's, so there can be no other way to say what is left.
      default -> new Command.Unclear("There is no command %s.".formatted(verb));
    };
  }

  private static Command alone(Command command, String verb, Words words) {
    String rest = words.rest();
    return rest.isEmpty()
        ? command
        : new Command.Unclear("Nothing may follow %s, and %s does.".formatted(verb, rest));
  }

  private static Command remedy(Answer answer, Words words) throws UnclosedException {
    SequencedSet<String> addresses = new LinkedHashSet<>();
    boolean includeChanges = false;
    boolean dryRun = false;
    for (Optional<String> word = words.next(); word.isPresent(); word = words.next()) {
      if (word.get().equals("--dry-run")) {
        dryRun = true;
      } else if (word.get().equals("--include-changes") && answer == Answer.REVERT) {
        includeChanges = true;
      } else if (isOption(word.get())) {
        return new Command.Unclear("The option %s is not known here.".formatted(word.get()));
      } else {
        addresses.add(word.get());
      }
    }
    return new Command.Remedy(answer, addresses, includeChanges, dryRun);
  }

  /** Phones make one long dash of two short ones: that must not pass for an address. */
  private static boolean isOption(String word) {
    return word.isEmpty() || "-\u2013\u2014".indexOf(word.charAt(0)) >= 0;
  }

  private static Command approve(Words words) throws UnclosedException {
    Optional<String> plan = words.next().filter(word -> word.matches(PLAN));
    return plan.isEmpty() || !words.rest().isEmpty()
        ? new Command.Unclear("Say approve and the plan's name, as the plan's comment gives it.")
        : new Command.Approve(plan.get());
  }

  private static Command reject(Words words) throws UnclosedException {
    Optional<String> plan = words.next().filter(word -> word.matches(PLAN));
    if (plan.isEmpty()) {
      return new Command.Unclear("Say reject and the plan's name, as the plan's comment gives it.");
    }
    words.next().filter(word -> !word.equals("because")).ifPresent(words::back);
    String because = words.rest();
    return because.length() > LONGEST_REASON ? tooLong() : new Command.Reject(plan.get(), because);
  }

  private static Command ignore(Words words) throws UnclosedException {
    Optional<String> target = words.next().filter(word -> !word.isEmpty() && !isOption(word));
    boolean until = words.next().filter("until"::equals).isPresent();
    Optional<String> day = words.next();
    boolean because = words.next().filter("because"::equals).isPresent();
    String reason = words.rest();
    if (target.isEmpty() || !until || day.isEmpty() || !because || reason.isEmpty()) {
      return new Command.Unclear("Say ignore ADDRESS[.ATTRIBUTE] until DATE because REASON.");
    }
    if (reason.length() > LONGEST_REASON) {
      return tooLong();
    }
    IgnoreTarget what = IgnoreTarget.of(target.get());
    return date(day.get())
        .<Command>map(date -> new Command.Ignore(what.address(), what.attribute(), date, reason))
        .orElseGet(
            () ->
                new Command.Unclear(
                    "%s is no day: write one such as 2027-01-31.".formatted(day.get())));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.matches("\\d{4}-\\d{2}-\\d{2}")
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Command tooLong() {
    return new Command.Unclear(
        "The reason is longer than %d characters.".formatted(LONGEST_REASON));
  }
}
