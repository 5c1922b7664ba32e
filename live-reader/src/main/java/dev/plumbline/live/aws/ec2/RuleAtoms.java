package dev.plumbline.live.aws.ec2;

import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes security group rules apart to the smallest thing that can be opened or closed: one
 * protocol, one range of ports, one source. In this form an inline block, either kind of rule
 * resource and EC2's answer can be compared.
 */
final class RuleAtoms {

  /** The provider accepts protocol numbers and writes names. */
  private static final Map<String, String> PROTOCOLS =
      Map.of("6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6", "all", "-1");

  /** Only these have ports, or a type and code; EC2 leaves the fields out for all others. */
  private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "icmp", "icmpv6");

  private RuleAtoms() {}

  /** A protocol under the name that EC2 answers. */
  static String protocol(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return PROTOCOLS.getOrDefault(lower, lower);
  }

  /** The atom without its description, which can change while it stays the same rule. */
  static Value undescribed(Value atom) {
    if (!(atom instanceof Value.Mapping(var entries))) {
      return atom;
    }
    Map<String, Value> rest = new TreeMap<>(entries);
    rest.remove("description");
    return Value.of(rest);
  }

  /** The atoms of inline blocks. */
  static List<Value> ofBlocks(Value blocks) {
    List<Value> atoms = new ArrayList<>();
    for (Value block : blocks.items()) {
      for (String kind :
          List.of("cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups")) {
        block.at(kind).items().forEach(source -> atoms.add(atom(block, source)));
      }
      if (block.at("self").equals(Value.of(true))) {
        atoms.add(atom(block, Value.of("self")));
      }
    }
    return atoms;
  }

  /** The atoms an {@code aws_security_group_rule} owns in that direction. */
  static List<Value> ofRule(Value.Mapping rule, String direction) {
    if (!rule.at("type").text().equals(direction)) {
      return List.of();
    }
    Map<String, Value> block = new TreeMap<>(rule.entries());
    Value source = rule.at("source_security_group_id");
    if (!source.isEmpty()) {
      block.put(
          source.equals(rule.at("security_group_id")) ? "self" : "security_groups",
          source.equals(rule.at("security_group_id")) ? Value.of(true) : Value.of(List.of(source)));
    }
    return ofBlocks(Value.of(List.of(Value.of(block))));
  }

  /** The one atom an {@code aws_vpc_security_group_…_rule} owns. */
  static List<Value> ofVpcRule(Value.Mapping rule) {
    for (String kind :
        List.of("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id")) {
      if (!rule.at(kind).isEmpty()) {
        Value source =
            rule.at(kind).equals(rule.at("security_group_id")) ? Value.of("self") : rule.at(kind);
        Map<String, Value> block = new TreeMap<>(rule.entries());
        block.put("protocol", rule.at("ip_protocol"));
        return List.of(atom(Value.of(block), source));
      }
    }
    return List.of();
  }

  /** An atom as people say it: {@code tcp 22 10.0.0.0/8}. */
  static String words(Value atom) {
    String ports =
        Stream.of("from_port", "to_port")
            .map(atom::at)
            .flatMap(
                port -> port instanceof Value.Num(var number) ? Stream.of(number) : Stream.of())
            .map(BigDecimal::toPlainString)
            .distinct()
            .collect(Collectors.joining("-"));
    return Stream.of(atom.at("protocol").text(), ports, atom.at("source").text())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Value atom(Value block, Value source) {
    String protocol = protocol(block.at("protocol").text());
    Map<String, Value> atom = new TreeMap<>();
    atom.put("protocol", Value.of(protocol));
    if (WITH_PORTS.contains(protocol)) {
      atom.put("from_port", block.at("from_port"));
      atom.put("to_port", block.at("to_port"));
    }
    atom.put("source", Value.of(source.text().toLowerCase(Locale.ROOT)));
    if (!block.at("description").isEmpty()) {
      atom.put("description", block.at("description"));
    }
    return Value.of(atom);
  }
}
