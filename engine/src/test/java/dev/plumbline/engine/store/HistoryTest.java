package dev.plumbline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Finding.Spell;
import dev.plumbline.engine.store.History.By;
import dev.plumbline.engine.store.History.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final String QUEUE = "aws_sqs_queue.jobs";
  private static final String TOPIC = "aws_sns_topic.news";

  @Test
  void the_mean_is_over_what_is_gone_from_first_seen_to_resolved() {
    History history =
        History.of(
            List.of(
                came("shop", QUEUE, 0, 2),
                came("shop", TOPIC, 1, 5),
                came("shop", "aws_sns_topic.b", 1)),
            By.STACK,
            Optional.empty());

    assertThat(history.rows())
        .containsExactly(new Row("shop", 3, 1, 0, Optional.of(Duration.ofHours(3))));
  }

  @Test
  void each_time_that_a_finding_came_counts_for_itself() {
    // From 0 to 2, from 10 to 11, and from 20 on: the quiet between is no time to remediate.
    Finding finding = came("shop", QUEUE, 0, 2, 10, 11, 20);

    Row row = History.of(List.of(finding), By.STACK, Optional.empty()).total();

    assertThat(row.occurrences()).isEqualTo(3);
    assertThat(row.open()).isEqualTo(1);
    assertThat(row.remediated()).isEqualTo(2);
    assertThat(row.recurrences()).isEqualTo(2);
    assertThat(row.recurrence()).isEqualTo(2.0 / 3);
    assertThat(row.meanTimeToRemediate()).contains(Duration.ofMinutes(90));
  }

  @Test
  void what_was_over_before_is_left_out_and_what_reaches_into_the_time_is_not() {
    Finding finding = came("shop", QUEUE, 0, 2, 10, 11, 20);

    assertThat(History.of(List.of(finding), By.STACK, Optional.of(hour(11))).total())
        .isEqualTo(new Row("", 2, 1, 2, Optional.of(Duration.ofHours(1))));
    assertThat(History.of(List.of(finding), By.STACK, Optional.of(hour(30))).total())
        .isEqualTo(new Row("", 1, 1, 1, Optional.empty()));
  }

  @Test
  void it_is_counted_by_stack_type_or_actor() {
    List<Finding> findings =
        List.of(
            came("shop", QUEUE, 0, 1).seen(Severity.LOW, by("ben"), hour(2)),
            came("pantry", QUEUE, 0, 3).seen(Severity.LOW, by(""), hour(4)),
            came("pantry", TOPIC, 0));

    assertThat(names(History.of(findings, By.STACK, Optional.empty())))
        .containsExactly("pantry 3", "shop 2");
    assertThat(names(History.of(findings, By.TYPE, Optional.empty())))
        .containsExactly("aws_sns_topic 1", "aws_sqs_queue 4");
    assertThat(names(History.of(findings, By.ACTOR, Optional.empty())))
        .containsExactly("ben 2", "unknown 3");
  }

  @Test
  void the_total_is_a_mean_of_all_and_not_of_the_rows_means() {
    History history =
        History.of(
            List.of(
                came("shop", QUEUE, 0, 1), came("shop", TOPIC, 0, 1), came("pantry", QUEUE, 0, 4)),
            By.STACK,
            Optional.empty());

    assertThat(history.total().meanTimeToRemediate()).contains(Duration.ofHours(2));
  }

  @Test
  void where_nothing_drifted_there_are_no_rows() {
    assertThat(History.of(List.of(), By.TYPE, Optional.empty()))
        .isEqualTo(new History(List.of(), new Row("", 0, 0, 0, Optional.empty())));
  }

  @Test
  void where_the_first_times_are_no_longer_kept_the_kept_ones_are_all_recurrences() {
    Finding two = came("shop", QUEUE, 0, 2, 10, 11);
    Finding hundred =
        new Finding(
            two.stack(),
            two.address(),
            two.type(),
            two.severity(),
            two.fingerprint(),
            two.firstSeen(),
            two.lastSeen(),
            100,
            two.resolved(),
            two.cause(),
            two.decision(),
            two.since(),
            List.of(new Spell(hour(0), hour(2))));

    assertThat(History.of(List.of(hundred), By.STACK, Optional.empty()).total().recurrences())
        .isEqualTo(2);
  }

  private static List<String> names(History history) {
    return history.rows().stream().map(row -> row.name() + " " + row.occurrences()).toList();
  }

  /** Came at the first hour, went at the second, came at the third and so on. */
  private static Finding came(String stack, String address, int... hours) {
    Finding finding =
        new Finding(
            stack,
            address,
            address.substring(0, address.indexOf('.')),
            Severity.LOW,
            "sha256:" + address,
            hour(hours[0]),
            hour(hours[0]),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            hour(hours[0]),
            List.of());
    for (int i = 1; i < hours.length; i++) {
      finding =
          i % 2 == 1
              ? finding.resolvedAt(hour(hours[i]))
              : finding.seen(Severity.LOW, Optional.empty(), hour(hours[i]));
    }
    return finding;
  }

  private static Optional<Cause> by(String principal) {
    return Optional.of(new Cause(principal, "SetQueueAttributes", hour(0), "console"));
  }

  private static Instant hour(int hour) {
    return Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofHours(hour));
  }
}
