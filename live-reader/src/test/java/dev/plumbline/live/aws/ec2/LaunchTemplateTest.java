package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

final class LaunchTemplateTest {

  private final FakeMachines ec2 = new FakeMachines();

  @Test
  void reads_a_templates_latest_version_under_terraforms_own_names() {
    template(
        data ->
            data.imageId("ami-1")
                .instanceType(InstanceType.T3_SMALL)
                .ebsOptimized(true)
                .creditSpecification(c -> c.cpuCredits("unlimited"))
                .securityGroupIds("sg-1")
                .blockDeviceMappings(
                    b -> b.deviceName("/dev/xvda").ebs(e -> e.volumeSize(24).encrypted(true)))
                .networkInterfaces(
                    n ->
                        n.deviceIndex(0)
                            .associatePublicIpAddress(false)
                            .groups("sg-2")
                            .privateIpAddresses(a -> a.privateIpAddress("10.0.0.5"))
                            .ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.0/28")))
                .instanceRequirements(r -> r.memoryMiB(m -> m.min(512)).vCpuCount(v -> v.min(1)))
                .tagSpecifications(
                    t ->
                        t.resourceType(ResourceType.INSTANCE)
                            .tags(k -> k.key("Name").value("worker"))));

    Value.Mapping attributes = found(observe());
    Value requirements = attributes.at("instance_requirements").items().getFirst();
    Value device = attributes.at("block_device_mappings").items().getFirst();
    Value network = attributes.at("network_interfaces").items().getFirst();

    assertComplete("aws_launch_template", attributes);
    assertThat(attributes.at("description")).isEqualTo(Value.of("Workers"));
    assertThat(attributes.at("default_version")).isEqualTo(Value.of(1));
    assertThat(attributes.at("latest_version")).isEqualTo(Value.of(3));
    assertThat(attributes.at("ebs_optimized")).isEqualTo(Value.of("true"));
    assertThat(attributes.at("vpc_security_group_ids").items()).containsExactly(Value.of("sg-1"));
    assertThat(device.at("ebs").items().getFirst().at("encrypted")).isEqualTo(Value.of("true"));
    assertThat(network.at("associate_public_ip_address")).isEqualTo(Value.of("false"));
    assertThat(network.at("security_groups").items()).containsExactly(Value.of("sg-2"));
    assertThat(network.at("ipv4_addresses").items()).containsExactly(Value.of("10.0.0.5"));
    assertThat(network.at("ipv4_prefixes").items()).containsExactly(Value.of("10.0.1.0/28"));
    assertThat(requirements.at("memory_mib").items()).hasSize(1);
    assertThat(requirements.at("vcpu_count").items()).hasSize(1);
    assertThat(attributes.at("tag_specifications").items().getFirst().at("tags"))
        .isEqualTo(Value.of(Map.of("Name", Value.of("worker"))));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("Team", Value.of("render"))));
  }

  @Test
  void all_templates_cost_two_listings() {
    template(data -> data.imageId("ami-1"));
    found(observe());

    assertThat(ec2.calls)
        .containsExactly("DescribeLaunchTemplates", "DescribeLaunchTemplateVersions");
  }

  @Test
  void a_template_that_the_listing_lacks_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_template_without_a_version_is_unreadable() {
    template(data -> data.imageId("ami-1"));
    ec2.versions.clear();

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({"DescribeLaunchTemplates", "DescribeLaunchTemplateVersions"})
  void access_denied_is_unreadable_never_gone(String action) {
    template(data -> data.imageId("ami-1"));
    ec2.failures.put(action, "UnauthorizedOperation");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private void template(Consumer<ResponseLaunchTemplateData.Builder> data) {
    ec2.templates.add(
        software.amazon.awssdk.services.ec2.model.LaunchTemplate.builder()
            .launchTemplateId("lt-1")
            .launchTemplateName("worker")
            .defaultVersionNumber(1L)
            .latestVersionNumber(3L)
            .tags(t -> t.key("Team").value("render"))
            .build());
    ec2.versions.add(
        LaunchTemplateVersion.builder()
            .launchTemplateId("lt-1")
            .versionNumber(3L)
            .versionDescription("Workers")
            .launchTemplateData(data)
            .build());
  }

  private Observation observe() {
    return ec2.observe(
        new LaunchTemplate(), recorded("aws_launch_template", Map.of("id", Value.of("lt-1"))));
  }
}
