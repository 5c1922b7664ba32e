package dev.plumbline.wiring.announce;

import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.slack.Offer;
import dev.plumbline.publish.slack.Remedy;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A stack's newest remediation, as its message in Slack tells it. Thread-safe. */
public final class SlackRemedies implements SlackAlert.Remedies {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final RemediationStore store;

  public SlackRemedies(RemediationStore store) {
    this.store = store;
  }

  @Override
  public Optional<Remedy> newest(String stack) throws StoreException {
    return store.of(stack, 1).stream().findFirst().map(SlackRemedies::remedy);
  }

  static Remedy remedy(Remediation remediation) {
    Optional<Remedy.Waiting> waiting =
        remediation
            .plan()
            .filter(_ -> remediation.phase() == Phase.AWAITING_APPROVAL)
            .map(plan -> waiting(remediation.id(), plan));
    return new Remedy(
        remediation.id(),
        switch (remediation.answer()) {
          case ACCEPT -> Offer.ACCEPT;
          case REVERT -> Offer.REVERT;
        },
        remediation.requester().toString(),
        words(remediation.phase()),
        remediation.outcome(),
        time(remediation.changedAt()),
        remediation.phase().ended(),
        remediation.approvals().size(),
        waiting);
  }

  private static Remedy.Waiting waiting(String id, Plan plan) {
    return new Remedy.Waiting(
        plan.token(id),
        plan.sha256(),
        plan.commit(),
        does(plan),
        plan.text(),
        time(plan.expires()),
        plan.refusals());
  }

  /** {@code 2 update, 1 destroy}. */
  private static String does(Plan plan) {
    Map<Step, Long> counts =
        plan.actions().values().stream()
            .collect(
                Collectors.groupingBy(
                    step -> step, () -> new EnumMap<>(Step.class), Collectors.counting()));
    return counts.isEmpty()
        ? "nothing"
        : counts.entrySet().stream()
            .map(each -> "%,d %s".formatted(each.getValue(), word(each.getKey())))
            .collect(Collectors.joining(", "));
  }

  private static String words(Phase phase) {
    return word(phase).replace('_', ' ');
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
