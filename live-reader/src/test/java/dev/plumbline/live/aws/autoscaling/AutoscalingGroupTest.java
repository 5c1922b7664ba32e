package dev.plumbline.live.aws.autoscaling;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;

final class AutoscalingGroupTest {

  private final FakeAutoScaling fake = new FakeAutoScaling();

  @Test
  void reads_a_group_under_terraforms_own_names() {
    fake.groups.add(
        group()
            .launchTemplate(t -> t.launchTemplateId("lt-1").launchTemplateName("w").version("2"))
            .enabledMetrics(m -> m.metric("GroupMinSize").granularity("1Minute"))
            .suspendedProcesses(p -> p.processName("AZRebalance"))
            .vpcZoneIdentifier("subnet-1,subnet-2")
            .newInstancesProtectedFromScaleIn(true)
            .trafficSources(s -> s.identifier("arn:group").type("elbv2"))
            .warmPoolConfiguration(w -> w.minSize(1))
            .tags(
                t -> t.key("Name").value("fleet").propagateAtLaunch(true),
                t -> t.key("aws:cloudformation:stack").value("s").propagateAtLaunch(false))
            .build());

    Value.Mapping attributes = found(observe(2));

    assertComplete("aws_autoscaling_group", attributes);
    assertThat(attributes.at("launch_template").items().getFirst())
        .isEqualTo(
            Value.of(
                Map.of("id", Value.of("lt-1"), "name", Value.of("w"), "version", Value.of("2"))));
    assertThat(attributes.at("vpc_zone_identifier").items()).hasSize(2);
    assertThat(attributes.at("protect_from_scale_in")).isEqualTo(Value.of(true));
    assertThat(attributes.at("enabled_metrics").items()).containsExactly(Value.of("GroupMinSize"));
    assertThat(attributes.at("suspended_processes").items())
        .containsExactly(Value.of("AZRebalance"));
    assertThat(attributes.at("traffic_source").items().getFirst().at("type"))
        .isEqualTo(Value.of("elbv2"));
    assertThat(attributes.at("warm_pool").items().getFirst().at("max_group_prepared_capacity"))
        .isEqualTo(Value.of(-1));
    assertThat(attributes.at("tag").items())
        .containsExactly(
            Value.of(
                Map.of(
                    "key", Value.of("Name"),
                    "value", Value.of("fleet"),
                    "propagate_at_launch", Value.of(true))));
    assertThat(attributes.at("termination_policies").isEmpty()).isTrue();
  }

  @Test
  void the_requirements_of_mixed_instances_have_terraforms_names() {
    fake.groups.add(
        group()
            .mixedInstancesPolicy(
                m ->
                    m.launchTemplate(
                        t ->
                            t.launchTemplateSpecification(s -> s.launchTemplateId("lt-1"))
                                .overrides(
                                    o ->
                                        o.instanceRequirements(
                                            r ->
                                                r.vCpuCount(c -> c.min(2))
                                                    .memoryMiB(b -> b.min(4096))
                                                    .memoryGiBPerVCpu(g -> g.max(8.5))))))
            .build());

    Value template =
        found(observe(2))
            .at("mixed_instances_policy")
            .items()
            .getFirst()
            .at("launch_template")
            .items()
            .getFirst();
    Value requirements =
        template.at("override").items().getFirst().at("instance_requirements").items().getFirst();

    assertThat(requirements.at("vcpu_count").items().getFirst().at("min")).isEqualTo(Value.of(2));
    assertThat(requirements.at("memory_mib").items().getFirst().at("min"))
        .isEqualTo(Value.of(4096));
    assertThat(requirements.at("memory_gib_per_vcpu").items().getFirst().at("max").isEmpty())
        .isFalse();
    assertThat(
            template
                .at("launch_template_specification")
                .items()
                .getFirst()
                .at("launch_template_id"))
        .isEqualTo(Value.of("lt-1"));
  }

  @Test
  void a_scaling_policy_in_the_account_moves_the_desired_capacity() {
    fake.groups.add(group().build());
    assertThat(moving(1)).isEmpty(); // nothing scales it

    fake.policies.add(
        ScalingPolicy.builder().autoScalingGroupName("fleet").policyName("cpu").build());
    assertThat(moving(1)).containsKey("desired_capacity");
    assertThat(moving(2)).isEmpty(); // it did not move
  }

  @Test
  void a_policy_that_is_switched_off_moves_nothing() {
    fake.groups.add(group().build());
    fake.policies.add(
        ScalingPolicy.builder()
            .autoScalingGroupName("fleet")
            .policyName("cpu")
            .enabled(false)
            .build());

    assertThat(moving(1)).isEmpty();
  }

  @Test
  void policies_are_listed_only_where_the_capacity_has_moved() {
    fake.groups.add(group().build());
    observe(2);

    assertThat(fake.calls).containsExactly("groups");
  }

  @Test
  void a_group_being_deleted_is_in_transition() {
    fake.groups.add(group().status("Delete in progress").build());

    assertThat(observe(2))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition"));
  }

  @Test
  void a_group_that_the_listing_lacks_is_gone() {
    assertThat(observe(2)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    fake.failure = "AccessDenied";

    assertThat(observe(2)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void what_siblings_own_has_the_form_of_the_groups_blocks() {
    Value.Mapping attachment = Value.of(Map.of("lb_target_group_arn", Value.of("arn:group")));
    Value.Mapping classic = Value.of(Map.of("elb", Value.of("old")));

    assertThat(GroupSiblings.targetGroups(attachment)).containsExactly(Value.of("arn:group"));
    assertThat(GroupSiblings.attachedSources(attachment))
        .containsExactly(
            Value.of(Map.of("identifier", Value.of("arn:group"), "type", Value.of("elbv2"))));
    assertThat(GroupSiblings.loadBalancers(classic)).containsExactly(Value.of("old"));
    assertThat(GroupSiblings.attachedSources(classic))
        .containsExactly(Value.of(Map.of("identifier", Value.of("old"), "type", Value.of("elb"))));
  }

  private Map<String, String> moving(int recorded) {
    return ((Observation.Found) observe(recorded)).moving();
  }

  private static AutoScalingGroup.Builder group() {
    return AutoScalingGroup.builder()
        .autoScalingGroupName("fleet")
        .autoScalingGroupARN("arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:fleet")
        .desiredCapacity(2)
        .minSize(0)
        .maxSize(4)
        .terminationPolicies(List.of("Default"));
  }

  private Observation observe(int recordedCapacity) {
    Map<String, Value> attributes = new TreeMap<>();
    attributes.put("id", Value.of("fleet"));
    attributes.put("desired_capacity", Value.of(recordedCapacity));
    return FakeScope.observe(
            new AutoscalingGroup(),
            Map.of(AutoScalingClient.class, fake),
            recorded("aws_autoscaling_group", attributes))
        .getFirst();
  }
}
