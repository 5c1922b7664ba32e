package dev.plumbline.live.aws.sns;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.JSON;
import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Topic;

/**
 * {@code aws_sns_topic}, named by its ARN. SNS has no call for several topics: two calls each, for
 * attributes and tags. The attributes are a map of text that leaves out what is unset.
 */
public final class SnsTopic implements ResourceType {

  private static final String TAGS = "sns:ListTagsForResource";
  private static final String LIST = "sns:ListTopics";

  private static final List<String> OPTIONAL =
      List.of(
          "archive_policy",
          "beginning_archive_time",
          "content_based_deduplication",
          "delivery_policy",
          "display_name",
          "fifo_throughput_scope",
          "fifo_topic",
          "kms_master_key_id",
          "policy",
          "signature_version",
          "tracing_config");

  private static final List<String> PROTOCOLS =
      List.of("application", "firehose", "http", "lambda", "sqs");

  @Override
  public String name() {
    return "aws_sns_topic";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Topics.ATTRIBUTES, TAGS, TagIndex.ACTION, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "policy")
        .with(JSON, "delivery_policy", "archive_policy")
        .with(INSTANT, "beginning_archive_time")
        .with(Sibling.whole("policy", "aws_sns_topic_policy", "arn", "arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    SnsClient sns = Topics.client(batch.scope());
    return batch.each(topic -> observe(batch, sns, topic.id()));
  }

  private static Observation observe(Batch batch, SnsClient sns, String arn) {
    AwsScope scope = batch.scope();
    return Topics.attributes(scope, arn)
        .<Observation>map(
            answer -> {
              Map<String, String> tags =
                  scope.tagList(
                      arn,
                      () ->
                          scope
                              .call(TAGS, () -> sns.listTagsForResource(r -> r.resourceArn(arn)))
                              .tags());
              return observed(batch.attributes(), arn, answer, tags);
            })
        .orElseGet(
            () -> new Observation.Gone(Topics.ATTRIBUTES + " says that the topic does not exist"));
  }

  private static Observation observed(
      Attributes attributes, String arn, Map<String, String> answer, Map<String, String> tags) {
    OPTIONAL.forEach(attribute -> attributes.put(attribute, null));
    for (String protocol : PROTOCOLS) {
      attributes
          .put(protocol + "_failure_feedback_role_arn", null)
          .put(protocol + "_success_feedback_role_arn", null)
          .put(protocol + "_success_feedback_sample_rate", null);
    }
    return attributes
        .fromMap(answer)
        .put("id", arn)
        .put("arn", arn)
        .put("name", arn.substring(arn.lastIndexOf(':') + 1))
        .tags(tags)
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope, Set<String> names) {
    return names.stream()
        .filter(name -> name.startsWith("arn:"))
        .filter(arn -> Topics.attributes(scope, arn).isPresent())
        .toList();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            Topics.client(scope).listTopicsPaginator().topics().stream()
                .map(Topic::topicArn)
                .toList());
  }
}
