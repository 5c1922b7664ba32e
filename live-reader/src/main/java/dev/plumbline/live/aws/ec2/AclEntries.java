package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.IcmpTypeCode;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;

/**
 * Network ACL entries in the form of {@code aws_network_acl}'s blocks: from EC2's answer, from the
 * state's blocks and from {@code aws_network_acl_rule}.
 */
final class AclEntries {

  /** The entries that close every ACL, IPv4 and IPv6; they can be neither written nor removed. */
  private static final Set<Integer> CLOSING = Set.of(32767, 32768);

  /** EC2 speaks numbers, and so does a state; code may speak names. */
  private static final Map<String, String> PROTOCOLS =
      Map.of("all", "-1", "icmp", "1", "tcp", "6", "udp", "17", "ipv6-icmp", "58", "icmpv6", "58");

  private static final Map<String, String> RULE_NAMES =
      Map.of("rule_number", "rule_no", "rule_action", "action");

  private static final List<String> TEXTS = List.of("cidr_block", "ipv6_cidr_block");
  private static final List<String> NUMBERS =
      List.of("from_port", "to_port", "icmp_type", "icmp_code", "rule_no");

  private AclEntries() {}

  static boolean isClosing(NetworkAclEntry entry) {
    return CLOSING.contains(entry.ruleNumber());
  }

  /** The blocks of one direction. */
  static Value of(List<NetworkAclEntry> entries, boolean egress) {
    return Value.of(
        entries.stream()
            .filter(entry -> Boolean.TRUE.equals(entry.egress()) == egress)
            .filter(entry -> !isClosing(entry))
            .map(entry -> part(renamed(attributes(entry))))
            .toList());
  }

  /** An entry under the names of {@code aws_network_acl_rule}. */
  static Value.Mapping attributes(NetworkAclEntry entry) {
    Optional<PortRange> ports = Optional.ofNullable(entry.portRange());
    Optional<IcmpTypeCode> icmp = Optional.ofNullable(entry.icmpTypeCode());
    Map<String, Value> values = new TreeMap<>();
    values.put("rule_number", Shape.of(entry.ruleNumber()));
    values.put("rule_action", Shape.of(entry.ruleActionAsString()));
    values.put("egress", Shape.of(entry.egress()));
    values.put("protocol", protocol(Shape.of(entry.protocol())));
    values.put("cidr_block", Shape.of(entry.cidrBlock()));
    values.put("ipv6_cidr_block", Shape.of(entry.ipv6CidrBlock()));
    values.put("from_port", Shape.of(ports.map(PortRange::from).orElse(null)));
    values.put("to_port", Shape.of(ports.map(PortRange::to).orElse(null)));
    values.put("icmp_type", Shape.of(icmp.map(IcmpTypeCode::type).orElse(null)));
    values.put("icmp_code", Shape.of(icmp.map(IcmpTypeCode::code).orElse(null)));
    return Value.of(values);
  }

  /** Blocks in one spelling, with every member. */
  static List<Value> parts(Value blocks) {
    return blocks.items().stream().map(AclEntries::part).toList();
  }

  /** The block that an {@code aws_network_acl_rule} owns in that direction. */
  static List<Value> ofRule(Value.Mapping rule, boolean egress) {
    return rule.at("egress").equals(Value.of(true)) == egress
        ? List.of(part(renamed(rule)))
        : List.of();
  }

  private static Value renamed(Value rule) {
    return Shape.renamed(rule, RULE_NAMES);
  }

  private static Value part(Value block) {
    Map<String, Value> part = new TreeMap<>();
    TEXTS.forEach(name -> part.put(name, Value.of(block.at(name).text())));
    NUMBERS.forEach(name -> part.put(name, number(block.at(name))));
    part.put("protocol", protocol(block.at("protocol")));
    part.put("action", Value.of(block.at("action").text().toLowerCase(Locale.ROOT)));
    return Value.of(part);
  }

  /** A protocol as its number. */
  static Value protocol(Value written) {
    return Value.of(PROTOCOLS.getOrDefault(written.text(), written.text()));
  }

  private static Value number(Value value) {
    return value instanceof Value.Num ? value : new Value.Num(BigDecimal.ZERO);
  }
}
