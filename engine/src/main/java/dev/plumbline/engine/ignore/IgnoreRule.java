package dev.plumbline.engine.ignore;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is knowingly left alone.
 *
 * @param address which addresses; {@link Glob#ANY} where the rule is about a type or an id
 * @param type which resource types
 * @param attribute the path below which changes are ignored; empty where the whole resource is, its
 *     deletion included
 * @param id which provider ids
 * @param reason why, in the owner's words
 * @param owner who answers for it
 * @param expires the last day it holds; empty where it holds until it is removed
 * @param stack which stacks
 */
public record IgnoreRule(
    Glob address,
    Optional<Glob> type,
    Optional<Glob> attribute,
    Optional<Glob> id,
    String reason,
    String owner,
    Optional<LocalDate> expires,
    Optional<Glob> stack) {

  /** A rule for one attribute of some addresses, without an expiry. */
  public static IgnoreRule attribute(Glob address, Glob attribute, String reason, String owner) {
    return new IgnoreRule(
        address,
        Optional.empty(),
        Optional.of(attribute),
        Optional.empty(),
        reason,
        owner,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it no longer holds on that day. It still holds on its last day. */
  public boolean expired(LocalDate today) {
    return expires.filter(today::isAfter).isPresent();
  }

  /** What it is about: its address, type, id and attribute patterns as written. */
  public String subject() {
    Stream<String> resource =
        Stream.of(
                Optional.of(address).filter(glob -> !glob.equals(Glob.ANY)).map(IgnoreRule::quoted),
                type.map(glob -> "type " + quoted(glob)),
                id.map(glob -> "id " + quoted(glob)))
            .flatMap(Optional::stream);
    String named = resource.collect(Collectors.joining(" "));
    return (named.isEmpty() ? quoted(address) : named)
        + attribute.map(glob -> " " + glob).orElse("");
  }

  /**
   * The reason a report gives: {@code ignored by rule "aws_ecs_service.*" desired_count:
   * autoscaling (owner @platform, until 2027-01-31)}.
   */
  public String explanation() {
    return "ignored by rule %s: %s (owner %s%s)"
        .formatted(subject(), reason, owner, expires.map(day -> ", until " + day).orElse(""));
  }

  private static String quoted(Glob glob) {
    return '"' + glob.pattern() + '"';
  }
}
