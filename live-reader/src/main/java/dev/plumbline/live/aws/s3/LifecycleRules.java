package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** Lifecycle rules as the blocks of {@code aws_s3_bucket_lifecycle_configuration}. */
final class LifecycleRules {

  private LifecycleRules() {}

  static Value block(LifecycleRule rule) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(rule).entries());
    var filter = rule.filter();
    block.put("transition", Shape.of(rule.transitions()));
    block.put("noncurrent_version_transition", Shape.of(rule.noncurrentVersionTransitions()));
    block.put(
        "filter",
        withTags(
            Shape.of(filter),
            filter == null || filter.and() == null ? List.of() : filter.and().tags()));
    return Value.of(block);
  }

  /** A rule's filter, whose combined tags Terraform writes as a map. */
  static Value withTags(Value filter, List<Tag> combined) {
    if (filter.at("and").isEmpty()) {
      return filter;
    }
    Map<String, Value> and = new TreeMap<>(((Value.Mapping) filter.at("and")).entries());
    and.put("tags", BucketLifecycle.tags(combined));
    Map<String, Value> block = new TreeMap<>(((Value.Mapping) filter).entries());
    block.put("and", Value.of(and));
    return Value.of(block);
  }
}
