package dev.plumbline.wiring.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Observe.Answer;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateSource;
import dev.plumbline.state.Value;
import dev.plumbline.wiring.KnownState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A stack out of its slices. */
class JoinedSlicesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final RecordedResource QUEUE = Records.resource("aws_sqs_queue", "a");
  private static final RecordedResource TOPIC = Records.resource("aws_sns_topic", "b");
  private static final RecordedResource ROLE = Records.resource("aws_iam_role", "c");
  private static final List<RecordedResource> ALL = List.of(QUEUE, TOPIC, ROLE);

  private final List<RecordedResource> readNow = new ArrayList<>();

  @Test
  void what_the_slices_saw_is_answered_in_order_and_nothing_is_read_again() throws Exception {
    Slice one = slice("v1", NOW, Map.of("aws_sqs_queue.a", seen("one")));
    Slice two = slice("v1", NOW, Map.of("aws_iam_role.c", seen("two"), "aws_sns_topic.b", gone()));

    Answer answer = joined("v1", one, two);

    assertThat(answer.observed()).containsExactly(seen("one"), gone(), seen("two"));
    assertThat(answer.calls()).containsOnly(Map.entry("sqs:GetQueueAttributes", 4L));
    assertThat(readNow).isEmpty();
  }

  @Test
  void what_no_slice_has_is_read_now_and_never_taken_for_gone() throws Exception {
    Slice one = slice("v1", NOW, Map.of("aws_sqs_queue.a", seen("one")));

    Answer answer = joined("v1", one, Slice.nothing(NOW));

    assertThat(answer.observed()).containsExactly(seen("one"), seen("now"), seen("now"));
    assertThat(readNow).containsExactly(TOPIC, ROLE);
    assertThat(answer.calls()).containsOnly(Map.entry("sqs:GetQueueAttributes", 3L));
  }

  @Test
  void what_was_seen_of_another_version_of_the_state_is_read_now() throws Exception {
    Slice old = slice("v1", NOW, Map.of("aws_sqs_queue.a", seen("old")));
    Slice same =
        slice("v2", NOW, Map.of("aws_sns_topic.b", seen("two"), "aws_iam_role.c", seen("two")));

    assertThat(joined("v2", old, same).observed())
        .containsExactly(seen("now"), seen("two"), seen("two"));
  }

  @Test
  void what_a_slice_could_not_read_stays_unreadable() throws Exception {
    Observed late = new Observed(new Observation.Unreadable("", "too late"), "1", "eu-west-1");
    Slice one =
        slice(
            "v1",
            NOW,
            Map.of(
                "aws_sqs_queue.a", late, "aws_sns_topic.b", late, "aws_iam_role.c", seen("one")));

    assertThat(joined("v1", one).observed()).containsExactly(late, late, seen("one"));
  }

  @Test
  void it_is_as_old_as_the_first_of_them_and_costs_what_all_of_them_did() {
    Instant before = NOW.minusSeconds(600);
    JoinedSlices joined =
        new JoinedSlices(List.of(slice("v1", NOW, Map.of()), slice("v1", before, Map.of())));

    assertThat(joined.startedAt(NOW.plusSeconds(60))).isEqualTo(before);
    assertThat(joined.throttles()).isEqualTo(6);
    assertThat(joined.took()).isEqualTo(Duration.ofSeconds(20));
    assertThat(new JoinedSlices(List.of()).startedAt(NOW)).isEqualTo(NOW);
  }

  @Test
  void a_slice_is_of_one_version_and_good_for_some_hours() {
    Slice slice = slice("v1", NOW, Map.of());

    assertThat(slice.of("v1")).isTrue();
    assertThat(slice.of("v2")).isFalse();
    assertThat(Slice.nothing(NOW).of("")).isFalse();
    assertThat(slice.fresh(NOW.plus(Duration.ofHours(5)))).isTrue();
    assertThat(slice.fresh(NOW.plus(Duration.ofHours(7)))).isFalse();
  }

  private Answer joined(String version, Slice... slices) throws Exception {
    JoinedSlices joined = new JoinedSlices(List.of(slices));
    StackRequest request = joined.noting(request(new KnownState(Records.state(version), ALL)));
    request.source().read(_ -> {});
    return joined
        .over(this::now)
        .observe(
            new Observe.Request("large", ALL, "eu-west-1", Map.of(), false, Instant.MAX, _ -> {}));
  }

  private Answer now(Observe.Request request) {
    assertThat(request.recorded()).isEqualTo(ALL);
    readNow.addAll(request.resources());
    return new Answer(
        request.resources().stream().map(_ -> seen("now")).toList(),
        List.of(),
        new TreeMap<>(Map.of("sqs:GetQueueAttributes", 1L)),
        List.of());
  }

  private static StackRequest request(StateSource source) {
    return new StackRequest(
        "large",
        "",
        source,
        "eu-west-1",
        Map.of(),
        Map.of(),
        _ -> true,
        false,
        Duration.ZERO,
        Duration.ofMinutes(1));
  }

  private static Slice slice(String version, Instant at, Map<String, Observed> observed) {
    return new Slice(
        Optional.of(Records.state(version)),
        at,
        observed,
        Map.of("sqs:GetQueueAttributes", 2L),
        3,
        Duration.ofSeconds(10));
  }

  private static Observed seen(String by) {
    return new Observed(
        new Observation.Found(Value.of(Map.of("by", Value.of(by)))), "111122223333", "eu-west-1");
  }

  private static Observed gone() {
    return new Observed(new Observation.Gone("not found"), "111122223333", "eu-west-1");
  }
}
