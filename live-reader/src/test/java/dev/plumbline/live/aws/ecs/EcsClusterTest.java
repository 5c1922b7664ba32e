package dev.plumbline.live.aws.ecs;

import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ExecuteCommandLogging;

final class EcsClusterTest {

  private final FakeEcs ecs = new FakeEcs();

  @Test
  void reads_a_cluster_under_terraforms_own_names() {
    ecs.clusters.add(
        cluster("jobs")
            .settings(s -> s.name("containerInsights").value("enabled"))
            .serviceConnectDefaults(d -> d.namespace("arn:namespace"))
            .tags(t -> t.key("team").value("core")));

    Value.Mapping attributes = found("jobs");

    assertThat(attributes.at("name")).isEqualTo(Value.of("jobs"));
    assertThat(attributes.at("arn")).isEqualTo(Value.of(FakeEcs.clusterArn("jobs")));
    assertThat(attributes.at("setting").items().getFirst().at("value"))
        .isEqualTo(Value.of("enabled"));
    assertThat(attributes.at("service_connect_defaults").items().getFirst().at("namespace"))
        .isEqualTo(Value.of("arn:namespace"));
    assertThat(attributes.at("configuration")).isEqualTo(Value.none());
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void the_log_configurations_bucket_has_terraforms_name() {
    ecs.clusters.add(
        cluster("jobs")
            .configuration(
                c ->
                    c.executeCommandConfiguration(
                        e ->
                            e.logging(ExecuteCommandLogging.OVERRIDE)
                                .logConfiguration(
                                    l -> l.s3BucketName("logs").s3EncryptionEnabled(true)))));

    Value command =
        found("jobs").at("configuration").items().getFirst().at("execute_command_configuration");
    Value log = command.items().getFirst().at("log_configuration").items().getFirst();

    assertThat(command.items().getFirst().at("logging")).isEqualTo(Value.of("OVERRIDE"));
    assertThat(log.at("s3_bucket_name")).isEqualTo(Value.of("logs"));
    assertThat(log.at("s3_bucket_encryption_enabled")).isEqualTo(Value.of(true));
  }

  @Test
  void a_missing_and_an_inactive_cluster_are_gone_and_the_others_are_read() {
    ecs.clusters.add(cluster("jobs"));
    ecs.clusters.add(cluster("old").status("INACTIVE"));

    assertThat(observe("nowhere", "jobs", "old"))
        .extracting(Object::getClass)
        .containsExactly(Observation.Gone.class, Observation.Found.class, Observation.Gone.class);
    assertThat(ecs.calls).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROVISIONING", "DEPROVISIONING"})
  void a_cluster_in_transition_is_unreadable(String status) {
    ecs.clusters.add(cluster("jobs").status(status));

    assertThat(observe("jobs").getFirst())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition", status));
  }

  @Test
  void a_failure_that_is_not_missing_is_never_gone() {
    ecs.reason = "SOMETHING_ELSE";

    assertThat(observe("jobs").getFirst()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ecs.failure = "AccessDeniedException";

    assertThat(observe("jobs").getFirst())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("ecs:DescribeClusters"));
  }

  @Test
  void is_imported_and_discovered_by_name() {
    ecs.clusters.add(cluster("jobs"));

    assertThat(FakeScope.discover(new EcsCluster(), Map.of(EcsClient.class, ecs)))
        .isEqualTo(
            new EcsCluster()
                .importIds(
                    recorded(
                        "aws_ecs_cluster", Map.of("id", Value.of(FakeEcs.clusterArn("jobs"))))))
        .containsExactly("jobs");
  }

  private Value.Mapping found(String name) {
    Observation observation = observe(name).getFirst();
    assertThat(observation).isInstanceOf(Observation.Found.class);
    return ((Observation.Found) observation).attributes();
  }

  private List<Observation> observe(String... names) {
    RecordedResource[] recorded = new RecordedResource[names.length];
    for (int i = 0; i < names.length; i++) {
      recorded[i] =
          recorded("aws_ecs_cluster", Map.of("id", Value.of(FakeEcs.clusterArn(names[i]))));
    }
    return FakeScope.observe(new EcsCluster(), Map.of(EcsClient.class, ecs), recorded);
  }

  private static Cluster.Builder cluster(String name) {
    return Cluster.builder()
        .clusterName(name)
        .clusterArn(FakeEcs.clusterArn(name))
        .status("ACTIVE");
  }
}
