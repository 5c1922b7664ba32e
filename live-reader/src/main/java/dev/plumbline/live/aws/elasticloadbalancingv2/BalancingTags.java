package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.state.RecordedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/**
 * The tags of everything recorded of this service that still exists, asked for together: one call
 * takes 20 ARNs of whatever kind, and fails as a whole for one that does not exist.
 */
final class BalancingTags {

  static final String ACTION = "elasticloadbalancing:DescribeTags";

  private static final int CHUNK = 20;

  private BalancingTags() {}

  static List<Tag> of(AwsScope scope, String arn) {
    return scope
        .<Map<String, List<Tag>>>shared(ACTION, () -> all(scope))
        .getOrDefault(arn, List.of());
  }

  private static Map<String, List<Tag>> all(AwsScope scope) {
    List<String> arns = existing(scope);
    List<List<String>> chunks = arns.stream().gather(Gatherers.windowFixed(CHUNK)).toList();
    Map<String, List<Tag>> tags = new HashMap<>();
    scope
        .forAll(chunks, chunk -> describe(scope, chunk))
        .forEach(chunk -> chunk.forEach(each -> tags.put(each.resourceArn(), each.tags())));
    return tags;
  }

  private static List<TagDescription> describe(AwsScope scope, List<String> arns) {
    return scope.call(
        ACTION,
        () -> Balancing.client(scope).describeTags(r -> r.resourceArns(arns)).tagDescriptions());
  }

  private static List<String> existing(AwsScope scope) {
    return Stream.of(
            existing(scope, "aws_lb", _ -> Optional.of(Balancing.balancers(scope))),
            existing(scope, "aws_lb_target_group", _ -> Optional.of(Balancing.targetGroups(scope))),
            existing(
                scope,
                "aws_lb_listener",
                listener -> Balancing.listeners(scope, Balancing.balancerOf(listener))),
            existing(
                scope,
                "aws_lb_listener_rule",
                rule -> Balancing.rules(scope, Balancing.listenerOf(rule))))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  private static Stream<String> existing(
      AwsScope scope,
      String type,
      Function<RecordedResource, ? extends Optional<? extends Map<String, ?>>> listing) {
    return scope.recorded(type).filter(each -> isThere(each, listing)).map(RecordedResource::id);
  }

  /** What its own reader cannot list either is left to that reader to report. */
  private static boolean isThere(
      RecordedResource recorded,
      Function<RecordedResource, ? extends Optional<? extends Map<String, ?>>> listing) {
    try {
      return listing.apply(recorded).filter(there -> there.containsKey(recorded.id())).isPresent();
    } catch (ReadFailure _) {
      return false;
    }
  }
}
