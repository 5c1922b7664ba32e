package dev.plumbline.live.aws.ec2;

import static software.amazon.awssdk.services.ec2.model.DomainType.VPC;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Address;

/** An address under Terraform's names. */
final class EipAttributes {

  /** Where names in this region, the first, differ from all others. */
  private static final String FIRST_REGION = "us-east-1";

  private EipAttributes() {}

  static Attributes of(Batch batch, RecordedResource recorded, Address address) {
    AwsScope scope = batch.scope();
    String id = recorded.id();
    return batch
        .attributes()
        .from(address)
        .put("id", id)
        .put("arn", Ec2.arn(scope, scope.account(), "elastic-ip/", id))
        .put("vpc", address.domain() == VPC)
        .put("instance", address.instanceId())
        .put("network_interface", networkInterface(scope, recorded, address))
        .put("private_ip", address.privateIpAddress())
        .put("ipam_pool_id", pool(recorded, address))
        .put("private_dns", privateName(scope, recorded, address.privateIpAddress()))
        .put("public_dns", publicName(scope, recorded, address.publicIp()));
  }

  /**
   * A state that was never refreshed since the address was made does not know what its NAT gateway
   * or load balancer has then done with it.
   */
  private static Value networkInterface(
      AwsScope scope, RecordedResource recorded, Address address) {
    Value known = recorded.at("network_interface");
    return known.isEmpty() && isClaimed(scope, recorded.id())
        ? known
        : Shape.of(address.networkInterfaceId());
  }

  private static boolean isClaimed(AwsScope scope, String allocation) {
    return scope
        .recorded("aws_nat_gateway", "aws_lb", "aws_alb", "aws_transfer_server")
        .anyMatch(user -> holds(user.attributes(), Value.of(allocation)));
  }

  private static boolean holds(Value value, Value wanted) {
    return switch (value) {
      case Value.Mapping(var entries) ->
          entries.values().stream().anyMatch(each -> holds(each, wanted));
      case Value.Listing(var items) -> items.stream().anyMatch(each -> holds(each, wanted));
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> value.equals(wanted);
    };
  }

  /** The provider only writes it for pools of IPAM's, and never takes it back. */
  private static Value pool(RecordedResource recorded, Address address) {
    String pool = String.valueOf(address.publicIpv4Pool());
    return pool.startsWith("ipam-pool-") ? Value.of(pool) : recorded.at("ipam_pool_id");
  }

  /** The provider makes it of the address, and never takes it back. */
  private static Value privateName(
      AwsScope scope, RecordedResource recorded, @Nullable String address) {
    if (address == null || address.isEmpty()) {
      return recorded.at("private_dns");
    }
    String domain =
        scope.region().equals(FIRST_REGION) ? "ec2.internal" : scope.region() + ".compute.internal";
    return Value.of("ip-%s.%s".formatted(address.replace('.', '-'), domain));
  }

  private static Value publicName(
      AwsScope scope, RecordedResource recorded, @Nullable String address) {
    if (address == null || address.isEmpty()) {
      return recorded.at("public_dns");
    }
    String domain = scope.region().equals(FIRST_REGION) ? "compute-1" : scope.region() + ".compute";
    String suffix = scope.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return Value.of("ec2-%s.%s.%s".formatted(address.replace('.', '-'), domain, suffix));
  }
}
