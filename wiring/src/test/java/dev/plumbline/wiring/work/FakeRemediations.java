package dev.plumbline.wiring.work;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.Remediations;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Notes what it is asked, and answers what the test says. */
public final class FakeRemediations implements Remediations, RemediationStore {

  public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  public final List<String> asked = new ArrayList<>();
  public final List<Request> requests = new ArrayList<>();
  public final List<Remediation> kept = new ArrayList<>();
  public Reply answer =
      new Reply.Done(remediation("abc1234567", Phase.PLANNING), "A plan is made.");
  public int failures;

  public static Remediation remediation(String id, Phase phase, String... builds) {
    return new Remediation(
        id,
        "freeside",
        Answer.REVERT,
        new TreeSet<>(),
        false,
        new Actor(Actor.Realm.GITHUB, "ana"),
        new Origin.Api(),
        NOW,
        new Basis(7, "lineage", "sha256:f", new TreeMap<>()),
        phase,
        Optional.empty(),
        List.of(),
        List.of(builds).stream()
            .map(build -> new Remediation.Run(Remediation.Run.Kind.PLAN, build, "", NOW))
            .toList(),
        "",
        NOW,
        1,
        Optional.empty());
  }

  /** One that was accepted, and then the code was asked. */
  public static Remediation accepted(String id, CodeCheck check) {
    Remediation before = remediation(id, Phase.DONE);
    return new Remediation(
        id,
        before.stack(),
        Answer.ACCEPT,
        before.addresses(),
        false,
        before.requester(),
        before.origin(),
        NOW,
        before.basis(),
        before.phase(),
        Optional.empty(),
        List.of(),
        List.of(),
        "accepted",
        NOW,
        1,
        Optional.of(check));
  }

  public static Remediation waiting(String id) {
    Plan plan =
        new Plan(
            "k",
            "v",
            "ab".repeat(32),
            "c",
            "1",
            7,
            "l",
            NOW,
            NOW,
            new TreeMap<>(),
            "",
            "",
            List.of());
    Remediation before = remediation(id, Phase.AWAITING_APPROVAL);
    return new Remediation(
        id,
        before.stack(),
        before.answer(),
        before.addresses(),
        false,
        before.requester(),
        before.origin(),
        NOW,
        before.basis(),
        before.phase(),
        Optional.of(plan),
        List.of(),
        List.of(),
        "it waits for @acme/platform",
        NOW,
        1,
        Optional.empty());
  }

  private Reply reply(String what) throws IOException {
    if (failures > 0) {
      failures--;
      throw new IOException("the store does not answer");
    }
    asked.add(what);
    return answer;
  }

  @Override
  public Reply request(Request request) throws IOException {
    Reply reply = reply("request " + request.answer());
    requests.add(request);
    return reply;
  }

  @Override
  public Reply approve(String token, Actor by, Optional<String> stack) throws IOException {
    return reply("approve %s %s %s".formatted(token, by, stack.orElse("-")));
  }

  @Override
  public Reply reject(String token, Actor by, Optional<String> stack, String because)
      throws IOException {
    return reply("reject %s %s %s %s".formatted(token, by, stack.orElse("-"), because));
  }

  @Override
  public Optional<Remediation> proceed(String id) throws IOException {
    reply("proceed " + id);
    return find(id);
  }

  @Override
  public Optional<Remediation> find(String id) {
    return kept.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public List<Remediation> of(String stack, int limit) {
    return kept.stream().filter(each -> each.stack().equals(stack)).limit(limit).toList();
  }

  @Override
  public Optional<Remediation> open(String stack) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Remediation> unfinished(int limit) {
    return kept.stream().filter(each -> !each.phase().ended()).limit(limit).toList();
  }

  @Override
  public boolean create(Remediation remediation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean replace(Remediation before, Remediation after) {
    throw new UnsupportedOperationException();
  }
}
