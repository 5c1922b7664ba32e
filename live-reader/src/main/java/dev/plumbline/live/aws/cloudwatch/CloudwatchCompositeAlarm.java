package dev.plumbline.live.aws.cloudwatch;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;

/** {@code aws_cloudwatch_composite_alarm}, named by its name. Tags are one call each. */
public final class CloudwatchCompositeAlarm implements ResourceType {

  @Override
  public String name() {
    return "aws_cloudwatch_composite_alarm";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Alarms.DESCRIBE, Alarms.TAGS, TagIndex.ACTION));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, CompositeAlarm> alarms = Alarms.in(batch.scope()).composite();
    return batch.each(
        recorded -> {
          CompositeAlarm alarm = alarms.get(recorded.id());
          return alarm == null
              ? new Observation.Gone("it is not in the completed listing of " + Alarms.DESCRIBE)
              : observed(batch, alarm);
        });
  }

  private static Observation observed(Batch batch, CompositeAlarm alarm) {
    Attributes attributes =
        batch
            .attributes()
            .fromAllBut(alarm, "actions_suppressor")
            .put("id", alarm.alarmName())
            .put("arn", alarm.alarmArn())
            .put("actions_suppressor", suppressor(alarm));
    return Alarms.tagged(attributes, batch.scope(), alarm.alarmArn()).found();
  }

  private static @Nullable Map<String, @Nullable Object> suppressor(CompositeAlarm alarm) {
    if (alarm.actionsSuppressor() == null || alarm.actionsSuppressor().isEmpty()) {
      return null;
    }
    Map<String, @Nullable Object> block = new HashMap<>();
    block.put("alarm", alarm.actionsSuppressor());
    block.put("extension_period", alarm.actionsSuppressorExtensionPeriod());
    block.put("wait_period", alarm.actionsSuppressorWaitPeriod());
    return block;
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Alarms.own(Alarms.in(scope).composite());
  }
}
