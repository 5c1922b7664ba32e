package dev.plumbline.live.aws.rds;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** {@code aws_db_subnet_group}: one listing for all, then their tags. */
public final class DbSubnetGroup implements ResourceType {

  private static final String DESCRIBE = "rds:DescribeDBSubnetGroups";

  @Override
  public String name() {
    return "aws_db_subnet_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, Rds.TAGS, TagIndex.ACTION));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, DBSubnetGroup> groups = groups(batch.scope());
    return batch.each(recorded -> observed(batch, groups.get(recorded.id())));
  }

  private static Observation observed(Batch batch, @Nullable DBSubnetGroup group) {
    if (group == null) {
      return new Observation.Gone("it is not in the completed listing of " + DESCRIBE);
    }
    return batch
        .attributes()
        .from(group)
        .put("id", group.dbSubnetGroupName())
        .put("name", group.dbSubnetGroupName())
        .put("arn", group.dbSubnetGroupArn())
        .put("description", group.dbSubnetGroupDescription())
        .put("subnet_ids", group.subnets().stream().map(Subnet::subnetIdentifier).toList())
        .tags(Rds.tags(batch.scope(), group.dbSubnetGroupArn()))
        .found();
  }

  private static Map<String, DBSubnetGroup> groups(AwsScope scope) {
    return Rds.listed(
        scope,
        DESCRIBE,
        () ->
            Rds.client(scope)
                .describeDBSubnetGroupsPaginator(r -> r.maxRecords(Rds.PAGE))
                .dbSubnetGroups()
                .stream()
                .toList(),
        DBSubnetGroup::dbSubnetGroupName);
  }

  /** The provider has other names of the same thing, for Neptune and DocumentDB. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> elsewhere =
        scope
            .recorded("aws_docdb_subnet_group", "aws_neptune_subnet_group")
            .map(RecordedResource::id)
            .collect(Collectors.toSet());
    return groups(scope).keySet().stream()
        .filter(name -> !name.equals("default") && !elsewhere.contains(name))
        .sorted()
        .toList();
  }
}
