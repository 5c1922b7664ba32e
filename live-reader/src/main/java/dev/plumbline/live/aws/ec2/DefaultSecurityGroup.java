package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.SortedSet;

/** {@code aws_default_security_group}: the group that a network came with, read as any other. */
public final class DefaultSecurityGroup implements ResourceType {

  private final SecurityGroup group = new SecurityGroup();

  @Override
  public String name() {
    return "aws_default_security_group";
  }

  @Override
  public SortedSet<String> actions() {
    return group.actions();
  }

  @Override
  public TypeRules rules() {
    return group.rules();
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return group.observe(batch);
  }
}
