package dev.plumbline.engine.scan;

import static dev.plumbline.engine.scan.Bench.part;
import static dev.plumbline.engine.scan.Bench.specimen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observation.Fault;
import dev.plumbline.engine.Outage;
import dev.plumbline.state.RecordedResource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From what could not be read to the service that did not answer. */
final class OutageOfScanTest {

  private final FakeObserve observe = new FakeObserve();

  @Test
  void a_service_that_did_not_answer_is_named_with_how_much_it_was_asked_for() {
    unread("aws_specimen.a", "sqs:GetQueueAttributes", Fault.SERVICE);
    unread("aws_specimen.b", "sqs:ListQueueTags", Fault.SERVICE);

    assertThat(outage()).contains(new Outage("sqs", "123456789012", "us-east-1", 2, 3));
  }

  @Test
  void what_was_denied_or_lay_elsewhere_is_no_outage() {
    unread("aws_specimen.a", "sqs:GetQueueAttributes", Fault.OTHER);

    assertThat(outage()).isEmpty();
  }

  @Test
  void what_was_not_read_before_the_deadline_is_no_services_fault() {
    unread("aws_specimen.a", "", Fault.SERVICE);

    assertThat(outage()).isEmpty();
  }

  @Test
  void where_more_than_one_did_not_answer_the_worst_is_named() {
    unread("aws_specimen.a", "sqs:GetQueueAttributes", Fault.SERVICE);
    unread("aws_specimen_part.d", "sns:GetTopicAttributes", Fault.SERVICE);
    assertThat(outage()).contains(new Outage("sns", "123456789012", "us-east-1", 1, 1));

    unread("aws_specimen.b", "sqs:GetQueueAttributes", Fault.SERVICE);
    assertThat(outage()).contains(new Outage("sqs", "123456789012", "us-east-1", 2, 3));
  }

  private void unread(String address, String action, Fault fault) {
    observe.answering(address, new Observation.Unreadable(action, "so it is", fault));
  }

  private Optional<Outage> outage() {
    return new Bench(observe).scan(text("a"), text("b"), text("c"), part("d", "{}")).outage();
  }

  private static RecordedResource text(String name) {
    return specimen(name, "{\"text\": \"a\"}");
  }
}
