package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.Tag;

/** A bucket's lifecycle as the inline rules of {@code aws_s3_bucket}. */
final class BucketLifecycle {

  private BucketLifecycle() {}

  static Value of(List<LifecycleRule> rules) {
    return Value.of(rules.stream().map(BucketLifecycle::rule).toList());
  }

  private static Value rule(LifecycleRule rule) {
    Map<String, Value> block = new TreeMap<>();
    var abort = rule.abortIncompleteMultipartUpload();
    var noncurrent = rule.noncurrentVersionExpiration();
    block.put("id", Shape.of(rule.id()));
    block.put("enabled", Value.of(rule.status() == ExpirationStatus.ENABLED));
    block.put("prefix", prefix(rule));
    block.put("tags", tags(tagsOf(rule.filter())));
    block.put(
        "abort_incomplete_multipart_upload_days",
        Shape.of(abort == null ? null : abort.daysAfterInitiation()));
    block.put("expiration", expiration(rule.expiration()));
    block.put(
        "noncurrent_version_expiration",
        noncurrent == null
            ? Value.none()
            : Value.of(Map.of("days", Shape.of(noncurrent.noncurrentDays()))));
    block.put("transition", transitions(rule));
    block.put("noncurrent_version_transition", noncurrentTransitions(rule));
    return Value.of(block);
  }

  /** Rules made before filters existed have the prefix on themselves. */
  @SuppressWarnings("deprecation") // S3 still answers it for such rules
  private static Value prefix(LifecycleRule rule) {
    LifecycleRuleFilter filter = rule.filter();
    if (rule.prefix() != null || filter == null) {
      return Shape.of(rule.prefix());
    }
    return Shape.of(filter.and() == null ? filter.prefix() : filter.and().prefix());
  }

  private static List<Tag> tagsOf(@Nullable LifecycleRuleFilter filter) {
    if (filter == null) {
      return List.of();
    }
    if (filter.and() != null) {
      return filter.and().tags();
    }
    return filter.tag() == null ? List.of() : List.of(filter.tag());
  }

  /** Tags as a map, without AWS's own. */
  static Value tags(List<Tag> tags) {
    Map<String, Value> map = new TreeMap<>();
    tags.stream()
        .filter(tag -> !tag.key().startsWith("aws:"))
        .forEach(tag -> map.put(tag.key(), Value.of(tag.value())));
    return Value.of(map);
  }

  private static Value expiration(@Nullable LifecycleExpiration expiration) {
    if (expiration == null) {
      return Value.none();
    }
    Map<String, Value> block = new TreeMap<>(Shape.fields(expiration).entries());
    block.put("date", day(expiration.date()));
    return Value.of(block);
  }

  private static Value transitions(LifecycleRule rule) {
    List<Value> blocks = new ArrayList<>();
    rule.transitions()
        .forEach(
            each -> {
              Map<String, Value> block = new TreeMap<>(Shape.fields(each).entries());
              block.put("date", day(each.date()));
              blocks.add(Value.of(block));
            });
    return Value.of(blocks);
  }

  private static Value noncurrentTransitions(LifecycleRule rule) {
    return Value.of(
        rule.noncurrentVersionTransitions().stream()
            .map(
                each ->
                    Value.of(
                        Map.of(
                            "days", Shape.of(each.noncurrentDays()),
                            "storage_class", Shape.of(each.storageClassAsString()))))
            .toList());
  }

  private static Value day(@Nullable Instant date) {
    return date == null
        ? Value.none()
        : Value.of(date.atOffset(ZoneOffset.UTC).toLocalDate().toString());
  }
}
