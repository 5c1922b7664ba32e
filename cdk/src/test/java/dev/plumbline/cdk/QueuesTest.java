package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where work waits, and what becomes of what nobody can do. */
class QueuesTest {

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void queues_are_encrypted_travel_by_tls_and_put_aside_what_nobody_can_do() {
    assertThat(templates.all("AWS::SQS::Queue"))
        .hasSize(6)
        .allMatch(queue -> queue.path("SqsManagedSseEnabled").asBoolean());
    assertThat(templates.all("AWS::SQS::QueuePolicy"))
        .hasSize(6)
        .allSatisfy(StorageTest::assertDeniesPlainHttp);
    assertThat(
            templates.all("AWS::SQS::Queue").stream()
                .filter(queue -> queue.has("RedrivePolicy"))
                .filter(queue -> !queue.has("DelaySeconds")))
        .hasSize(2)
        .allSatisfy(
            queue -> {
              assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt())
                  .isEqualTo(WorkQueues.ATTEMPTS);
              assertThat(queue.at("/RedrivePolicy/deadLetterTargetArn").toString())
                  .contains("QueuesDeadWork");
              assertThat(queue.path("VisibilityTimeout").asInt())
                  .isGreaterThan(templates.function("WorkFunction").path("Timeout").asInt());
            });
  }

  @Test
  void a_message_that_could_not_be_done_comes_again_alone() {
    assertThat(templates.all("AWS::Lambda::EventSourceMapping"))
        .filteredOn(mapping -> !mapping.path("FunctionName").toString().contains("EventFunction"))
        .hasSize(2)
        .allSatisfy(
            mapping -> {
              assertThat(mapping.at("/FunctionResponseTypes/0").asText())
                  .isEqualTo("ReportBatchItemFailures");
              assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(10);
              assertThat(mapping.path("FunctionName").toString()).contains(":live");
            });
    assertThat(
            templates.function("WorkFunction").at("/Environment/Variables/MAX_RECEIVES").asText())
        .isEqualTo(String.valueOf(WorkQueues.ATTEMPTS));
  }
}
