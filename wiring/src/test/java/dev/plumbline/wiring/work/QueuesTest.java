package dev.plumbline.wiring.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.remediation.Phase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class QueuesTest {

  private final Sqs sqs = new Sqs();

  static List<Work> works() {
    return WorkJsonTest.every;
  }

  @ParameterizedTest
  @MethodSource("works")
  void only_what_may_be_applied_goes_to_the_approvals(Work work) throws IOException {
    List<String> put = new ArrayList<>();
    new DeskQueues((_, _) -> put.add("commands"), (_, _) -> put.add("approvals")).put(work, "once");

    boolean mayApply = work instanceof Work.Approve || work instanceof Work.Proceed;
    assertThat(put).containsExactly(mayApply ? "approvals" : "commands");
  }

  @Test
  void a_fifo_queue_is_told_what_is_the_same() throws Exception {
    WorkQueue queue = new SqsQueue(() -> sqs, "https://sqs/1/commands.fifo");
    queue.put(new Work.Proceed("r"), "once " + "x".repeat(500));
    queue.put(new Work.Proceed("r"), "once " + "x".repeat(500));
    queue.put(new Work.Proceed("r"), "twice");

    assertThat(sqs.sent)
        .extracting(SendMessageRequest::messageDeduplicationId)
        .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)).hasSize(64))
        .satisfies(ids -> assertThat(ids.get(2)).isNotEqualTo(ids.get(0)));
    assertThat(new WorkJson().read(sqs.sent.getLast().messageBody()))
        .isEqualTo(new WorkJson.Message("twice", new Work.Proceed("r")));
  }

  @Test
  void the_same_work_has_the_same_name_in_every_release() throws IOException {
    new SqsQueue(() -> sqs, "https://sqs/1/commands.fifo").put(new Work.Proceed("r"), "once ü");

    String name = "c72754d06440731578f18df4c29d124a804e0a545b9f2ac1beaf22a818db5eae";
    assertThat(sqs.sent.getFirst().messageDeduplicationId()).isEqualTo(name);
    assertThat(sqs.sent.getFirst().messageGroupId()).isEqualTo(name);
  }

  @Test
  void a_standard_queue_takes_no_such_thing() throws IOException {
    new SqsQueue(() -> sqs, "https://sqs/1/commands").put(new Work.Proceed("r"), "once");

    assertThat(sqs.sent.getFirst().messageGroupId()).isNull();
    assertThat(sqs.sent.getFirst().messageDeduplicationId()).isNull();
  }

  @Test
  void what_the_queue_does_not_take_is_said() {
    sqs.down = true;

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> new SqsQueue(() -> sqs, "https://sqs/1/commands").put(new Work.Proceed("r"), "o"))
        .withMessageContaining("https://sqs/1/commands")
        .withMessageContaining("sqs:SendMessage");
  }

  @Test
  void a_build_that_ended_goes_on_with_what_it_was_for() throws IOException {
    FakeRemediations store = new FakeRemediations();
    store.kept.add(FakeRemediations.remediation("one", Phase.PLANNING, "plan:1"));
    store.kept.add(FakeRemediations.remediation("two", Phase.APPLYING, "plan:2", "apply:9"));
    store.kept.add(FakeRemediations.remediation("old", Phase.DONE, "plan:1"));
    List<String> put = new ArrayList<>();
    Progress progress =
        new Progress(store, (work, once) -> put.add(work + " " + once), () -> FakeRemediations.NOW);

    progress.ended("arn:aws:codebuild:us-east-1:111122223333:build/apply:9");
    progress.ended("arn:aws:codebuild:us-east-1:111122223333:build/another:1");
    progress.ended("plan:1");

    assertThat(put)
        .containsExactly(
            "Proceed[remediation=two] ended:two:apply:9",
            "Proceed[remediation=one] ended:one:plan:1");
  }

  @Test
  void a_sweep_goes_on_with_all_that_has_not_ended() throws IOException {
    FakeRemediations store = new FakeRemediations();
    store.kept.add(FakeRemediations.remediation("one", Phase.AWAITING_APPROVAL));
    store.kept.add(FakeRemediations.remediation("old", Phase.EXPIRED));
    List<Work> put = new ArrayList<>();

    new Progress(store, (work, _) -> put.add(work), () -> FakeRemediations.NOW).sweep();

    assertThat(put).containsExactly(new Work.Proceed("one"));
  }

  private static final class Sqs implements SqsClient {
    private final List<SendMessageRequest> sent = new ArrayList<>();
    private boolean down;

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
      if (down) {
        throw SdkClientException.create("no route");
      }
      sent.add(request);
      return SendMessageResponse.builder().messageId("1").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
