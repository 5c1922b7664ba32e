package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * {@code aws_instance}. Listings answer instances, volumes, CPU credits, launch templates and spot
 * requests of all of them; four settings are answered one a call.
 */
public final class Instance implements ResourceType {

  private static final Set<InstanceStateName> MOVING =
      Set.of(
          InstanceStateName.PENDING, InstanceStateName.STOPPING, InstanceStateName.SHUTTING_DOWN);

  /** What EC2 and others write on instances that they start by themselves. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "aws:autoscaling:groupName",
          "aws:ec2:fleet-id",
          "aws:ec2spot:fleet-request-id",
          "aws:elasticmapreduce:job-flow-id",
          "karpenter.sh/nodepool");

  @Override
  public String name() {
    return "aws_instance";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(
        Set.of(
            Instances.LIST,
            InstanceSettings.ACTION,
            CpuCredits.ACTION,
            SpotRequests.ACTION,
            LaunchTemplates.LIST,
            VolumeListing.LIST));
  }

  @Override
  public TypeRules rules() {
    TypeRules rules =
        TypeRules.PLAIN
            .with(Meaning.UNORDERED, "ipv6_addresses")
            .with(Meaning.INSTANT, "instance_market_options.spot_options.valid_until")
            .withUnobservable("only used when the instance is launched", "ephemeral_block_device")
            .withUnobservable("a secret", "password_data")
            .withUnobservable(
                "local to Terraform", "get_password_data", "user_data_replace_on_change");
    for (String address : List.of("associate_public_ip_address", "public_dns", "public_ip")) {
      rules =
          rules
              .with(Sibling.whole(address, "aws_eip", "instance", "id"))
              .with(
                  Sibling.whole(
                      address, "aws_eip", "network_interface", "primary_network_interface_id"))
              .with(Sibling.whole(address, "aws_eip_association", "instance_id", "id"))
              .with(
                  Sibling.whole(
                      address,
                      "aws_eip_association",
                      "network_interface_id",
                      "primary_network_interface_id"));
    }
    return rules.with(
        Sibling.elements(
            "vpc_security_group_ids",
            "aws_network_interface_sg_attachment",
            "network_interface_id",
            "primary_network_interface_id",
            attachment -> List.of(attachment.at("security_group_id"))));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, software.amazon.awssdk.services.ec2.model.Instance> instances =
        Instances.of(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(instances.get(recorded.id()))
                .map(instance -> observed(batch, recorded, instance))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + Instances.LIST)));
  }

  private static Observation observed(
      Batch batch,
      RecordedResource recorded,
      software.amazon.awssdk.services.ec2.model.Instance instance) {
    InstanceStateName state = instance.state().name();
    if (state == InstanceStateName.TERMINATED) {
      return new Observation.Gone(Instances.LIST + " says that the instance is terminated");
    }
    if (MOVING.contains(state)) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          Instances.LIST,
          "in transition (%s); read again later.".formatted(state));
    }
    return InstanceAttributes.of(batch, recorded, instance).tags(instance.tags()).found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Instances.of(scope).values().stream()
        .filter(each -> each.state().name() != InstanceStateName.TERMINATED)
        .filter(each -> each.state().name() != InstanceStateName.SHUTTING_DOWN)
        .filter(each -> each.tags().stream().map(Tag::key).noneMatch(OF_OTHERS::contains))
        .map(software.amazon.awssdk.services.ec2.model.Instance::instanceId)
        .toList();
  }
}
