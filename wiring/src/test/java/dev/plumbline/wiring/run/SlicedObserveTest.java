package dev.plumbline.wiring.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Observe.Answer;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.state.RecordedResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One slice of a stack, read on its own. */
class SlicedObserveTest {

  private static final List<RecordedResource> ALL =
      List.of(
          Records.resource("aws_sqs_queue", "a"),
          Records.resource("aws_iam_role", "b"),
          Records.resource("aws_sqs_queue", "c"),
          Records.resource("aws_security_group", "d"),
          Records.resource("aws_vpc_security_group_ingress_rule", "e"));

  private final List<RecordedResource> read = new ArrayList<>();

  @Test
  void the_slices_together_read_each_resource_once() {
    for (int slice = 1; slice <= 3; slice++) {
      slice(slice);
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void what_another_slice_reads_is_unreadable_here_and_never_gone() {
    List<Observed> observed = slice(1).observed();

    assertThat(observed).hasSameSizeAs(ALL);
    for (int i = 0; i < ALL.size(); i++) {
      assertThat(observed.get(i).observation())
          .isInstanceOf(
              read.contains(ALL.get(i)) ? Observation.Gone.class : Observation.Unreadable.class);
    }
    assertThat(read).isNotEmpty().hasSizeLessThan(ALL.size());
  }

  private Answer slice(int which) {
    RunItem item = new RunItem("large", "s3://states/large.tfstate", which, 3);
    return new SlicedObserve(this::answer, ResourceTypes.aws(), item)
        .observe(
            new Observe.Request("large", ALL, "eu-west-1", Map.of(), false, Instant.MAX, _ -> {}));
  }

  /** Each slice is told all that the state records, whatever it is to read. */
  private Answer answer(Observe.Request request) {
    assertThat(request.recorded()).isEqualTo(ALL);
    read.addAll(request.resources());
    return new Answer(
        request.resources().stream()
            .map(_ -> new Observed(new Observation.Gone("not found"), "1", "eu-west-1"))
            .toList(),
        List.of(),
        new TreeMap<>(),
        List.of());
  }
}
