package dev.plumbline.remediation.steps;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Breaker;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.guard.DriftNow;
import dev.plumbline.remediation.guard.Guarding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stack's policy, asked anew for each step: what is deployed now counts. */
final class Policies {

  private static final int HISTORY = 20;

  private final Ports ports;

  Policies(Ports ports) {
    this.ports = ports;
  }

  /** Its policy, where it has one that says where the code lies. */
  Optional<RemediationPolicy> find(String stack) throws IOException {
    return ports
        .settings()
        .find(stack)
        .flatMap(Settings::remediation)
        .filter(policy -> policy.source().isPresent());
  }

  static Consent consent(RemediationPolicy policy, Answer answer) {
    return switch (answer) {
      case ACCEPT -> policy.accept();
      case REVERT -> policy.revert();
    };
  }

  static Guards guards(RemediationPolicy policy) {
    return policy.guards().orElse(Guards.NONE);
  }

  Optional<dev.plumbline.remediation.guard.Breaker.Open> breaker(
      RemediationPolicy policy, StackRecord record, Actor by) throws IOException {
    return dev.plumbline.remediation.guard.Breaker.open(
        guards(policy).breaker().orElse(Breaker.USUAL),
        record,
        ports.store().of(record.stack(), HISTORY),
        by);
  }

  /** What speaks against it now that need not have when it was planned. */
  List<String> objections(RemediationPolicy policy, Remediation remediation) throws IOException {
    List<String> objections = new ArrayList<>();
    Optional<StackRecord> record = ports.stacks().find(remediation.stack());
    if (record.isEmpty()) {
      return List.of("The stack is no longer known. Scan it, then ask again.");
    }
    breaker(policy, record.get(), remediation.requester())
        .ifPresent(open -> objections.add("%s. %s".formatted(sentence(open.why()), open.action())));
    Guarding.state(remediation.basis(), record.get().serial(), record.get().lineage())
        .ifPresent(objections::add);
    DriftNow.changed(
            remediation.basis(), ports.stacks().findings(remediation.stack()), remediation.scope())
        .ifPresent(objections::add);
    if (consent(policy, remediation.answer()) == Consent.NEVER) {
      objections.add("The configuration no longer allows this answer.");
    }
    return objections;
  }

  static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
