package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceType;

/** {@code aws_network_interface}. One listing answers everything about all of them. */
public final class NetworkInterface implements ResourceType {

  private static final String LIST = "ec2:DescribeNetworkInterfaces";

  @Override
  public String name() {
    return "aws_network_interface";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable(
            "local to Terraform", "ipv6_address_list_enabled", "private_ip_list_enabled")
        .with(
            Sibling.whole(
                "attachment", "aws_network_interface_attachment", "network_interface_id", "id"))
        .with(
            Sibling.elements(
                "security_groups",
                "aws_network_interface_sg_attachment",
                "network_interface_id",
                "id",
                attachment -> List.of(attachment.at("security_group_id"))));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, software.amazon.awssdk.services.ec2.model.NetworkInterface> interfaces =
        Listings.byId(
            batch.scope(),
            batch.ids(),
            ids -> list(batch.scope(), List.of(Ec2.filter("network-interface-id", ids))),
            () -> all(batch.scope()),
            software.amazon.awssdk.services.ec2.model.NetworkInterface::networkInterfaceId);
    return batch.each(
        recorded ->
            Optional.ofNullable(interfaces.get(recorded.id()))
                .map(each -> observed(batch, recorded, each))
                .orElseGet(
                    () -> new Observation.Gone("it is not in the completed listing of " + LIST)));
  }

  private static Observation observed(
      Batch batch,
      RecordedResource recorded,
      software.amazon.awssdk.services.ec2.model.NetworkInterface of) {
    Attributes attributes = batch.attributes().fromAllBut(of, "attachment");
    InterfaceAddresses.of(of).putInto(attributes);
    return attributes
        .put("id", of.networkInterfaceId())
        .put(
            "arn",
            Ec2.arn(batch.scope(), of.ownerId(), "network-interface/", of.networkInterfaceId()))
        .put("security_groups", of.groups().stream().map(GroupIdentifier::groupId).toList())
        .put("attachment", attachment(batch.scope(), recorded, of.attachment()))
        .tags(of.tagSet())
        .found();
  }

  /** Where a recorded instance names the interface as its own, that is told there. */
  private static Value attachment(
      AwsScope scope, RecordedResource recorded, @Nullable NetworkInterfaceAttachment attachment) {
    Value known = recorded.at("attachment");
    if (attachment == null || (known.isEmpty() && isNamedByInstance(scope, recorded.id()))) {
      return attachment == null ? Value.none() : known;
    }
    return Value.of(
        Map.of(
            "attachment_id", Shape.of(attachment.attachmentId()),
            "device_index", Shape.of(attachment.deviceIndex()),
            "instance", Shape.of(attachment.instanceId())));
  }

  private static boolean isNamedByInstance(AwsScope scope, String id) {
    return scope
        .recorded("aws_instance")
        .anyMatch(
            instance ->
                instance.at("primary_network_interface_id").text().equals(id)
                    || instance.at("network_interface").items().stream()
                        .anyMatch(block -> block.at("network_interface_id").text().equals(id)));
  }

  /**
   * But for those that a service made for itself, those that came with an instance, and those that
   * another recorded resource shows as its own.
   */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> ofOthers = InterfaceOwners.recorded(scope);
    Set<String> instances =
        scope.recorded("aws_instance").map(RecordedResource::id).collect(Collectors.toSet());
    return all(scope).stream()
        .filter(each -> each.interfaceType() == NetworkInterfaceType.INTERFACE)
        .filter(each -> !Boolean.TRUE.equals(each.requesterManaged()))
        .filter(each -> each.attachment() == null || isAddedTo(instances, each.attachment()))
        .map(software.amazon.awssdk.services.ec2.model.NetworkInterface::networkInterfaceId)
        .filter(id -> !ofOthers.contains(id))
        .toList();
  }

  private static boolean isAddedTo(Set<String> instances, NetworkInterfaceAttachment attachment) {
    return attachment.instanceId() != null
        && instances.contains(attachment.instanceId())
        && !Integer.valueOf(0).equals(attachment.deviceIndex())
        && !Boolean.TRUE.equals(attachment.deleteOnTermination());
  }

  private static List<software.amazon.awssdk.services.ec2.model.NetworkInterface> all(
      AwsScope scope) {
    return scope.shared(LIST, () -> list(scope, List.of()));
  }

  private static List<software.amazon.awssdk.services.ec2.model.NetworkInterface> list(
      AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeNetworkInterfacesPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .networkInterfaces()
                .stream()
                .toList());
  }
}
