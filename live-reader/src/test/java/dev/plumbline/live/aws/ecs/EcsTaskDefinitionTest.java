package dev.plumbline.live.aws.ecs;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

final class EcsTaskDefinitionTest {

  private static final String ARN = "arn:aws:ecs:us-east-1:123456789012:task-definition/render:3";

  private final FakeEcs ecs = new FakeEcs();

  @Test
  void reads_a_revision_under_terraforms_own_names() {
    ecs.revisions.put(ARN, revision().build());

    Value.Mapping attributes = found(observe(""));

    assertComplete("aws_ecs_task_definition", attributes);
    assertThat(attributes.at("arn_without_revision"))
        .isEqualTo(Value.of(ARN.substring(0, ARN.length() - 2)));
    assertThat(attributes.at("revision")).isEqualTo(Value.of(3));
    assertThat(attributes.at("ephemeral_storage").items().getFirst().at("size_in_gib"))
        .isEqualTo(Value.of(40));
    assertThat(attributes.at("proxy_configuration").items().getFirst().at("properties"))
        .isEqualTo(Value.of(Map.of("AppPorts", Value.of("80"))));
    assertThat(attributes.at("volume").items().getFirst().at("host_path"))
        .isEqualTo(Value.of("/mnt"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // as ECS answers it: another order, defaults spelt out
        "[{\"name\":\"app\",\"image\":\"a:1\",\"environment\":[{\"name\":\"B\",\"value\":\"2\"},"
            + "{\"name\":\"A\",\"value\":\"1\"}],\"portMappings\":[{\"containerPort\":80}]}]|true",
        "[{\"name\":\"app\",\"image\":\"a:2\",\"environment\":[{\"name\":\"A\",\"value\":\"1\"},"
            + "{\"name\":\"B\",\"value\":\"2\"}],\"portMappings\":[{\"containerPort\":80}]}]|false",
        "[{\"name\":\"app\",\"image\":\"a:1\",\"portMappings\":[{\"containerPort\":80}]}]|false"
      })
  void containers_that_mean_the_same_stay_as_recorded(String written, boolean same) {
    ecs.revisions.put(ARN, revision().build());

    assertThat(found(observe(written)).at("container_definitions").text().equals(written))
        .isEqualTo(same);
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskDefinitionStatus.class,
      names = {"INACTIVE", "DELETE_IN_PROGRESS"})
  void a_deregistered_revision_is_gone(TaskDefinitionStatus status) {
    ecs.revisions.put(ARN, revision().status(status).build());

    assertThat(observe("")).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_refusal_is_gone_only_where_its_family_does_not_list_it() {
    assertThat(observe("")).isInstanceOf(Observation.Gone.class);

    ecs.active.add(ARN);
    assertThat(observe("")).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void the_latest_revision_is_read_where_the_code_follows_it() {
    ecs.revisions.put("render", revision().revision(9).build());
    RecordedResource following =
        recorded(
            "aws_ecs_task_definition",
            Map.of(
                "id", Value.of("render"),
                "family", Value.of("render"),
                "arn", Value.of(ARN),
                "track_latest", Value.of(true)));

    assertThat(found(observe(following)).at("revision")).isEqualTo(Value.of(9));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ecs.failure = "AccessDeniedException";

    assertThat(observe("")).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void the_newest_revision_of_each_unmanaged_family_is_discovered() {
    ecs.active.add(ARN.replace("render:3", "stray:2"));
    ecs.active.add(ARN.replace("render:3", "stray:1"));

    assertThat(FakeScope.discover(new EcsTaskDefinition(), Map.of(EcsClient.class, ecs)))
        .containsExactly(ARN.replace("render:3", "stray:2"));
  }

  private static TaskDefinition.Builder revision() {
    return TaskDefinition.builder()
        .taskDefinitionArn(ARN)
        .family("render")
        .revision(3)
        .status(TaskDefinitionStatus.ACTIVE)
        .networkMode(NetworkMode.AWSVPC)
        .ephemeralStorage(s -> s.sizeInGiB(40))
        .proxyConfiguration(
            p -> p.containerName("envoy").properties(k -> k.name("AppPorts").value("80")))
        .volumes(v -> v.name("frames").host(h -> h.sourcePath("/mnt")))
        .containerDefinitions(
            c ->
                c.name("app")
                    .image("a:1")
                    .cpu(0)
                    .essential(true)
                    .environment(e -> e.name("A").value("1"), e -> e.name("B").value("2"))
                    .portMappings(p -> p.containerPort(80).hostPort(80).protocol("tcp")));
  }

  private Observation observe(String containers) {
    Map<String, Value> attributes = new TreeMap<>();
    attributes.put("id", Value.of("render"));
    attributes.put("family", Value.of("render"));
    attributes.put("arn", Value.of(ARN));
    attributes.put("container_definitions", Value.of(containers));
    return observe(recorded("aws_ecs_task_definition", attributes));
  }

  private Observation observe(RecordedResource recorded) {
    return FakeScope.observe(new EcsTaskDefinition(), Map.of(EcsClient.class, ecs), recorded)
        .getFirst();
  }
}
