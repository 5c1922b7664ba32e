package dev.plumbline.tests.store;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Remediations to keep. */
final class RemediationSample {

  private static final String HASH = "0123456789abcdef".repeat(4);

  private RemediationSample() {}

  /** One that was asked for in that minute. */
  static Remediation requested(String id, String stack, int minute) {
    TreeMap<String, String> drift = new TreeMap<>();
    drift.put("aws_sqs_queue.jobs", "sha256:" + HASH);
    return requested(id, stack, minute, new Basis(7, "lineage", "sha256:" + HASH, drift));
  }

  static Remediation ofManyResources(int resources, String stack) {
    TreeMap<String, String> drift = new TreeMap<>();
    for (int i = 0; i < resources; i++) {
      drift.put(
          "module.region[\"eu-%d\"].module.network.aws_security_group_rule.allowed[%d]"
              .formatted(i, i),
          "sha256:%064x".formatted(31L * i * i));
    }
    return requested("aaaaaaaaaa", stack, 1, new Basis(7, "lineage", "sha256:" + HASH, drift));
  }

  private static Remediation requested(String id, String stack, int minute, Basis basis) {
    Instant at = BothStores.START.plus(Duration.ofMinutes(minute));
    return new Remediation(
        id,
        stack,
        Answer.REVERT,
        new TreeSet<>(List.of("aws_sqs_queue.jobs")),
        false,
        new Actor(Actor.Realm.GITHUB, "ana"),
        new Origin.Comment("acme/infra", 12, 345L),
        at,
        basis,
        Phase.REQUESTED,
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        at,
        1,
        Optional.empty());
  }

  /** The same, waiting for an approval of a plan with that text. */
  static Remediation planned(Remediation planning, String text) {
    Remediation waiting =
        planning.to(Phase.AWAITING_APPROVAL, "Waits for an approval.", planning.requestedAt());
    TreeMap<String, Plan.Step> actions = new TreeMap<>();
    actions.put("aws_sqs_queue.jobs", Plan.Step.UPDATE);
    return new Remediation(
        waiting.id(),
        waiting.stack(),
        waiting.answer(),
        waiting.addresses(),
        waiting.includeChanges(),
        waiting.requester(),
        waiting.origin(),
        waiting.requestedAt(),
        waiting.basis(),
        waiting.phase(),
        Optional.of(
            new Plan(
                "plans/" + waiting.id(),
                "v1",
                HASH,
                "0123456789012345678901234567890123456789",
                "1.11.4",
                7,
                "lineage",
                waiting.requestedAt(),
                waiting.requestedAt().plus(Duration.ofHours(1)),
                actions,
                text,
                "https://logs.example/1",
                List.of())),
        waiting.approvals(),
        waiting.runs(),
        waiting.outcome(),
        waiting.changedAt(),
        waiting.version(),
        Optional.empty());
  }
}
