package dev.plumbline.live.aws.rds;

import dev.plumbline.engine.TypeRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.Parameter;

/** {@code aws_db_parameter_group}. */
public final class DbParameterGroup extends ParameterGroup {

  public DbParameterGroup() {
    super("aws_db_parameter_group", "rds:DescribeDBParameterGroups", "rds:DescribeDBParameters");
  }

  @Override
  public TypeRules rules() {
    return super.rules().withUnobservable("local to Terraform", "skip_destroy");
  }

  @Override
  List<Group> groups(RdsClient rds) {
    return rds
        .describeDBParameterGroupsPaginator(r -> r.maxRecords(Rds.PAGE))
        .dbParameterGroups()
        .stream()
        .map(DbParameterGroup::group)
        .toList();
  }

  private static Group group(DBParameterGroup group) {
    return new Group(
        group.dbParameterGroupName(),
        group.dbParameterGroupArn(),
        group.dbParameterGroupFamily(),
        group.description());
  }

  @Override
  List<Parameter> parameters(RdsClient rds, String group, @Nullable String source) {
    return rds
        .describeDBParametersPaginator(
            r -> r.dbParameterGroupName(group).source(source).maxRecords(Rds.PAGE))
        .parameters()
        .stream()
        .toList();
  }
}
