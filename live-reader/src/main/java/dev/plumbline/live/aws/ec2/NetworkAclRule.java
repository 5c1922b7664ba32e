package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;

/**
 * {@code aws_network_acl_rule}. Its id is the provider's own hash; it is found by its ACL, its
 * direction and its number.
 */
public final class NetworkAclRule implements ResourceType {

  /** Only some protocols have these; the provider keeps what the state says where EC2 has none. */
  private static final List<String> OF_SOME_PROTOCOLS =
      List.of("from_port", "to_port", "icmp_type", "icmp_code");

  @Override
  public String name() {
    return "aws_network_acl_rule";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(NetworkAcls.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(Meaning.CASE_INSENSITIVE, "rule_action");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_network_acl", "id", "network_acl_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, NetworkAcl> acls = NetworkAcls.byId(batch.scope());
    return batch.each(
        recorded -> {
          String id = Ec2.required(recorded, "network_acl_id", NetworkAcls.LIST);
          NetworkAcl acl = acls.get(id);
          return acl == null
              ? new Observation.Gone(
                  "its ACL %s is not in the completed listing of %s"
                      .formatted(id, NetworkAcls.LIST))
              : acl.entries().stream()
                  .filter(entry -> isThat(recorded, entry))
                  .findFirst()
                  .map(entry -> observed(batch, recorded, entry))
                  .orElseGet(() -> gone(recorded, id));
        });
  }

  private static boolean isThat(RecordedResource recorded, NetworkAclEntry entry) {
    boolean egress = recorded.at("egress").equals(Value.of(true));
    return Boolean.TRUE.equals(entry.egress()) == egress
        && AclEntries.attributes(entry).at("rule_number").equals(recorded.at("rule_number"));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, NetworkAclEntry entry) {
    Value.Mapping live = AclEntries.attributes(entry);
    Attributes attributes = batch.attributes();
    live.entries().forEach(attributes::put);
    for (String name : OF_SOME_PROTOCOLS) {
      if (live.at(name).isEmpty()) {
        attributes.put(name, recorded.at(name));
      }
    }
    return attributes
        .put("id", recorded.id())
        .put("network_acl_id", recorded.at("network_acl_id"))
        .put("protocol", protocol(recorded, live))
        .found();
  }

  /** A state that was never refreshed may spell the protocol as the code does. */
  private static Value protocol(RecordedResource recorded, Value.Mapping live) {
    Value written = recorded.at("protocol");
    return AclEntries.protocol(written).equals(live.at("protocol")) ? written : live.at("protocol");
  }

  private static Observation gone(RecordedResource recorded, String acl) {
    return new Observation.Gone(
        "%s, in %s, has no %s rule %s"
            .formatted(
                acl,
                NetworkAcls.LIST,
                recorded.at("egress").equals(Value.of(true)) ? "egress" : "ingress",
                recorded.at("rule_number") instanceof Value.Num(var number)
                    ? number.toPlainString()
                    : ""));
  }
}
