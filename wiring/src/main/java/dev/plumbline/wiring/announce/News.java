package dev.plumbline.wiring.announce;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Approval;
import dev.plumbline.publish.github.RemediationNews;
import dev.plumbline.publish.github.RemediationNews.PlanNews;
import dev.plumbline.publish.github.RemediationNews.Stage;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an issue tells of a remediation.
 *
 * @param policies each stack's policy, for who may approve
 * @param gaps what the code still says otherwise
 */
public record News(Function<String, Optional<RemediationPolicy>> policies, CodeGaps gaps) {

  /** What it tells. */
  public RemediationNews of(Remediation remediation) throws IOException {
    return new RemediationNews(
        remediation.id(),
        remediation.stack(),
        switch (remediation.answer()) {
          case ACCEPT -> RemediationNews.Answer.ACCEPT;
          case REVERT -> RemediationNews.Answer.REVERT;
        },
        stage(remediation.phase()),
        remediation.addresses().stream().toList(),
        remediation.requester().toString(),
        remediation.requestedAt(),
        remediation.plan().map(plan -> plan(remediation.id(), plan)),
        remediation.approvals().stream().map(each -> each.by().toString()).toList(),
        approvers(remediation.stack()),
        remediation.outcome(),
        log(remediation),
        gaps.of(remediation));
  }

  private static Stage stage(Phase phase) {
    return switch (phase) {
      case REQUESTED -> Stage.REQUESTED;
      case PLANNING -> Stage.PLANNING;
      case AWAITING_APPROVAL -> Stage.AWAITING_APPROVAL;
      case APPLYING -> Stage.APPLYING;
      case VERIFYING -> Stage.VERIFYING;
      case DONE -> Stage.DONE;
      case FAILED -> Stage.FAILED;
      case REJECTED -> Stage.REJECTED;
      case EXPIRED -> Stage.EXPIRED;
      case SUPERSEDED -> Stage.SUPERSEDED;
    };
  }

  private static PlanNews plan(String remediation, Plan plan) {
    TreeMap<String, String> actions = new TreeMap<>();
    plan.actions()
        .forEach((address, step) -> actions.put(address, step.name().toLowerCase(Locale.ROOT)));
    return new PlanNews(
        plan.token(remediation),
        plan.commit(),
        plan.serial(),
        plan.expires(),
        actions,
        plan.text(),
        plan.refusals());
  }

  private String approvers(String stack) {
    return policies
        .apply(stack)
        .flatMap(RemediationPolicy::approval)
        .map(News::approvers)
        .orElse("");
  }

  private static String approvers(Approval approval) {
    String whose =
        approval.teams().isEmpty()
            ? "people of the configuration"
            : "members of " + String.join(", ", approval.teams());
    String count = approval.count() > 1 ? "%d %s".formatted(approval.count(), whose) : whose;
    return approval.requesterMayApprove() ? count : count + ", but not by who asked";
  }

  private static String log(Remediation remediation) {
    return remediation.runs().isEmpty() ? "" : remediation.runs().getLast().log();
  }
}
