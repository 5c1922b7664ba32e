package dev.plumbline.live.aws.sqs;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource that is one attribute of a queue, named by the queue's URL; gone where the queue has
 * no such attribute.
 *
 * @param attribute what Terraform calls it
 * @param answered what SQS calls it
 */
record QueuePart(String attribute, String answered) {

  List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private Observation observe(Batch batch, RecordedResource recorded) {
    String url = recorded.id();
    Optional<Map<String, String>> queue = Queues.attributes(batch.scope(), url);
    if (queue.isEmpty()) {
      return new Observation.Gone(Queues.ATTRIBUTES + " says that the queue does not exist");
    }
    String value = queue.get().getOrDefault(answered, "");
    if (value.isEmpty()) {
      return new Observation.Gone(
          "%s says that the queue has no %s".formatted(Queues.ATTRIBUTES, answered));
    }
    return batch.attributes().put("id", url).put("queue_url", url).put(attribute, value).found();
  }
}
