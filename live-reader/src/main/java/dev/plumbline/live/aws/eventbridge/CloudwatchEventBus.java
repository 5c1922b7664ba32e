package dev.plumbline.live.aws.eventbridge;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBus;

/**
 * {@code aws_cloudwatch_event_bus}, named by its name. The listing lacks its key and dead letter
 * queue, so each is asked for: two calls with the tags.
 */
public final class CloudwatchEventBus implements ResourceType {

  @Override
  public String name() {
    return "aws_cloudwatch_event_bus";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Buses.DESCRIBE, Buses.LIST, Buses.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "only says which partner's events to take when the bus is made", "event_source_name");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            Buses.bus(batch.scope(), recorded.id())
                .map(bus -> observed(batch, recorded.id(), bus))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            Buses.DESCRIBE + " says that the bus does not exist")));
  }

  private static Observation observed(Batch batch, String id, DescribeEventBusResponse bus) {
    Attributes attributes = batch.attributes().from(bus).put("id", id);
    return Buses.tagged(attributes, batch.scope(), bus.arn()).found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Buses.all(scope).stream()
        .map(EventBus::name)
        .filter(name -> !name.equals(Buses.DEFAULT))
        .toList();
  }
}
