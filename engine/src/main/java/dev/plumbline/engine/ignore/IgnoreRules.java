package dev.plumbline.engine.ignore;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ignore rules of one scan. Rules are tried in the order they are written; the first that fits
 * is the one that is named. Immutable and thread-safe.
 */
public final class IgnoreRules {

  private final List<IgnoreRule> current;
  private final List<IgnoreRule> expired;

  private IgnoreRules(List<IgnoreRule> current, List<IgnoreRule> expired) {
    this.current = current;
    this.expired = expired;
  }

  /** The rules as they stand on that day; those that have expired never match. */
  public static IgnoreRules of(List<IgnoreRule> rules, LocalDate today) {
    return new IgnoreRules(
        rules.stream().filter(rule -> !rule.expired(today)).toList(),
        rules.stream().filter(rule -> rule.expired(today)).toList());
  }

  /** What a rule is asked about. */
  public record Subject(String stack, String address, String type, String id) {}

  /** The rule that ignores a change at that path, be it the attribute or the whole resource. */
  public Optional<IgnoreRule> match(Subject subject, String changePath) {
    return current.stream()
        .filter(rule -> concerns(rule, subject))
        .filter(rule -> rule.attribute().map(glob -> glob.covers(changePath)).orElse(true))
        .findFirst();
  }

  /** The rule that ignores the whole resource, its deletion included. */
  public Optional<IgnoreRule> match(Subject subject) {
    return current.stream()
        .filter(rule -> rule.attribute().isEmpty() && concerns(rule, subject))
        .findFirst();
  }

  /** The rules that have expired. */
  public List<IgnoreRule> expired() {
    return expired;
  }

  /** The current rules that are none of those that matched. */
  public List<IgnoreRule> unused(Set<IgnoreRule> matched) {
    return current.stream().filter(rule -> !matched.contains(rule)).toList();
  }

  /** What a report should say of rules that have expired, one sentence each. */
  public List<String> notes() {
    return expired.stream()
        .map(
            rule ->
                "The ignore rule %s of %s expired on %s and no longer applies: renew or remove it."
                    .formatted(rule.subject(), rule.owner(), rule.expires().orElse(LocalDate.MIN)))
        .toList();
  }

  private static boolean concerns(IgnoreRule rule, Subject subject) {
    return rule.address().matches(subject.address())
        && fits(rule.type(), subject.type())
        && fits(rule.id(), subject.id())
        && fits(rule.stack(), subject.stack());
  }

  private static boolean fits(Optional<Glob> glob, String text) {
    return glob.map(pattern -> pattern.matches(text)).orElse(true);
  }
}
