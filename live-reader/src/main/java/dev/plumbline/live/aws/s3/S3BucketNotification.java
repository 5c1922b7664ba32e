package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.UNORDERED;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;

/**
 * {@code aws_s3_bucket_notification}: every bucket has a configuration, if an empty one, so that it
 * is gone only with its bucket.
 */
public final class S3BucketNotification
    extends PartOfBucket<GetBucketNotificationConfigurationResponse> {

  public S3BucketNotification() {
    super("aws_s3_bucket_notification", BucketParts.NOTIFICATION);
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(UNORDERED, "lambda_function", "queue", "topic");
  }

  @Override
  void read(
      GetBucketNotificationConfigurationResponse answer,
      RecordedResource recorded,
      Attributes into) {
    into.put("eventbridge", answer.eventBridgeConfiguration() != null)
        .put(
            "lambda_function", blocks(answer.lambdaFunctionConfigurations(), each -> each.filter()))
        .put("queue", blocks(answer.queueConfigurations(), each -> each.filter()))
        .put("topic", blocks(answer.topicConfigurations(), each -> each.filter()));
  }

  private static <T extends SdkPojo> Value blocks(
      List<T> targets, Function<T, @Nullable NotificationConfigurationFilter> filter) {
    return Value.of(targets.stream().map(each -> block(each, filter.apply(each))).toList());
  }

  private static Value block(SdkPojo target, @Nullable NotificationConfigurationFilter filter) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(target).entries());
    block.put("filter_prefix", Value.none());
    block.put("filter_suffix", Value.none());
    if (filter != null && filter.key() != null) {
      for (FilterRule rule : filter.key().filterRules()) {
        String name = String.valueOf(rule.nameAsString()).toLowerCase(Locale.ROOT);
        block.put("filter_" + name, Shape.of(rule.value()));
      }
    }
    return Value.of(block);
  }
}
