package dev.plumbline.wiring.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which slice reads what. */
class SlicingTest {

  private static final AwsTypes TYPES = ResourceTypes.aws();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void a_service_is_never_cut_whoever_looks_at_the_state_and_in_whatever_order(int slices) {
    List<RecordedResource> all = everyType();
    Slicing slicing = new Slicing(all, TYPES, slices);
    List<RecordedResource> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(7));
    Slicing other = new Slicing(shuffled, TYPES, slices);

    Map<String, Set<Integer>> byService =
        all.stream()
            .collect(groupingBy(each -> TYPES.service(each.type()), mapping(slicing::of, toSet())));

    assertThat(byService).hasSizeGreaterThan(20);
    assertThat(byService.values()).allMatch(in -> in.size() == 1);
    assertThat(byService.values().stream().flatMap(Set::stream).collect(toSet()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, slices).boxed().toList());
    assertThat(all).allMatch(each -> slicing.of(each) == other.of(each));
  }

  @Test
  void the_largest_service_goes_to_whoever_has_least() {
    List<RecordedResource> all = new ArrayList<>();
    add(all, "aws_sqs_queue", 5);
    add(all, "aws_iam_role", 4);
    add(all, "aws_sns_topic", 3);
    add(all, "aws_s3_bucket", 2);
    Slicing slicing = new Slicing(all, TYPES, 2);

    assertThat(slices(slicing, "aws_sqs_queue", "aws_s3_bucket")).containsExactly(1, 1);
    assertThat(slices(slicing, "aws_iam_role", "aws_sns_topic")).containsExactly(2, 2);
  }

  @Test
  void what_nobody_reads_is_in_a_slice_too() {
    List<RecordedResource> all = new ArrayList<>();
    add(all, "aws_sqs_queue", 2);
    add(all, "aws_nothing_yet", 1);
    add(all, "random_pet", 1);

    assertThat(all).allMatch(each -> new Slicing(all, TYPES, 3).of(each) > 0);
  }

  private static List<RecordedResource> everyType() {
    List<RecordedResource> all = new ArrayList<>();
    TYPES.types().forEach(type -> add(all, type, 1 + type.length() % 3));
    return all;
  }

  private static void add(List<RecordedResource> all, String type, int count) {
    IntStream.range(0, count).forEach(i -> all.add(Records.resource(type, "r" + i)));
  }

  private static List<Integer> slices(Slicing slicing, String... types) {
    return List.of(types).stream().map(type -> slicing.of(Records.resource(type, "x"))).toList();
  }
}
