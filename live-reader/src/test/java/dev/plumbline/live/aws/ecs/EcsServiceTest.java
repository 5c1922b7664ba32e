package dev.plumbline.live.aws.ecs;

import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;
import software.amazon.awssdk.services.ecs.model.Service;

final class EcsServiceTest {

  private static final String CLUSTER = FakeEcs.clusterArn("jobs");
  private static final String TASK = "arn:aws:ecs:us-east-1:123456789012:task-definition/api:7";

  private final FakeEcs ecs = new FakeEcs();

  @Test
  void reads_a_service_under_terraforms_own_names() {
    ecs.services.add(
        service("api")
            .desiredCount(2)
            .enableECSManagedTags(true)
            .deploymentConfiguration(
                d -> d.maximumPercent(200).deploymentCircuitBreaker(c -> c.enable(true)))
            .networkConfiguration(
                n ->
                    n.awsvpcConfiguration(
                        v -> v.subnets("subnet-1").assignPublicIp(AssignPublicIp.ENABLED)))
            .loadBalancers(l -> l.loadBalancerName("classic").containerPort(80))
            .tags(t -> t.key("team").value("core")));

    Value.Mapping attributes = found("api", Map.of());

    assertThat(attributes.at("desired_count")).isEqualTo(Value.of(2));
    assertThat(attributes.at("task_definition")).isEqualTo(Value.of(TASK));
    assertThat(attributes.at("cluster")).isEqualTo(Value.of(CLUSTER));
    assertThat(attributes.at("enable_ecs_managed_tags")).isEqualTo(Value.of(true));
    assertThat(attributes.at("deployment_maximum_percent")).isEqualTo(Value.of(200));
    assertThat(block(attributes.at("deployment_controller")).at("type")).isEqualTo(Value.of("ECS"));
    assertThat(block(attributes.at("deployment_circuit_breaker")).at("enable"))
        .isEqualTo(Value.of(true));
    assertThat(block(attributes.at("network_configuration")).at("assign_public_ip"))
        .isEqualTo(Value.of(true));
    assertThat(block(attributes.at("load_balancer")).at("elb_name")).isEqualTo(Value.of("classic"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::123456789012:role/x/ecs, arn:aws:iam::123456789012:role/x/ecs, arn:aws:iam::123456789012:role/x/ecs",
    "/x/ecs,                               arn:aws:iam::123456789012:role/x/ecs, /x/ecs",
    "ecs,                                  arn:aws:iam::123456789012:role/ecs,   ecs",
  })
  void the_role_is_written_as_it_was_recorded(String recorded, String live, String expected) {
    ecs.services.add(service("api").roleArn(live));

    assertThat(found("api", Map.of("iam_role", Value.of(recorded))).at("iam_role"))
        .isEqualTo(Value.of(expected));
  }

  @Test
  void a_daemons_count_and_an_external_deployments_task_are_not_compared() {
    ecs.services.add(
        service("api")
            .schedulingStrategy(SchedulingStrategy.DAEMON)
            .desiredCount(3)
            .taskDefinition(null));

    assertThat(found("api", Map.of()).entries())
        .doesNotContainKeys("desired_count", "task_definition");
  }

  @ParameterizedTest
  @CsvSource({"2, true", "5, false"})
  void a_count_that_a_scalable_target_stands_for_is_expected_to_move(int recorded, boolean moves) {
    ecs.services.add(service("api").desiredCount(5));
    Map<String, Value> attributes = new TreeMap<>(at("api", CLUSTER).attributes().entries());
    attributes.put("desired_count", Value.of(recorded));
    RecordedResource target =
        recorded(
            "aws_appautoscaling_target",
            Map.of(
                "resource_id", Value.of("service/jobs/api"),
                "scalable_dimension", Value.of("ecs:service:DesiredCount")));

    Observation.Found found =
        (Observation.Found)
            FakeScope.beside(
                new EcsService(),
                Map.of(EcsClient.class, ecs),
                recorded("aws_ecs_service", attributes),
                target);

    assertThat(found.moving().containsKey("desired_count")).isEqualTo(moves);
  }

  @Test
  void what_code_deploy_deploys_is_expected_to_move() {
    ecs.services.add(service("api").deploymentController(c -> c.type("CODE_DEPLOY")));

    assertThat(((Observation.Found) observe(at("api", CLUSTER)).getFirst()).moving())
        .containsOnlyKeys("task_definition", "load_balancer");
  }

  @ParameterizedTest
  @CsvSource({"'', FARGATE, true", "EC2, FARGATE, true", "EC2, EC2, false"})
  void a_strategy_is_gone_only_where_a_launch_type_took_its_place(
      String recorded, String live, boolean observed) {
    ecs.services.add(service("api").launchType(live));

    assertThat(
            found("api", Map.of("launch_type", Value.of(recorded)))
                .entries()
                .containsKey("capacity_provider_strategy"))
        .isEqualTo(observed);
  }

  @Test
  void what_ecs_picked_for_service_connect_is_not_compared() {
    ecs.services.add(
        service("api")
            .deployments(
                d ->
                    d.status("PRIMARY")
                        .serviceConnectConfiguration(
                            c ->
                                c.enabled(true)
                                    .namespace("arn:namespace")
                                    .services(
                                        s ->
                                            s.portName("http")
                                                .discoveryName("http")
                                                .clientAliases(
                                                    a -> a.port(80).dnsName("http.local"))))));
    Value alias = Value.of(Map.of("port", Value.of(80), "dns_name", Value.of("web")));
    Value given = Value.of(Map.of("client_alias", Value.of(List.of(alias))));
    Value recorded = Value.of(List.of(Value.of(Map.of("service", Value.of(List.of(given))))));

    Value connect =
        block(
            found("api", Map.of("service_connect_configuration", recorded))
                .at("service_connect_configuration"));

    assertThat(connect.at("enabled")).isEqualTo(Value.of(true));
    assertThat(connect.at("namespace")).isEqualTo(Value.none());
    assertThat(block(connect.at("service")).at("port_name")).isEqualTo(Value.of("http"));
    assertThat(block(connect.at("service")).at("discovery_name")).isEqualTo(Value.none());
    assertThat(block(block(connect.at("service")).at("client_alias")).at("dns_name"))
        .isEqualTo(Value.of("http.local"));
  }

  @Test
  void a_volumes_tags_are_a_map() {
    ecs.services.add(
        service("api")
            .deployments(
                d ->
                    d.status("PRIMARY")
                        .volumeConfigurations(
                            v ->
                                v.name("data")
                                    .managedEBSVolume(
                                        e ->
                                            e.sizeInGiB(20)
                                                .tagSpecifications(
                                                    t ->
                                                        t.tags(tag -> tag.key("a").value("b")))))));

    Value volume = block(found("api", Map.of()).at("volume_configuration"));
    Value ebs = block(volume.at("managed_ebs_volume"));

    assertThat(volume.at("name")).isEqualTo(Value.of("data"));
    assertThat(ebs.at("size_in_gb")).isEqualTo(Value.of(20));
    assertThat(block(ebs.at("tag_specifications")).at("tags"))
        .isEqualTo(Value.of(Map.of("a", Value.of("b"))));
  }

  @Test
  void missing_and_inactive_are_gone_draining_is_in_transition() {
    ecs.services.add(service("old").status("INACTIVE"));
    ecs.services.add(service("going").status("DRAINING"));

    assertThat(observe(at("nowhere", CLUSTER), at("old", CLUSTER), at("going", CLUSTER)))
        .extracting(Object::getClass)
        .containsExactly(
            Observation.Gone.class, Observation.Gone.class, Observation.Unreadable.class);
  }

  @Test
  void services_are_asked_for_in_tens() {
    RecordedResource[] recorded =
        IntStream.range(0, 25).mapToObj(i -> at("s" + i, CLUSTER)).toArray(RecordedResource[]::new);
    IntStream.range(0, 25).forEach(i -> ecs.services.add(service("s" + i)));

    assertThat(observe(recorded)).hasSize(25).allMatch(Observation.Found.class::isInstance);
    assertThat(ecs.calls).hasValue(3);
  }

  @Test
  void services_of_a_cluster_that_does_not_exist_are_gone_and_the_others_are_read() {
    ecs.services.add(service("api"));
    ecs.failing = "nowhere";
    ecs.failure = "ClusterNotFoundException";

    assertThat(observe(at("web", "nowhere"), at("api", CLUSTER)))
        .extracting(Object::getClass)
        .containsExactly(Observation.Gone.class, Observation.Found.class);
  }

  @Test
  void access_denied_in_one_cluster_is_unreadable_there_alone() {
    ecs.services.add(service("api"));
    ecs.failing = "closed";
    ecs.failure = "AccessDeniedException";

    assertThat(observe(at("web", "closed"), at("api", CLUSTER)))
        .extracting(Object::getClass)
        .containsExactly(Observation.Unreadable.class, Observation.Found.class);
  }

  @Test
  void is_imported_and_discovered_by_cluster_and_name() {
    ecs.clusters.add(
        software.amazon.awssdk.services.ecs.model.Cluster.builder().clusterArn(CLUSTER));
    ecs.services.add(service("api"));

    assertThat(FakeScope.discover(new EcsService(), Map.of(EcsClient.class, ecs)))
        .isEqualTo(new EcsService().importIds(at("api", CLUSTER)))
        .containsExactly("jobs/api");
  }

  private Value.Mapping found(String name, Map<String, Value> more) {
    Map<String, Value> attributes = new TreeMap<>(at(name, CLUSTER).attributes().entries());
    attributes.putAll(more);
    Observation observation = observe(recorded("aws_ecs_service", attributes)).getFirst();
    assertThat(observation).isInstanceOf(Observation.Found.class);
    return ((Observation.Found) observation).attributes();
  }

  private List<Observation> observe(RecordedResource... recorded) {
    return FakeScope.observe(new EcsService(), Map.of(EcsClient.class, ecs), recorded);
  }

  private static RecordedResource at(String name, String cluster) {
    String arn = FakeEcs.serviceArn(cluster.substring(cluster.lastIndexOf('/') + 1) + "/" + name);
    return recorded("aws_ecs_service", Map.of("id", Value.of(arn), "cluster", Value.of(cluster)));
  }

  private static Value block(Value blocks) {
    assertThat(blocks.items()).hasSize(1);
    return blocks.items().getFirst();
  }

  private static Service.Builder service(String name) {
    return Service.builder()
        .serviceName(name)
        .serviceArn(FakeEcs.serviceArn("jobs/" + name))
        .clusterArn(CLUSTER)
        .status("ACTIVE")
        .taskDefinition(TASK);
  }
}
