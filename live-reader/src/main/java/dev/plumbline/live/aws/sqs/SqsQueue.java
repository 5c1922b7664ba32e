package dev.plumbline.live.aws.sqs;

import static dev.plumbline.engine.Meaning.JSON;
import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * {@code aws_sqs_queue}, named by its URL. SQS has no call for several queues: two calls each, for
 * attributes and tags. Its attributes are a map of text; {@code RedrivePolicy} and {@code Policy}
 * are documents in it.
 */
public final class SqsQueue implements ResourceType {

  private static final String TAGS = "sqs:ListQueueTags";
  private static final String LIST = "sqs:ListQueues";

  @Override
  public String name() {
    return "aws_sqs_queue";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Queues.ATTRIBUTES, TAGS, TagIndex.ACTION, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "policy")
        .with(JSON, "redrive_policy", "redrive_allow_policy")
        .with(Sibling.whole("policy", "aws_sqs_queue_policy", "queue_url", "id"))
        .with(Sibling.whole("redrive_policy", "aws_sqs_queue_redrive_policy", "queue_url", "id"))
        .with(
            Sibling.whole(
                "redrive_allow_policy", "aws_sqs_queue_redrive_allow_policy", "queue_url", "id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    SqsClient sqs = Queues.client(batch.scope());
    return batch.each(queue -> observe(batch, sqs, queue));
  }

  private static Observation observe(Batch batch, SqsClient sqs, RecordedResource queue) {
    String url = queue.id();
    AwsScope scope = batch.scope();
    return Queues.attributes(scope, url)
        .<Observation>map(
            answer -> {
              Map<String, String> tags =
                  scope.tags(
                      String.valueOf(answer.get("QueueArn")),
                      () -> scope.call(TAGS, () -> sqs.listQueueTags(r -> r.queueUrl(url))).tags());
              return observed(batch, url, answer, tags);
            })
        .orElseGet(
            () -> new Observation.Gone(Queues.ATTRIBUTES + " says that the queue does not exist"));
  }

  private static Observation observed(
      Batch batch, String url, Map<String, String> answer, Map<String, String> tags) {
    boolean fifo = Boolean.parseBoolean(answer.getOrDefault("FifoQueue", "false"));
    return batch
        .attributes()
        .put("policy", null)
        .put("redrive_policy", null)
        .put("redrive_allow_policy", null)
        .put("kms_master_key_id", null)
        .put("deduplication_scope", null)
        .put("fifo_throughput_limit", null)
        .put("content_based_deduplication", false)
        .fromMap(answer)
        .put("id", url)
        .put("url", url)
        .put("name", url.substring(url.lastIndexOf('/') + 1))
        .put("arn", answer.get("QueueArn"))
        .put("fifo_queue", fifo)
        .put("max_message_size", answer.get("MaximumMessageSize"))
        .put("message_retention_seconds", answer.get("MessageRetentionPeriod"))
        .put("receive_wait_time_seconds", answer.get("ReceiveMessageWaitTimeSeconds"))
        .put("visibility_timeout_seconds", answer.get("VisibilityTimeout"))
        .put("sqs_managed_sse_enabled", answer.get("SqsManagedSseEnabled"))
        .tags(tags)
        .found();
  }

  /** Records name a queue that was made by its URL. */
  @Override
  public List<String> discover(AwsScope scope, Set<String> names) {
    return names.stream()
        .filter(name -> name.startsWith("http"))
        .filter(url -> Queues.attributes(scope, url).isPresent())
        .toList();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST, () -> Queues.client(scope).listQueuesPaginator().queueUrls().stream().toList());
  }
}
