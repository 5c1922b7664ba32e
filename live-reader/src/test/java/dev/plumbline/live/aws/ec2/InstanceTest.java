package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance.Builder;
import software.amazon.awssdk.services.ec2.model.InstanceLifecycleType;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.MonitoringState;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.Volume;

final class InstanceTest {

  private static final String HASH = "c7d8bbb3a34c4a2fba4d6cf6c7a3f4dbd4d1e0fd";

  private final FakeMachines ec2 = new FakeMachines();

  @Test
  void reads_an_instance_under_terraforms_own_names() {
    ec2.instances.add(instance().build());
    ec2.volumes.add(volume("vol-root", 16));
    ec2.volumes.add(volume("vol-data", 8));

    Value.Mapping attributes = found(observe(Map.of()));

    assertComplete("aws_instance", attributes);
    assertThat(attributes.at("ami")).isEqualTo(Value.of("ami-1"));
    assertThat(attributes.at("iam_instance_profile")).isEqualTo(Value.of("worker"));
    assertThat(attributes.at("monitoring")).isEqualTo(Value.of(true));
    assertThat(attributes.at("tenancy")).isEqualTo(Value.of("default"));
    assertThat(attributes.at("cpu_core_count")).isEqualTo(Value.of(2));
    assertThat(attributes.at("primary_network_interface_id")).isEqualTo(Value.of("eni-1"));
    assertThat(attributes.at("associate_public_ip_address")).isEqualTo(Value.of(true));
    assertThat(attributes.at("secondary_private_ips").items())
        .containsExactly(Value.of("10.0.0.6"));
    assertThat(attributes.at("vpc_security_group_ids").items()).containsExactly(Value.of("sg-1"));
    assertThat(attributes.at("security_groups").isEmpty()).isTrue();
    assertThat(attributes.at("disable_api_termination")).isEqualTo(Value.of(true));
    assertThat(attributes.at("instance_initiated_shutdown_behavior")).isEqualTo(Value.of("stop"));
    assertThat(attributes.at("credit_specification").items().getFirst().at("cpu_credits"))
        .isEqualTo(Value.of("unlimited"));
    assertThat(attributes.at("root_block_device").items().getFirst().at("volume_size"))
        .isEqualTo(Value.of(16));
    assertThat(attributes.at("ebs_block_device").items().getFirst().at("snapshot_id"))
        .isEqualTo(Value.of("snap-1"));
  }

  @Test
  void what_the_listings_and_four_questions_cost() {
    ec2.instances.add(instance().build());
    ec2.volumes.add(volume("vol-root", 16));
    found(observe(Map.of()));

    assertThat(ec2.calls)
        .containsExactlyInAnyOrder(
            "DescribeInstances",
            "DescribeVolumes",
            "DescribeInstanceCreditSpecifications",
            "DescribeInstanceAttribute",
            "DescribeInstanceAttribute",
            "DescribeInstanceAttribute",
            "DescribeInstanceAttribute");
  }

  @Test
  void a_type_that_earns_no_credits_is_not_asked_for_them() {
    ec2.instances.add(instance().instanceType(InstanceType.M5_LARGE).build());

    assertThat(found(observe(Map.of())).entries()).doesNotContainKey("credit_specification");
    assertThat(ec2.calls).doesNotContain("DescribeInstanceCreditSpecifications");
  }

  @ParameterizedTest
  @CsvSource({"$Latest, 3, $Latest", "$Latest, 2, 2", "$Default, 1, $Default", "2, 2, 2"})
  void the_template_is_told_by_the_role_that_its_version_was_given(
      String recorded, String current, String shown) {
    ec2.templates.add(
        software.amazon.awssdk.services.ec2.model.LaunchTemplate.builder()
            .launchTemplateId("lt-1")
            .launchTemplateName("worker")
            .defaultVersionNumber(1L)
            .latestVersionNumber(3L)
            .build());
    ec2.instances.add(
        instance()
            .tags(
                t -> t.key("aws:ec2launchtemplate:id").value("lt-1"),
                t -> t.key("aws:ec2launchtemplate:version").value(current))
            .build());
    Value block = Value.of(Map.of("version", Value.of(recorded)));

    Value template =
        found(observe(Map.of("launch_template", Value.of(List.of(block)))))
            .at("launch_template")
            .items()
            .getFirst();

    assertThat(template.at("name")).isEqualTo(Value.of("worker"));
    assertThat(template.at("version")).isEqualTo(Value.of(shown));
  }

  @Test
  void user_data_has_the_form_in_which_the_state_has_it() {
    ec2.userData = Optional.of("aGVsbG8="); // hello
    ec2.instances.add(instance().build());
    String sha1 = "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";

    assertThat(found(observe(Map.of("user_data", Value.of(HASH)))).at("user_data"))
        .isEqualTo(Value.of(sha1));
    assertThat(
            found(observe(Map.of("user_data", Value.of("hi"), "region", Value.of("us-east-1"))))
                .at("user_data"))
        .isEqualTo(Value.of("hello"));
    Value.Mapping base64 = found(observe(Map.of("user_data_base64", Value.of("eA=="))));
    assertThat(base64.at("user_data_base64")).isEqualTo(Value.of("aGVsbG8="));
    assertThat(base64.at("user_data").isEmpty()).isTrue();
  }

  @Test
  void a_spot_instance_shows_its_requests_terms() {
    ec2.instances.add(
        instance()
            .spotInstanceRequestId("sir-1")
            .instanceLifecycle(InstanceLifecycleType.SPOT)
            .build());
    ec2.spot.add(
        SpotInstanceRequest.builder()
            .spotInstanceRequestId("sir-1")
            .spotPrice("0.05")
            .type("persistent")
            .build());

    Value market = found(observe(Map.of())).at("instance_market_options").items().getFirst();

    assertThat(market.at("market_type")).isEqualTo(Value.of("spot"));
    assertThat(market.at("spot_options").items().getFirst().at("max_price"))
        .isEqualTo(Value.of("0.05"));
  }

  @Test
  void a_volume_that_a_resource_of_its_own_attaches_is_shown_once_a_refresh_has_seen_it() {
    ec2.instances.add(instance().build());
    ec2.volumes.add(volume("vol-root", 16));
    ec2.volumes.add(volume("vol-data", 8));
    RecordedResource attachment =
        recorded(
            "aws_volume_attachment",
            Map.of(
                "id", Value.of("vai-1"),
                "instance_id", Value.of("i-1"),
                "volume_id", Value.of("vol-data")));
    Value seen = Value.of(List.of(Value.of(Map.of("volume_id", Value.of("vol-data")))));

    assertThat(blocks(ec2.observe(new Instance(), resource(Map.of()), attachment))).isEmpty();
    assertThat(
            blocks(
                ec2.observe(
                    new Instance(), resource(Map.of("ebs_block_device", seen)), attachment)))
        .hasSize(1);
  }

  @Test
  void a_volumes_tags_are_shown_as_the_state_keeps_them() {
    ec2.instances.add(instance().build());
    ec2.volumes.add(volume("vol-root", 16));
    Value older = Value.of(List.of(Value.of(Map.of("tags", Value.none()))));

    Value.Mapping now = (Value.Mapping) root(observe(Map.of()));
    Value.Mapping before = (Value.Mapping) root(observe(Map.of("root_block_device", older)));

    assertThat(now.at("tags_all").at("Purpose")).isEqualTo(Value.of("scratch"));
    assertThat(now.entries()).doesNotContainKey("tags");
    assertThat(before.at("tags").at("Purpose")).isEqualTo(Value.of("scratch"));
  }

  @Test
  void volumes_tagged_together_show_their_tags_once() {
    ec2.instances.add(instance().build());
    ec2.volumes.add(volume("vol-root", 16));

    Value.Mapping attributes =
        found(
            observe(
                Map.of(
                    "volume_tags", Value.of(Map.of("Purpose", Value.of("old"))),
                    "tags_all", Value.of(Map.of("Team", Value.of("render"))))));

    assertThat(attributes.at("volume_tags"))
        .isEqualTo(Value.of(Map.of("Purpose", Value.of("scratch"))));
    assertThat(((Value.Mapping) attributes.at("root_block_device").items().getFirst()).entries())
        .doesNotContainKeys("tags", "tags_all");
  }

  @Test
  void a_terminated_instance_is_gone_and_so_is_one_that_the_listing_lacks() {
    assertThat(observe(Map.of())).isInstanceOf(Observation.Gone.class);

    ec2.instances.add(instance().state(s -> s.name(InstanceStateName.TERMINATED)).build());
    assertThat(observe(Map.of())).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = InstanceStateName.class,
      names = {"PENDING", "STOPPING", "SHUTTING_DOWN"})
  void an_instance_in_transition_is_unreadable(InstanceStateName state) {
    ec2.instances.add(instance().state(s -> s.name(state)).build());

    assertThat(observe(Map.of())).isInstanceOf(Observation.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DescribeInstances",
        "DescribeInstanceAttribute",
        "DescribeVolumes",
        "DescribeInstanceCreditSpecifications"
      })
  void a_denial_is_unreadable_and_names_the_action(String action) {
    ec2.instances.add(instance().build());
    ec2.failures.put(action, "UnauthorizedOperation");

    assertThat(observe(Map.of()))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("ec2:" + action));
  }

  @Test
  void what_a_group_or_a_fleet_started_is_not_discovered() {
    ec2.instances.add(instance().build());
    ec2.instances.add(
        instance()
            .instanceId("i-2")
            .tags(t -> t.key("aws:autoscaling:groupName").value("fleet"))
            .build());

    assertThat(FakeScope.discover(new Instance(), Map.of(Ec2Client.class, ec2)))
        .containsExactly("i-1");
  }

  private static Value root(Observation observation) {
    return found(observation).at("root_block_device").items().getFirst();
  }

  private static List<Value> blocks(Observation observation) {
    return found(observation).at("ebs_block_device").items();
  }

  private static Builder instance() {
    return software.amazon.awssdk.services.ec2.model.Instance.builder()
        .instanceId("i-1")
        .imageId("ami-1")
        .instanceType(InstanceType.T3_SMALL)
        .state(s -> s.name(InstanceStateName.RUNNING))
        .subnetId("subnet-1")
        .rootDeviceName("/dev/xvda")
        .placement(p -> p.tenancy("default").availabilityZone("us-east-1a"))
        .monitoring(m -> m.state(MonitoringState.ENABLED))
        .cpuOptions(c -> c.coreCount(2).threadsPerCore(1))
        .iamInstanceProfile(p -> p.arn("arn:aws:iam::123456789012:instance-profile/a/worker"))
        .securityGroups(g -> g.groupId("sg-1").groupName("farm"))
        .networkInterfaces(
            n ->
                n.networkInterfaceId("eni-1")
                    .attachment(a -> a.deviceIndex(0))
                    .association(a -> a.publicIp("1.2.3.4"))
                    .privateIpAddresses(
                        a -> a.privateIpAddress("10.0.0.5").primary(true),
                        a -> a.privateIpAddress("10.0.0.6").primary(false)))
        .blockDeviceMappings(
            d -> d.deviceName("/dev/xvda").ebs(e -> e.volumeId("vol-root")),
            d -> d.deviceName("/dev/sdf").ebs(e -> e.volumeId("vol-data")));
  }

  private static Volume volume(String id, int size) {
    return Volume.builder()
        .volumeId(id)
        .size(size)
        .snapshotId("snap-1")
        .tags(t -> t.key("Team").value("render"), t -> t.key("Purpose").value("scratch"))
        .build();
  }

  private static RecordedResource resource(Map<String, Value> more) {
    Map<String, Value> attributes = new TreeMap<>(more);
    attributes.put("id", Value.of("i-1"));
    return recorded("aws_instance", attributes);
  }

  private Observation observe(Map<String, Value> more) {
    return ec2.observe(new Instance(), resource(more));
  }
}
