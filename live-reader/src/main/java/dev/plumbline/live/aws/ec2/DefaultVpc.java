package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.SortedSet;

/** {@code aws_default_vpc}: the network that the account came with, read as any other. */
public final class DefaultVpc implements ResourceType {

  private final Vpc network = new Vpc();

  @Override
  public String name() {
    return "aws_default_vpc";
  }

  @Override
  public SortedSet<String> actions() {
    return network.actions();
  }

  @Override
  public TypeRules rules() {
    return network
        .rules()
        .withUnobservable("local to Terraform", "existing_default_vpc", "force_destroy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return network.observe(batch);
  }
}
