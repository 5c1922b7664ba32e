package dev.plumbline.engine.people;

import dev.plumbline.engine.config.Person;
import java.util.List;
import java.util.Optional;

/**
 * Who is who across GitHub, Slack and AWS, as the configuration says. Whoever is not listed may
 * ask, never approve. Immutable and thread-safe.
 */
public final class People {

  private final List<Person> listed;

  public People(List<Person> listed) {
    this.listed = List.copyOf(listed);
  }

  /** The listed person that this is; empty for a stranger, a local user and a policy. */
  public Optional<Person> person(Actor actor) {
    return listed.stream().filter(each -> is(each, actor)).findFirst();
  }

  /** Whether the two are one person, whatever systems they came through. */
  public boolean same(Actor one, Actor other) {
    boolean sameLogin = one.realm() == other.realm() && one.id().equalsIgnoreCase(other.id());
    return sameLogin || (person(one).isPresent() && person(one).equals(person(other)));
  }

  private static boolean is(Person person, Actor actor) {
    return switch (actor.realm()) {
      // GitHub's logins are the same in any case.
      case GITHUB -> person.github().filter(actor.id()::equalsIgnoreCase).isPresent();
      case SLACK -> person.slack().filter(actor.id()::equals).isPresent();
      case AWS -> person.aws().filter(actor.id()::equals).isPresent();
      case LOCAL, POLICY -> false;
    };
  }
}
