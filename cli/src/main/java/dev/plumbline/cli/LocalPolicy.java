package dev.plumbline.cli;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.remediation.StackSettings;
import dev.plumbline.remediation.approve.ApprovalPolicy;
import java.io.IOException;
import java.util.Locale;

/** Whether a stack can be remediated by whoever is at this machine, before anything is read. */
final class LocalPolicy {

  private LocalPolicy() {}

  /**
   * The stack's policy.
   *
   * @throws UserException where there is none, or one of a tool that cannot be run
   */
  static RemediationPolicy of(StackSettings configured, String stack)
      throws UserException, IOException {
    Settings settings =
        configured
            .find(stack)
            .orElseThrow(
                () ->
                    new UserException(
                        "No stack of the configuration is called %s.".formatted(name(stack))));
    RemediationPolicy policy =
        settings
            .remediation()
            .orElseThrow(
                () ->
                    new UserException(
                        "%s has no remediation in the configuration. Add remediation with a source to it."
                            .formatted(name(stack))));
    switch (policy.runner()) {
      case TERRAFORM, OPENTOFU -> {}
      case PULUMI, CLOUDFORMATION ->
          throw new UserException(
              "Stacks of %s, such as %s, cannot be remediated yet. Answer this drift with the tool itself."
                  .formatted(policy.runner().name().toLowerCase(Locale.ROOT), name(stack)));
    }
    return policy;
  }

  /** Before anything is planned: no one could ever approve it. */
  static void checkApproval(String stack, RemediationPolicy policy) throws UserException {
    if (!ApprovalPolicy.forThemselves(policy)) {
      throw new UserException(
          """
          The approval of %s asks for somebody else, and nobody can be told apart on this machine.
          Ask on the issue, in Slack or through the service; or let who asks approve: requesterMayApprove: true, count: 1 and no teams.\
          """
              .formatted(name(stack)));
    }
  }

  private static String name(String stack) {
    return Plain.line(stack, 200);
  }
}
