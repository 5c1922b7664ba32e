package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Monitoring;
import software.amazon.awssdk.services.ec2.model.MonitoringState;
import software.amazon.awssdk.services.ec2.model.Placement;

/** EC2's answers about one instance under the names of {@code aws_instance}. */
final class InstanceAttributes {

  private static final Set<MonitoringState> MONITORED =
      Set.of(MonitoringState.ENABLED, MonitoringState.PENDING);

  private InstanceAttributes() {}

  static Attributes of(Batch batch, RecordedResource recorded, Instance instance) {
    AwsScope scope = batch.scope();
    Attributes attributes = batch.attributes().from(instance);
    described(attributes, instance)
        .put("arn", Ec2.arn(scope, scope.account(), "instance/", instance.instanceId()))
        .put("launch_template", LaunchedFrom.of(scope, recorded, instance));
    placement(attributes, instance.placement());
    processor(attributes, instance.cpuOptions());
    groups(attributes, recorded, instance);
    InstanceNetwork.of(recorded, instance).putInto(attributes);
    InstanceSettings.of(scope, instance.instanceId()).putInto(attributes, recorded);
    BlockDevices.of(scope, recorded, instance).putInto(attributes);
    SpotRequests.of(scope, instance).putInto(attributes);
    if (Burstable.is(instance.instanceTypeAsString())) {
      CpuCredits.of(scope)
          .ifPresent(all -> attributes.put("credit_specification", all.get(instance.instanceId())));
    }
    return attributes;
  }

  private static Attributes described(Attributes attributes, Instance instance) {
    return attributes
        .put("id", instance.instanceId())
        .put("ami", instance.imageId())
        .put(
            "hibernation",
            instance.hibernationOptions() != null
                && Boolean.TRUE.equals(instance.hibernationOptions().configured()))
        .put(
            "iam_instance_profile",
            instance.iamInstanceProfile() == null
                ? null
                : last(instance.iamInstanceProfile().arn()))
        .put("instance_state", instance.state().nameAsString())
        .put("monitoring", monitored(instance.monitoring()))
        .put("private_dns", instance.privateDnsName())
        .put("private_ip", instance.privateIpAddress())
        .put("public_dns", instance.publicDnsName())
        .put("public_ip", instance.publicIpAddress());
  }

  private static void placement(Attributes attributes, @Nullable Placement placement) {
    if (placement != null) {
      attributes
          .put("availability_zone", placement.availabilityZone())
          .put("host_id", placement.hostId())
          .put("host_resource_group_arn", placement.hostResourceGroupArn())
          .put("placement_group", placement.groupName())
          .put("placement_partition_number", placement.partitionNumber())
          .put("tenancy", placement.tenancyAsString());
    }
  }

  private static void processor(Attributes attributes, @Nullable CpuOptions options) {
    attributes
        .put("cpu_options", options)
        .put("cpu_core_count", options == null ? null : options.coreCount())
        .put("cpu_threads_per_core", options == null ? null : options.threadsPerCore());
  }

  /** The provider shows the groups' names as well where the network is the account's default. */
  private static void groups(Attributes attributes, RecordedResource recorded, Instance instance) {
    boolean byName = !recorded.at("security_groups").isEmpty();
    List<GroupIdentifier> groups = instance.securityGroups();
    attributes
        .put(
            "security_groups",
            byName ? groups.stream().map(GroupIdentifier::groupName).toList() : null)
        .put(
            "vpc_security_group_ids",
            instance.subnetId() == null
                ? null
                : groups.stream().map(GroupIdentifier::groupId).toList());
  }

  private static boolean monitored(@Nullable Monitoring monitoring) {
    return monitoring != null
        && monitoring.state() != null
        && MONITORED.contains(monitoring.state());
  }

  private static @Nullable String last(@Nullable String arn) {
    return arn == null ? null : arn.substring(arn.lastIndexOf('/') + 1);
  }
}
