package dev.plumbline.wiring.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.live.ResourceTypes;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void a_resource_of_each_usual_type_is_asked_for_and_no_reader_fails() throws Exception {
    Report report = Rehearsal.of(ResourceTypes.aws(), Rehearsal.USUAL);

    assertThat(report.stacks())
        .singleElement()
        .satisfies(
            stack -> {
              assertThat(stack.status()).isEqualTo(StackStatus.SCANNED);
              assertThat(stack.resources())
                  .extracting(ResourceReport::type)
                  .containsExactlyInAnyOrderElementsOf(Rehearsal.USUAL);
              assertThat(stack.resources()).noneMatch(each -> each.reason().contains("failed"));
            });
    assertThat(report.apiCalls().keySet())
        .extracting(call -> call.replaceAll(":.*", ""))
        .contains("dynamodb", "ec2", "iam", "lambda", "rds", "s3", "sns", "sqs");
  }
}
