package dev.plumbline.live.aws.scheduler;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of EventBridge Scheduler, with what makes each reader. */
public final class SchedulerTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_scheduler_schedule", SchedulerSchedule::new),
          Map.entry("aws_scheduler_schedule_group", SchedulerScheduleGroup::new));

  private SchedulerTypes() {}
}
