package dev.plumbline.live.aws.scheduler;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListScheduleGroupsRequest;
import software.amazon.awssdk.services.scheduler.model.ListScheduleGroupsResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesRequest;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.scheduler.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.scheduler.model.Target;

/** A scheduler with one schedule and three groups. */
final class FakeScheduler implements SchedulerClient {

  final GetScheduleResponse.Builder schedule =
      GetScheduleResponse.builder()
          .groupName("day")
          .name("open")
          .target(Target.builder().arn("arn:target").build());
  final List<String> asked = new CopyOnWriteArrayList<>();
  String failure = "";

  private void ask(String what) {
    asked.add(what);
    if (!failure.isEmpty()) {
      throw error(failure, 400);
    }
  }

  @Override
  public GetScheduleResponse getSchedule(GetScheduleRequest request) {
    ask(request.groupName() + "/" + request.name());
    return schedule.build();
  }

  @Override
  public ListSchedulesResponse listSchedules(ListSchedulesRequest request) {
    ask("schedules");
    return ListSchedulesResponse.builder().schedules(s -> s.groupName("day").name("open")).build();
  }

  @Override
  public ListScheduleGroupsResponse listScheduleGroups(ListScheduleGroupsRequest request) {
    ask("groups");
    return ListScheduleGroupsResponse.builder()
        .scheduleGroups(
            g -> g.name("default").arn("arn:default").state("ACTIVE"),
            g -> g.name("day").arn("arn:day").state("ACTIVE"),
            g -> g.name("leaving").arn("arn:leaving").state("DELETING"))
        .build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    ask("tags " + request.resourceArn());
    return ListTagsForResourceResponse.builder().tags(t -> t.key("Shift").value("day")).build();
  }

  @Override
  public String serviceName() {
    return "scheduler";
  }

  @Override
  public void close() {}
}
