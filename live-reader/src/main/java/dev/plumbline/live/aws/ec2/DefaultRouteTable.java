package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.SortedSet;

/** {@code aws_default_route_table}: the table that a network came with, read as any other. */
public final class DefaultRouteTable implements ResourceType {

  private final RouteTable table = new RouteTable();

  @Override
  public String name() {
    return "aws_default_route_table";
  }

  @Override
  public SortedSet<String> actions() {
    return table.actions();
  }

  @Override
  public TypeRules rules() {
    return table.rules();
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return table.observe(batch);
  }
}
