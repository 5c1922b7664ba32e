package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code aws_vpc_security_group_egress_rule}, named by EC2's own rule id. */
public final class VpcSecurityGroupEgressRule implements ResourceType {

  @Override
  public String name() {
    return "aws_vpc_security_group_egress_rule";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(SecurityGroups.GROUPS, SecurityGroups.RULES));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_security_group", "id", "security_group_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return VpcRule.observe(batch, true);
  }
}
