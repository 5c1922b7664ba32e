package dev.plumbline.live.aws.rds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.Parameter;

/** {@code aws_rds_cluster_parameter_group}. */
public final class RdsClusterParameterGroup extends ParameterGroup {

  public RdsClusterParameterGroup() {
    super(
        "aws_rds_cluster_parameter_group",
        "rds:DescribeDBClusterParameterGroups",
        "rds:DescribeDBClusterParameters");
  }

  @Override
  List<Group> groups(RdsClient rds) {
    return rds
        .describeDBClusterParameterGroupsPaginator(r -> r.maxRecords(Rds.PAGE))
        .dbClusterParameterGroups()
        .stream()
        .map(RdsClusterParameterGroup::group)
        .toList();
  }

  private static Group group(DBClusterParameterGroup group) {
    return new Group(
        group.dbClusterParameterGroupName(),
        group.dbClusterParameterGroupArn(),
        group.dbParameterGroupFamily(),
        group.description());
  }

  @Override
  List<Parameter> parameters(RdsClient rds, String group, @Nullable String source) {
    return rds
        .describeDBClusterParametersPaginator(
            r -> r.dbClusterParameterGroupName(group).source(source).maxRecords(Rds.PAGE))
        .parameters()
        .stream()
        .toList();
  }
}
