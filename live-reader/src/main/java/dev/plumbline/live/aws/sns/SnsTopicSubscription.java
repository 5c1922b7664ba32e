package dev.plumbline.live.aws.sns;

import static dev.plumbline.engine.Meaning.JSON;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * {@code aws_sns_topic_subscription}, named by its ARN. The account's listing lacks filters and
 * policies, so each is asked for: one call. The answer is a map of text that leaves out what is
 * unset.
 */
public final class SnsTopicSubscription implements ResourceType {

  private static final String ATTRIBUTES = "sns:GetSubscriptionAttributes";
  private static final String LIST = "sns:ListSubscriptions";

  private static final List<String> OPTIONAL =
      List.of(
          "confirmation_was_authenticated",
          "filter_policy",
          "filter_policy_scope",
          "pending_confirmation",
          "raw_message_delivery",
          "redrive_policy",
          "replay_policy",
          "subscription_role_arn");

  @Override
  public String name() {
    return "aws_sns_topic_subscription";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(ATTRIBUTES, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(JSON, "delivery_policy", "filter_policy", "redrive_policy", "replay_policy")
        .withUnobservable(
            "only steers how Terraform subscribes",
            "confirmation_timeout_in_minutes",
            "endpoint_auto_confirms");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            ATTRIBUTES,
            Topics.NOT_FOUND,
            () ->
                Topics.client(scope)
                    .getSubscriptionAttributes(r -> r.subscriptionArn(recorded.id())))
        .<Observation>map(answer -> observed(batch.attributes(), recorded, answer.attributes()))
        .orElseGet(
            () -> new Observation.Gone(ATTRIBUTES + " says that the subscription does not exist"));
  }

  private static Observation observed(
      Attributes attributes, RecordedResource recorded, Map<String, String> answer) {
    OPTIONAL.forEach(attribute -> attributes.put(attribute, null));
    return attributes
        .fromMap(answer)
        .put("id", recorded.id())
        .put("arn", answer.getOrDefault("SubscriptionArn", recorded.id()))
        .put("owner_id", answer.get("Owner"))
        .put(
            "delivery_policy",
            DeliveryPolicy.orRecorded(
                answer.getOrDefault("DeliveryPolicy", ""), recorded.at("delivery_policy")))
        .found();
  }

  /** Subscriptions that wait for their confirmation or were deleted have a word for their ARN. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            Topics.client(scope).listSubscriptionsPaginator().subscriptions().stream()
                .map(Subscription::subscriptionArn)
                .filter(arn -> arn.startsWith("arn:"))
                .toList());
  }
}
