package dev.plumbline.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.wiring.doctor.Doctor.Finding;
import dev.plumbline.wiring.doctor.Fault;
import dev.plumbline.wiring.doctor.Outcome;
import java.io.PrintWriter;
import java.util.List;

/** How the doctor's findings are printed. */
enum DoctorText {
  /** For people. Names in it are data. */
  text {
    @Override
    void print(List<Finding> findings, PrintWriter out) {
      findings.forEach(each -> lines(each, out));
    }
  },
  /** For programs: fields are added, never renamed. */
  json {
    @Override
    void print(List<Finding> findings, PrintWriter out) {
      ObjectNode document = JsonMapper.builder().build().createObjectNode();
      ArrayNode checks = document.put("formatVersion", "1.0").putArray("checks");
      findings.forEach(each -> write(each, checks.addObject()));
      out.println(document.toPrettyString());
    }
  };

  private static final int LONGEST = 1_000;
  private static final String INDENT = " ".repeat(24);

  abstract void print(List<Finding> findings, PrintWriter out);

  /** What the findings make of the command. */
  ExitCode exitCode(List<Finding> findings) {
    if (findings.stream().anyMatch(each -> each.outcome() instanceof Outcome.Failed)) {
      return ExitCode.FAILED;
    }
    return findings.stream().anyMatch(each -> each.outcome() instanceof Outcome.Warn)
        ? ExitCode.INCOMPLETE
        : ExitCode.CLEAN;
  }

  private static void lines(Finding finding, PrintWriter out) {
    List<Fault> faults = faults(finding.outcome());
    if (faults.isEmpty()) {
      line(finding, said(finding.outcome()), out);
    }
    for (Fault fault : faults) {
      line(finding, fault.what(), out);
      out.println(INDENT + "why: " + Plain.line(fault.why(), LONGEST));
      out.println(INDENT + "do:  " + Plain.line(fault.action(), LONGEST));
    }
  }

  private static void line(Finding finding, String what, PrintWriter out) {
    out.println(
        "%-8s %-14s %s"
            .formatted(word(finding.outcome()), finding.check(), Plain.line(what, LONGEST)));
  }

  private static void write(Finding finding, ObjectNode to) {
    to.put("check", finding.check()).put("outcome", word(finding.outcome()));
    to.put("message", said(finding.outcome()));
    ArrayNode faults = to.putArray("faults");
    for (Fault fault : faults(finding.outcome())) {
      faults
          .addObject()
          .put("what", fault.what())
          .put("why", fault.why())
          .put("action", fault.action());
    }
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok _ -> "OK";
      case Outcome.Warn _ -> "WARN";
      case Outcome.Failed _ -> "FAILED";
      case Outcome.Skipped _ -> "SKIPPED";
    };
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok(var what) -> what;
      case Outcome.Skipped(var reason) -> reason;
      case Outcome.Warn _, Outcome.Failed _ -> "";
    };
  }

  private static List<Fault> faults(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok _, Outcome.Skipped _ -> List.of();
      case Outcome.Warn(var faults) -> faults;
      case Outcome.Failed(var faults) -> faults;
    };
  }
}
