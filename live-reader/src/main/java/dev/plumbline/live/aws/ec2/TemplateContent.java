package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecificationResponse;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecificationResponse;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateTagSpecification;
import software.amazon.awssdk.services.ec2.model.PrivateIpAddressSpecification;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.Tag;

/** A launch template version's content under the names of {@code aws_launch_template}. */
final class TemplateContent {

  private static final Map<String, String> REQUIREMENTS =
      Map.of(
          "accelerator_total_memory_mi_b", "accelerator_total_memory_mib",
          "memory_gi_b_per_v_cpu", "memory_gib_per_vcpu",
          "memory_mi_b", "memory_mib",
          "v_cpu_count", "vcpu_count");

  private TemplateContent() {}

  static Attributes of(
      Attributes attributes, RecordedResource recorded, ResponseLaunchTemplateData content) {
    attributes
        .fromAllBut(content, "credit_specification")
        .put("elastic_inference_accelerator", content.elasticInferenceAccelerators())
        .put(
            "instance_requirements",
            Shape.renamed(Shape.of(content.instanceRequirements()), REQUIREMENTS))
        .put("license_specification", content.licenseSpecifications())
        .put(
            "network_interfaces",
            content.networkInterfaces().stream().map(TemplateContent::networkInterface).toList())
        .put("security_group_names", content.securityGroups())
        .put("vpc_security_group_ids", content.securityGroupIds())
        .put(
            "tag_specifications",
            content.tagSpecifications().stream().map(TemplateContent::tags).toList());
    if (showsCredits(recorded, content)) {
      attributes.put("credit_specification", content.creditSpecification());
    }
    return attributes;
  }

  /** For types that earn no credits, Terraform keeps what the code says. */
  private static boolean showsCredits(
      RecordedResource recorded, ResponseLaunchTemplateData content) {
    boolean told =
        content.creditSpecification() != null
            && Burstable.is(String.valueOf(content.instanceTypeAsString()));
    return told || recorded.at("credit_specification").isEmpty();
  }

  private static Value networkInterface(LaunchTemplateInstanceNetworkInterfaceSpecification of) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(of).entries());
    block.put("ipv4_address_count", Shape.of(of.secondaryPrivateIpAddressCount()));
    block.put("security_groups", Shape.of(of.groups()));
    block.put(
        "ipv4_addresses",
        Shape.of(
            of.privateIpAddresses().stream()
                .map(PrivateIpAddressSpecification::privateIpAddress)
                .toList()));
    block.put(
        "ipv6_addresses",
        Shape.of(of.ipv6Addresses().stream().map(InstanceIpv6Address::ipv6Address).toList()));
    block.put(
        "ipv4_prefixes",
        Shape.of(
            of.ipv4Prefixes().stream().map(Ipv4PrefixSpecificationResponse::ipv4Prefix).toList()));
    block.put(
        "ipv6_prefixes",
        Shape.of(
            of.ipv6Prefixes().stream().map(Ipv6PrefixSpecificationResponse::ipv6Prefix).toList()));
    return Value.of(block);
  }

  private static Value tags(LaunchTemplateTagSpecification specification) {
    return Value.of(
        Map.of(
            "resource_type", Shape.of(specification.resourceTypeAsString()),
            "tags", tags(specification.tags())));
  }

  private static Value tags(List<Tag> tags) {
    Map<String, Value> byKey = new TreeMap<>();
    tags.stream()
        .filter(tag -> !tag.key().startsWith("aws:"))
        .forEach(tag -> byKey.put(tag.key(), Shape.of(tag.value())));
    return Value.of(byKey);
  }
}
