package dev.plumbline.cli;

import static dev.plumbline.engine.Report.StackStatus.SCANNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of exit codes: 1 before 2 before 3 before 0. */
final class ExitCodeTest {

  @ParameterizedTest(name = "{0}, fail on {1}, strict {2}: {3}")
  @CsvSource({
    "'',                                   LOW,      false, 0",
    "IN_SYNC,                              LOW,      true,  0",
    "IGNORED,                              LOW,      true,  0",
    "DRIFTED:LOW,                          LOW,      false, 2",
    "DRIFTED:LOW,                          MEDIUM,   false, 0",
    "DRIFTED:MEDIUM,                       MEDIUM,   false, 2",
    "DRIFTED:HIGH,                         CRITICAL, false, 0",
    "DRIFTED:CRITICAL,                     CRITICAL, false, 2",
    "DRIFTED,                              LOW,      false, 2",
    "DELETED:HIGH,                         HIGH,     false, 2",
    "DELETED:MEDIUM,                       HIGH,     false, 0",
    "UNREADABLE,                           LOW,      false, 3",
    "UNSUPPORTED,                          LOW,      false, 0",
    "UNSUPPORTED,                          LOW,      true,  3",
    "DEFERRED,                             LOW,      false, 3",
    "FAILED,                               LOW,      false, 1",
    "UNREADABLE DRIFTED:LOW,               LOW,      false, 2",
    "UNREADABLE DRIFTED:LOW,               HIGH,     false, 3",
    "DEFERRED DRIFTED:LOW,                 LOW,      false, 2",
    "DEFERRED DRIFTED:LOW UNREADABLE,      HIGH,     false, 3",
    "UNSUPPORTED DRIFTED:LOW,              LOW,      true,  2",
    "FAILED DRIFTED:CRITICAL,              LOW,      false, 1",
    "FAILED DEFERRED UNREADABLE,           LOW,      true,  1",
  })
  void the_first_that_holds(String found, Severity failOn, boolean strict, int code) {
    List<StackReport> stacks =
        Stream.of(found.split(" ")).filter(each -> !each.isEmpty()).map(this::stack).toList();
    assertThat(ExitCode.of(report(stacks), failOn, strict).number()).isEqualTo(code);
  }

  private StackReport stack(String found) {
    return switch (found) {
      case "FAILED" -> stack(StackStatus.FAILED, List.of());
      case "DEFERRED" -> stack(StackStatus.DEFERRED, List.of());
      default -> stack(SCANNED, List.of(resource(found.split(":"))));
    };
  }

  private static ResourceReport resource(String[] statusAndSeverity) {
    Optional<Severity> severity =
        statusAndSeverity.length > 1
            ? Optional.of(Severity.valueOf(statusAndSeverity[1]))
            : Optional.empty();
    return new ResourceReport(
        "aws_vpc.a",
        "aws_vpc",
        "vpc-1",
        "",
        "",
        Status.valueOf(statusAndSeverity[0]),
        severity,
        List.of(),
        "");
  }

  private static StackReport stack(StackStatus status, List<ResourceReport> resources) {
    return new StackReport(
        "main",
        "",
        status,
        Optional.empty(),
        Optional.empty(),
        "",
        new Summary(0, 0, 0, 0, 0, 0, 0, 0, 1.0, 0, 0),
        resources,
        List.of(),
        List.of());
  }

  private static Report report(List<StackReport> stacks) {
    return new Report("id", Instant.EPOCH, Instant.EPOCH, new TreeMap<>(), stacks);
  }
}
