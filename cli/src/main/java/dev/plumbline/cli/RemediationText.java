package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.publish.escape.Plain;
import java.io.PrintWriter;
import java.util.Set;

/** Shows a remediation, its plan and what to do next. All that comes from the service is data. */
final class RemediationText {

  private static final Set<String> WELL = Set.of("done", "awaiting-approval");

  private RemediationText() {}

  /** Prints it; the exit code is 0 where it is done or waits for somebody, else 1. */
  static int print(JsonNode remediation, PrintWriter out) {
    String phase = remediation.path("phase").asText();
    out.printf(
        "Remediation %s of %s: %s, %s%n",
        text(remediation, "id"), text(remediation, "stack"), text(remediation, "answer"), phase);
    plan(remediation.path("plan"), phase.equals("awaiting-approval"), out);
    String outcome = text(remediation, "outcome");
    if (!outcome.isEmpty()) {
      out.println(outcome);
    }
    for (JsonNode run : remediation.path("runs")) {
      if (!run.path("log").asText().isEmpty()) {
        out.printf("Log of the %s: %s%n", text(run, "kind"), text(run, "log"));
      }
    }
    out.flush();
    return WELL.contains(phase) ? 0 : 1;
  }

  private static void plan(JsonNode plan, boolean waiting, PrintWriter out) {
    if (plan.isMissingNode()) {
      return;
    }
    lines(plan.path("text").asText(), out);
    plan.path("refusals").forEach(each -> out.println("Refused: " + Plain.line(each.asText())));
    if (waiting) {
      out.printf("Commit %s, serial %s%n", text(plan, "commit"), text(plan, "serial"));
      out.printf(
          "Until %s it can be approved with: plumbline approve %s%n",
          text(plan, "expires"), text(plan, "token"));
    }
  }

  /** Prints a text of several lines, whose breaks are the only thing that stays. */
  static void lines(String text, PrintWriter out) {
    text.lines().map(Plain::line).forEach(out::println);
    out.flush();
  }

  private static String text(JsonNode node, String field) {
    return Plain.line(node.path(field).asText());
  }
}
