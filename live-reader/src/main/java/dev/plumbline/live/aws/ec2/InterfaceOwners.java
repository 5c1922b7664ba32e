package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which interfaces other recorded resources show as their own: EC2 made them for these. */
final class InterfaceOwners {

  private static final List<String> OWNERS =
      List.of(
          "aws_directory_service_directory",
          "aws_efs_mount_target",
          "aws_nat_gateway",
          "aws_route53_resolver_endpoint",
          "aws_vpc_endpoint");

  private InterfaceOwners() {}

  static Set<String> recorded(AwsScope scope) {
    return scope
        .recorded(OWNERS.toArray(String[]::new))
        .flatMap(InterfaceOwners::named)
        .map(Value::text)
        .collect(Collectors.toSet());
  }

  private static Stream<Value> named(RecordedResource owner) {
    return Stream.concat(
        Stream.of(owner.at("network_interface_id")),
        owner.at("network_interface_ids").items().stream());
  }
}
