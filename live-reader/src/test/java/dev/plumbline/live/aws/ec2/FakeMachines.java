package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSpotInstanceRequestsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSpotInstanceRequestsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.Volume;

/** EC2 with some machines and what belongs to them. */
final class FakeMachines implements Ec2Client {

  final List<software.amazon.awssdk.services.ec2.model.Instance> instances = new ArrayList<>();
  final List<Volume> volumes = new ArrayList<>();
  final List<software.amazon.awssdk.services.ec2.model.NetworkInterface> interfaces =
      new ArrayList<>();
  final List<software.amazon.awssdk.services.ec2.model.LaunchTemplate> templates =
      new ArrayList<>();
  final List<LaunchTemplateVersion> versions = new ArrayList<>();
  final List<SpotInstanceRequest> spot = new ArrayList<>();

  /** What user data is answered, as base64. */
  Optional<String> userData = Optional.empty();

  /** Error codes by the action that they answer. */
  final Map<String, String> failures = new HashMap<>();

  final List<String> calls = new CopyOnWriteArrayList<>();

  /** The first resource's answer; all are recorded in the same scope. */
  Observation observe(ResourceType type, RecordedResource... recorded) {
    return observe(type, List.of(recorded));
  }

  private Observation observe(ResourceType type, List<RecordedResource> recorded) {
    var scope =
        FakeScope.scope(
            false, Map.of(Ec2Client.class, this), recorded.toArray(RecordedResource[]::new));
    return FakeScope.observe(type, scope, recorded.getFirst());
  }

  @Override
  public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
    ask("DescribeInstances");
    return DescribeInstancesResponse.builder()
        .reservations(
            Reservation.builder()
                .instances(
                    instances.stream()
                        .filter(each -> wanted(request.filters(), each.instanceId()))
                        .toList())
                .build())
        .build();
  }

  @Override
  public DescribeInstanceAttributeResponse describeInstanceAttribute(
      DescribeInstanceAttributeRequest request) {
    ask("DescribeInstanceAttribute");
    return DescribeInstanceAttributeResponse.builder()
        .disableApiTermination(b -> b.value(true))
        .disableApiStop(b -> b.value(false))
        .instanceInitiatedShutdownBehavior(b -> b.value("stop"))
        .userData(b -> b.value(userData.orElse(null)))
        .build();
  }

  @Override
  public DescribeInstanceCreditSpecificationsResponse describeInstanceCreditSpecifications(
      DescribeInstanceCreditSpecificationsRequest request) {
    ask("DescribeInstanceCreditSpecifications");
    return DescribeInstanceCreditSpecificationsResponse.builder()
        .instanceCreditSpecifications(
            c -> c.instanceId(request.instanceIds().getFirst()).cpuCredits("unlimited"))
        .build();
  }

  @Override
  public DescribeVolumesResponse describeVolumes(DescribeVolumesRequest request) {
    ask("DescribeVolumes");
    return DescribeVolumesResponse.builder()
        .volumes(
            volumes.stream().filter(each -> wanted(request.filters(), each.volumeId())).toList())
        .build();
  }

  @Override
  public DescribeNetworkInterfacesResponse describeNetworkInterfaces(
      DescribeNetworkInterfacesRequest request) {
    ask("DescribeNetworkInterfaces");
    return DescribeNetworkInterfacesResponse.builder().networkInterfaces(interfaces).build();
  }

  @Override
  public DescribeLaunchTemplatesResponse describeLaunchTemplates(
      DescribeLaunchTemplatesRequest request) {
    ask("DescribeLaunchTemplates");
    return DescribeLaunchTemplatesResponse.builder().launchTemplates(templates).build();
  }

  @Override
  public DescribeLaunchTemplateVersionsResponse describeLaunchTemplateVersions(
      DescribeLaunchTemplateVersionsRequest request) {
    ask("DescribeLaunchTemplateVersions");
    return DescribeLaunchTemplateVersionsResponse.builder()
        .launchTemplateVersions(versions)
        .build();
  }

  @Override
  public DescribeSpotInstanceRequestsResponse describeSpotInstanceRequests(
      DescribeSpotInstanceRequestsRequest request) {
    ask("DescribeSpotInstanceRequests");
    return DescribeSpotInstanceRequestsResponse.builder().spotInstanceRequests(spot).build();
  }

  private static boolean wanted(Collection<Filter> filters, String id) {
    return filters.stream().allMatch(filter -> filter.values().contains(id));
  }

  private void ask(String action) {
    synchronized (calls) {
      calls.add(action);
    }
    if (failures.containsKey(action)) {
      throw error(failures.get(action), 400);
    }
  }

  @Override
  public String serviceName() {
    return "ec2";
  }

  @Override
  public void close() {}
}
