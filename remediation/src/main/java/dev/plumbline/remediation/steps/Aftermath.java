package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.remediation.Remediation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a failed apply left, as far as it can be read. */
final class Aftermath {

  private final Ports ports;

  Aftermath(Ports ports) {
    this.ports = ports;
  }

  /** In sentences that hold data. */
  String changed(Remediation remediation) {
    Instant began = ports.clock().instant();
    try {
      StackReport report = ports.scanning().scan(remediation.stack(), Orders.watched(remediation));
      if (report.status() == StackStatus.SCANNED) {
        ports
            .stacks()
            .scanned(report, new Scan("remediation-" + remediation.id(), began, ""), false);
        return sentences(remediation, report);
      }
    } catch (IOException _) {
      // That the apply failed is worth telling without it.
    }
    return "What it changed could not be read; scan the stack again.";
  }

  private static String sentences(Remediation remediation, StackReport report) {
    Map<String, ResourceReport> now = report.byAddress();
    List<String> inPlace = new ArrayList<>();
    List<String> unchanged = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (String address : Orders.touched(remediation)) {
      ResourceReport resource = now.get(address);
      if (resource == null || !resource.drift()) {
        inPlace.add(address);
      } else if (resource.fingerprint().equals(remediation.basis().drift().get(address))) {
        unchanged.add(address);
      } else {
        otherwise.add(address);
      }
    }
    return sentence("No longer drifted", inPlace)
        + sentence("Unchanged", unchanged)
        + sentence("Drifted otherwise", otherwise);
  }

  private static String sentence(String what, List<String> addresses) {
    return addresses.isEmpty() ? "" : "%s: %s. ".formatted(what, String.join(", ", addresses));
  }
}
