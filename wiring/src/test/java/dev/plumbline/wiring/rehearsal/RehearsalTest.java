package dev.plumbline.wiring.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.live.ResourceTypes;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void resources_of_each_usual_type_are_asked_for_and_no_reader_fails() throws Exception {
    for (Report report : Rehearsal.of(ResourceTypes.aws(), Rehearsal.USUAL)) {
      assertThat(report.stacks())
          .singleElement()
          .satisfies(
              stack -> {
                assertThat(stack.status()).isEqualTo(StackStatus.SCANNED);
                assertThat(stack.resources())
                    .extracting(ResourceReport::type)
                    .containsOnly(Rehearsal.USUAL.toArray(String[]::new));
                assertThat(stack.resources()).noneMatch(each -> each.reason().contains("failed"));
              });
      assertThat(report.apiCalls().keySet())
          .extracting(call -> call.replaceAll(":.*", ""))
          .contains("dynamodb", "ec2", "iam", "lambda", "rds", "s3", "sns", "sqs");
    }
  }

  @Test
  void where_everything_is_made_up_most_is_found() throws Exception {
    Report everything = Rehearsal.of(ResourceTypes.aws(), Rehearsal.USUAL).getLast();

    assertThat(everything.stacks())
        .singleElement()
        .extracting(stack -> stack.summary().drifted() + stack.summary().inSync())
        .satisfies(found -> assertThat(found).isGreaterThan(Rehearsal.USUAL.size()));
  }
}
