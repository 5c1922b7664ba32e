package dev.plumbline.wiring.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.live.ResourceTypes;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void resources_of_each_usual_type_are_asked_for_most_are_found_and_no_reader_fails()
      throws Exception {
    Report report = Rehearsal.of(ResourceTypes.aws(), Rehearsal.USUAL);

    assertThat(report.stacks())
        .singleElement()
        .satisfies(
            stack -> {
              assertThat(stack.status()).isEqualTo(StackStatus.SCANNED);
              assertThat(stack.resources())
                  .hasSize(2 * Rehearsal.USUAL.size())
                  .extracting(ResourceReport::type)
                  .containsAll(Rehearsal.USUAL);
              assertThat(stack.summary().drifted() + stack.summary().inSync())
                  .isGreaterThan(Rehearsal.USUAL.size());
              assertThat(stack.resources()).noneMatch(each -> each.reason().contains("reader"));
            });
    assertThat(report.apiCalls().keySet())
        .extracting(call -> call.replaceAll(":.*", ""))
        .contains("dynamodb", "ec2", "iam", "lambda", "rds", "s3", "sns", "sqs");
  }
}
