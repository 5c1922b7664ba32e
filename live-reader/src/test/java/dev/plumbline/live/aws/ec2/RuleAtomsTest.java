package dev.plumbline.live.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RuleAtomsTest {

  @Test
  void a_block_of_several_sources_is_one_atom_each() {
    Value block =
        block(
            "tcp",
            Map.of(
                "cidr_blocks", texts("10.0.0.0/8", "10.1.0.0/16"),
                "ipv6_cidr_blocks", texts("::/0"),
                "prefix_list_ids", texts("pl-1"),
                "security_groups", texts("sg-2"),
                "self", Value.of(true),
                "description", Value.of("ssh")));

    List<Value> atoms = RuleAtoms.ofBlocks(Value.of(List.of(block)));

    assertThat(atoms)
        .extracting(RuleAtoms::words)
        .containsExactly(
            "tcp 22 10.0.0.0/8",
            "tcp 22 10.1.0.0/16",
            "tcp 22 ::/0",
            "tcp 22 pl-1",
            "tcp 22 sg-2",
            "tcp 22 self");
    assertThat(atoms).allMatch(atom -> atom.at("description").equals(Value.of("ssh")));
  }

  @Test
  void a_protocol_number_is_its_name_and_all_protocols_have_no_ports() {
    Map<String, Value> any = Map.of("cidr_blocks", texts("0.0.0.0/0"));

    assertThat(words(block("6", any))).containsExactly("tcp 22 0.0.0.0/0");
    assertThat(words(block("TCP", any))).containsExactly("tcp 22 0.0.0.0/0");
    assertThat(words(block("all", any))).containsExactly("-1 0.0.0.0/0");
    assertThat(words(block("50", any))).containsExactly("50 0.0.0.0/0");
  }

  @Test
  void a_rule_resource_owns_atoms_in_its_own_direction_only() {
    Value.Mapping rule =
        mapping(
            block("tcp", Map.of("cidr_blocks", texts("10.0.0.0/8"), "type", Value.of("ingress"))));

    assertThat(RuleAtoms.ofRule(rule, "ingress")).hasSize(1);
    assertThat(RuleAtoms.ofRule(rule, "egress")).isEmpty();
  }

  @Test
  void a_group_that_names_itself_is_self_in_all_three_spellings() {
    Value inline = block("tcp", Map.of("self", Value.of(true)));
    Value.Mapping rule =
        mapping(
            block(
                "tcp",
                Map.of(
                    "type", Value.of("ingress"),
                    "security_group_id", Value.of("sg-1"),
                    "source_security_group_id", Value.of("sg-1"))));
    Value.Mapping vpcRule =
        Value.of(
            Map.of(
                "ip_protocol", Value.of("tcp"),
                "from_port", Value.of(22),
                "to_port", Value.of(22),
                "security_group_id", Value.of("sg-1"),
                "referenced_security_group_id", Value.of("sg-1")));

    assertThat(RuleAtoms.ofRule(rule, "ingress"))
        .isEqualTo(RuleAtoms.ofBlocks(Value.of(List.of(inline))))
        .isEqualTo(RuleAtoms.ofVpcRule(vpcRule));
  }

  private static List<String> words(Value block) {
    return RuleAtoms.ofBlocks(Value.of(List.of(block))).stream().map(RuleAtoms::words).toList();
  }

  static Value block(String protocol, Map<String, ? extends Value> rest) {
    Map<String, Value> block = new TreeMap<>(rest);
    block.put("protocol", Value.of(protocol));
    block.put("from_port", Value.of(22));
    block.put("to_port", Value.of(22));
    return Value.of(block);
  }

  private static Value texts(String... texts) {
    return Value.of(List.of(texts).stream().map(Value::of).toList());
  }

  private static Value.Mapping mapping(Value value) {
    return (Value.Mapping) value;
  }
}
