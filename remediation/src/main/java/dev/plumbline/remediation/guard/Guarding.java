package dev.plumbline.remediation.guard;

import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.engine.config.Window;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.Remediation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The guards of a stack's policy. Pure: what they are asked about is handed to them. */
public final class Guarding {

  /** More than this is no answer to drift, whatever the policy says. */
  public static final int MOST = 500;

  private static final int NAMED = 20;

  private Guarding() {}

  /**
   * What speaks against a plan, each in a sentence; nothing where it may be put before people.
   *
   * @param guards the stack's
   * @param remediation what was asked for
   * @param actions what the plan does to which address
   * @param serial of the state it was made against
   * @param lineage of that state
   * @param beyond what it does besides
   */
  public static List<String> refusals(
      Guards guards,
      Remediation remediation,
      SequencedMap<String, Step> actions,
      long serial,
      String lineage,
      List<String> beyond) {
    List<String> refusals = new ArrayList<>();
    destruction(guards, actions).ifPresent(refusals::add);
    scope(remediation, actions).ifPresent(refusals::add);
    size(guards, actions).ifPresent(refusals::add);
    state(remediation.basis(), serial, lineage).ifPresent(refusals::add);
    if (!beyond.isEmpty()) {
      refusals.add(
          "The plan also %s, which is not supported.".formatted(String.join(", ", beyond)));
    }
    return refusals;
  }

  /** Why now is not the time; empty where it is. */
  public static Optional<String> closed(Guards guards, Instant now) {
    return guards
        .window()
        .filter(text -> Window.parse(text).filter(window -> window.contains(now)).isEmpty())
        .map("This stack is changed only within %s."::formatted);
  }

  /** Whether a plan destroys, replaces or forgets anything, which no policy approves by itself. */
  public static boolean destroys(SequencedMap<String, Step> actions) {
    return actions.values().stream().anyMatch(Guarding::grave);
  }

  /** Why the state is another one than people looked at; empty where it is the same. */
  public static Optional<String> state(Basis basis, long serial, String lineage) {
    if (!lineage.equals(basis.lineage())) {
      return Optional.of(
          "The state is another one: its lineage is %s, not %s. Scan again, then ask again."
              .formatted(lineage, basis.lineage()));
    }
    return serial == basis.serial()
        ? Optional.empty()
        : Optional.of(
            "Somebody else applied: the state's serial is %d, not %d. Scan again, then ask again."
                .formatted(serial, basis.serial()));
  }

  private static Optional<String> destruction(Guards guards, SequencedMap<String, Step> actions) {
    List<String> unnamed =
        actions.entrySet().stream()
            .filter(entry -> grave(entry.getValue()))
            .filter(e -> guards.destroy().stream().noneMatch(glob -> glob.matches(e.getKey())))
            .map(entry -> "%s %s".formatted(word(entry.getValue()), entry.getKey()))
            .toList();
    return unnamed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The plan would %s, which guards.destroy does not allow.".formatted(listed(unnamed)));
  }

  private static Optional<String> scope(
      Remediation remediation, SequencedMap<String, Step> actions) {
    List<String> others =
        actions.entrySet().stream()
            .filter(entry -> entry.getValue() != Step.READ)
            .map(Map.Entry::getKey)
            .filter(address -> !remediation.scope().contains(address))
            .toList();
    return others.isEmpty() || remediation.includeChanges()
        ? Optional.empty()
        : Optional.of(
            ("The plan also rolls out unreleased changes: %s. Ask for some addresses only, or with"
                    + " --include-changes.")
                .formatted(listed(others)));
  }

  private static Optional<String> size(Guards guards, SequencedMap<String, Step> actions) {
    long touched = actions.values().stream().filter(step -> step != Step.READ).count();
    int most = guards.maxResources().filter(given -> given < MOST).orElse(MOST);
    return touched <= most
        ? Optional.empty()
        : Optional.of(
            "The plan touches %d resources; guards.maxResources allows %d."
                .formatted(touched, most));
  }

  private static boolean grave(Step step) {
    return switch (step) {
      case DESTROY, REPLACE, FORGET -> true;
      case CREATE, UPDATE, READ, REFRESH -> false;
    };
  }

  private static String word(Step step) {
    return switch (step) {
      case DESTROY -> "destroy";
      case REPLACE -> "replace";
      case FORGET -> "forget";
      case CREATE -> "create";
      case UPDATE -> "update";
      case READ -> "read";
      case REFRESH -> "refresh";
    };
  }

  private static String listed(List<String> words) {
    String some = words.stream().limit(NAMED).collect(Collectors.joining(", "));
    return words.size() <= NAMED ? some : "%s and %d more".formatted(some, words.size() - NAMED);
  }
}
