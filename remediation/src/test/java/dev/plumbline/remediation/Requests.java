package dev.plumbline.remediation;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Remediations for tests that need one in some state. */
public final class Requests {

  public static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
  public static final Actor ANA = new Actor(Realm.GITHUB, "ana");
  public static final Actor BOB = new Actor(Realm.GITHUB, "bob");
  public static final Basis BASIS =
      new Basis(
          7, Archives.LINEAGE, "sha256:all", new TreeMap<>(Map.of("a.one", "f1", "a.two", "f2")));

  private Requests() {}

  /** Asked for by Ana, of all that drifted. */
  public static Remediation asked(Answer answer, String... addresses) {
    return by(ANA, answer, false, addresses);
  }

  public static Remediation by(
      Actor requester, Answer answer, boolean includeChanges, String... addresses) {
    return new Remediation(
        "abcde23456",
        "freeside",
        answer,
        new TreeSet<>(Set.of(addresses)),
        includeChanges,
        requester,
        new Origin.Api(),
        NOON,
        BASIS,
        Phase.REQUESTED,
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        NOON,
        1,
        Optional.empty());
  }
}
