package dev.plumbline.live.aws.sqs;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code aws_sqs_queue_policy}, named by the queue's URL. */
public final class SqsQueuePolicy implements ResourceType {

  @Override
  public String name() {
    return "aws_sqs_queue_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Queues.ATTRIBUTES));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(POLICY, "policy");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_sqs_queue", "id", "queue_url"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return new QueuePart("policy", "Policy").observe(batch);
  }
}
