package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.SortedSet;

/** {@code aws_default_network_acl}: the ACL that a network came with, read as any other. */
public final class DefaultNetworkAcl implements ResourceType {

  private final NetworkAcl acl = new NetworkAcl();

  @Override
  public String name() {
    return "aws_default_network_acl";
  }

  @Override
  public SortedSet<String> actions() {
    return acl.actions();
  }

  @Override
  public TypeRules rules() {
    return acl.rules();
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return acl.observe(batch);
  }
}
