package dev.plumbline.cli;

import dev.plumbline.publish.escape.Plain;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows a remediation of this machine, its plan and what came of it. All of it is data. */
final class LocalText {

  private LocalText() {}

  /** What will be applied if it is approved. */
  static void plan(Remediation remediation, PrintWriter out) {
    remediation.plan().ifPresent(plan -> plan(remediation, plan, out));
    out.flush();
  }

  private static void plan(Remediation remediation, Plan plan, PrintWriter out) {
    RemediationText.lines(plan.text(), out);
    plan.refusals().forEach(each -> out.println("Refused: " + Plain.line(each)));
    if (remediation.phase() == Phase.AWAITING_APPROVAL) {
      String commit = plan.commit().isEmpty() ? "the code at hand" : "commit " + plan.commit();
      out.printf(
          "Plan %s of %s, serial %d, %s %s%n",
          Plain.line(plan.token(remediation.id())),
          Plain.line(commit),
          plan.serial(),
          "valid until",
          plan.expires());
    }
  }

  /** How it stands; the exit code is 0 where it is done or waits for somebody, else 1. */
  static int end(Remediation remediation, PrintWriter out) {
    out.println(line(remediation));
    remediation.runs().stream()
        .filter(run -> !run.log().isEmpty())
        .forEach(
            run ->
                out.printf("Log of the %s: %s%n", word(run.kind().name()), Plain.line(run.log())));
    remediation.codeCheck().ifPresent(check -> RemediationText.lines(check.text(), out));
    out.flush();
    return switch (remediation.phase()) {
      case DONE, AWAITING_APPROVAL -> 0;
      case REQUESTED, PLANNING, APPLYING, VERIFYING, FAILED, REJECTED, EXPIRED, SUPERSEDED -> 1;
    };
  }

  /** How it stands, on one line. */
  static String line(Remediation remediation) {
    return Plain.line(
        "Remediation %s of %s: %s, %s. %s"
            .formatted(
                remediation.id(),
                remediation.stack(),
                word(remediation.answer().name()),
                word(remediation.phase().name()),
                remediation.outcome()));
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
