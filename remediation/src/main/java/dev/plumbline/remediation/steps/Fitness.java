package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.remediation.Remediations.Reply.Refused;
import dev.plumbline.remediation.Remediations.Request;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Whether there is anything that a request could do. */
final class Fitness {

  private final Ports ports;

  Fitness(Ports ports) {
    this.ports = ports;
  }

  /** Why the configuration does not let it; empty where it does. */
  Optional<Refused> refusal(Request request) throws IOException {
    Optional<Settings> settings = ports.settings().find(request.stack());
    if (settings.isEmpty()) {
      return refused(
          "no stack is called \"%s\"".formatted(request.stack()),
          "See `plumbline stacks` for their names.");
    }
    Optional<RemediationPolicy> policy = settings.get().remediation();
    return policy.isEmpty()
        ? refused(
            "%s has no remediation in the configuration".formatted(request.stack()),
            "Add remediation with a source to it.")
        : refusal(request, policy.get());
  }

  private static Optional<Refused> refusal(Request request, RemediationPolicy policy) {
    switch (policy.runner()) {
      case TERRAFORM, OPENTOFU -> {}
      case PULUMI, CLOUDFORMATION -> {
        return refused(
            "%s stacks cannot be remediated yet"
                .formatted(policy.runner().name().toLowerCase(Locale.ROOT)),
            "Answer this drift with the tool itself.");
      }
    }
    if (policy.source().isEmpty()) {
      return refused(
          "the configuration does not say where the code of %s lies".formatted(request.stack()),
          "Add remediation.source to it.");
    }
    String answer = request.answer().name().toLowerCase(Locale.ROOT);
    return switch (Policies.consent(policy, request.answer())) {
      case NEVER ->
          refused(
              "the configuration never lets anybody %s drift of %s"
                  .formatted(answer, request.stack()),
              "Set remediation.%s to approval to allow it.".formatted(answer));
      case APPROVAL ->
          request.by().realm() == Realm.POLICY
              ? refused(
                  "no rule may %s drift of %s by itself".formatted(answer, request.stack()),
                  "Set remediation.%s to auto to allow it.".formatted(answer))
              : Optional.empty();
      case AUTO -> Optional.empty();
    };
  }

  /** Why there is nothing to do, as far as the stack was read; empty where there is. */
  static Optional<Refused> idle(
      Request request, Optional<StackRecord> record, List<Finding> drift) {
    if (record.filter(each -> each.status() == StackStatus.SCANNED).isEmpty()) {
      return refused(
          "%s could not be read by the last scan, or was never scanned".formatted(request.stack()),
          "Scan it again, then ask again.");
    }
    if (drift.isEmpty()) {
      return refused("nothing of %s drifted".formatted(request.stack()), "There is nothing to do.");
    }
    TreeSet<String> others = new TreeSet<>(request.addresses());
    drift.forEach(finding -> others.remove(finding.address()));
    return others.isEmpty()
        ? Optional.empty()
        : refused(
            "these did not drift: " + String.join(", ", others),
            "Name addresses that did, or none for all of them.");
  }

  private static Optional<Refused> refused(String why, String action) {
    return Optional.of(new Refused(why, action));
  }
}
