package dev.plumbline.live.aws.sns;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code aws_sns_topic_policy}, named by the topic's ARN. A topic always has a policy, SNS's own
 * where nobody set one: deleting it shows as a change of the document.
 */
public final class SnsTopicPolicy implements ResourceType {

  @Override
  public String name() {
    return "aws_sns_topic_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Topics.ATTRIBUTES));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(POLICY, "policy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded -> {
          String arn = recorded.id();
          Optional<Map<String, String>> topic = Topics.attributes(batch.scope(), arn);
          if (topic.isEmpty()) {
            return new Observation.Gone(Topics.ATTRIBUTES + " says that the topic does not exist");
          }
          String policy = topic.get().getOrDefault("Policy", "");
          return policy.isEmpty()
              ? new Observation.Gone(Topics.ATTRIBUTES + " says that the topic has no policy")
              : batch
                  .attributes()
                  .put("id", arn)
                  .put("arn", topic.get().getOrDefault("TopicArn", arn))
                  .put("owner", topic.get().get("Owner"))
                  .put("policy", policy)
                  .found();
        });
  }
}
