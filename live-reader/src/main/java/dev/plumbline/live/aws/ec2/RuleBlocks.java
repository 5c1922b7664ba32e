package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/**
 * EC2's permissions as the inline rule blocks of {@code aws_security_group}: one block a source,
 * since EC2 gives each source its own description and groups them by protocol and ports, which
 * Terraform's blocks need not.
 */
final class RuleBlocks {

  private RuleBlocks() {}

  static Value of(List<IpPermission> permissions, SecurityGroup group) {
    List<Value> blocks = new ArrayList<>();
    for (IpPermission permission : permissions) {
      permission
          .ipRanges()
          .forEach(r -> blocks.add(block(permission, r.description(), "cidr_blocks", r.cidrIp())));
      permission
          .ipv6Ranges()
          .forEach(
              r ->
                  blocks.add(block(permission, r.description(), "ipv6_cidr_blocks", r.cidrIpv6())));
      permission
          .prefixListIds()
          .forEach(
              r ->
                  blocks.add(
                      block(permission, r.description(), "prefix_list_ids", r.prefixListId())));
      permission
          .userIdGroupPairs()
          .forEach(
              pair -> {
                boolean self = group.groupId().equals(pair.groupId());
                String source = sourceGroup(pair.groupId(), pair.userId(), group.ownerId());
                blocks.add(
                    self
                        ? block(permission, pair.description(), "self", true)
                        : block(permission, pair.description(), "security_groups", source));
              });
    }
    return Value.of(blocks);
  }

  /** The provider writes a group of another account with that account in front. */
  static String sourceGroup(String id, @Nullable String account, String own) {
    return account == null || account.isEmpty() || account.equals(own) ? id : account + "/" + id;
  }

  private static Value block(
      IpPermission permission, @Nullable String description, String kind, Object source) {
    Map<String, Value> block = new TreeMap<>();
    block.put("protocol", Shape.of(permission.ipProtocol()));
    block.put("from_port", Shape.of(permission.fromPort()));
    block.put("to_port", Shape.of(permission.toPort()));
    block.put("description", Shape.of(description));
    block.put(
        kind, source instanceof Boolean ? Shape.of(source) : Value.of(List.of(Shape.of(source))));
    return Value.of(block);
  }
}
