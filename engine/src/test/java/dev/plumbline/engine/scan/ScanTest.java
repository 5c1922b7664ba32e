package dev.plumbline.engine.scan;

import static dev.plumbline.engine.scan.Bench.found;
import static dev.plumbline.engine.scan.Bench.specimen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several stacks, one report. */
final class ScanTest {

  private final FakeObserve observe = new FakeObserve().costing("a:List", 2).costing("a:Get", 1);
  private final Bench bench = new Bench(observe);
  private final Scan scan = new Scan(bench.stackScan(), bench.clock());

  @Test
  void stacks_are_listed_in_the_order_asked_for_and_their_calls_added_up() {
    List<StackRequest> requests =
        IntStream.range(0, 9)
            .mapToObj(i -> bench.request("stack-" + (9 - i), new FakeState()))
            .toList();
    Report report = scan.scan(requests, _ -> {});
    assertThat(report.stacks())
        .extracting(StackReport::stack)
        .containsExactlyElementsOf(requests.stream().map(StackRequest::name).toList());
    assertThat(report.apiCalls()).isEqualTo(Map.of("a:Get", 9L, "a:List", 18L));
  }

  @Test
  void a_stack_that_fails_does_not_keep_the_others_from_being_scanned() {
    StateException denied = new StateException(Code.DENIED, "why", "What to do.");
    Report report =
        scan.scan(
            List.of(
                bench.request("failing", new FakeState().failing(denied)),
                bench.request("locked", new FakeState().locked(true)),
                bench.request("fine", new FakeState(specimen("a", "{}")))),
            _ -> {});
    assertThat(report.stacks())
        .extracting(StackReport::status)
        .containsExactly(StackStatus.FAILED, StackStatus.DEFERRED, StackStatus.SCANNED);
  }

  @Test
  void a_defect_met_in_one_stack_fails_that_stack_alone() {
    observe.answering("aws_unknown.a", found("{}"));
    Report report =
        scan.scan(
            List.of(
                bench.request(
                    "defective",
                    new FakeState(
                        dev.plumbline.engine.compare.Specimen.recorded(
                            "aws_unknown", "a", specimen("a", "{}").attributes()))),
                bench.request("fine", new FakeState(specimen("a", "{}")))),
            _ -> {});
    assertThat(report.stacks())
        .extracting(StackReport::status)
        .containsExactly(StackStatus.FAILED, StackStatus.SCANNED);
    assertThat(report.stacks().getFirst().error().map(Problem::code)).contains("INTERNAL");
  }

  @Test
  void nothing_to_scan_is_an_empty_report() {
    assertThat(scan.scan(List.of(), _ -> {}).stacks()).isEmpty();
  }
}
