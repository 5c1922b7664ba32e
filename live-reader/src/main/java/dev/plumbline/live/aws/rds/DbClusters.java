package dev.plumbline.live.aws.rds;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.GlobalCluster;

/** The account's database clusters, and the global ones they are members of. */
final class DbClusters {

  static final String DESCRIBE = "rds:DescribeDBClusters";
  static final String GLOBAL = "rds:DescribeGlobalClusters";

  /** What RDS answers in regions that have no global clusters. */
  private static final Set<String> NO_GLOBAL = Set.of("InvalidParameterValue");

  private DbClusters() {}

  /** The clusters that are recorded or have a recorded member, by identifier. */
  static Map<String, DBCluster> recorded(AwsScope scope) {
    return scope.shared(
        DESCRIBE + " by db-cluster-id",
        () ->
            Listings.byId(
                scope,
                Stream.concat(
                        scope.recorded("aws_rds_cluster").map(RecordedResource::id),
                        scope
                            .recorded("aws_rds_cluster_instance")
                            .map(member -> member.at("cluster_identifier").text()))
                    .toList(),
                some ->
                    list(
                        scope,
                        List.of(Filter.builder().name("db-cluster-id").values(some).build())),
                () -> all(scope),
                DBCluster::dbClusterIdentifier));
  }

  /** All of them. */
  static List<DBCluster> all(AwsScope scope) {
    return scope.shared(DESCRIBE, () -> list(scope, List.of()));
  }

  private static List<DBCluster> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        DESCRIBE,
        () ->
            Rds.client(scope)
                .describeDBClustersPaginator(r -> r.filters(filters).maxRecords(Rds.PAGE))
                .dbClusters()
                .stream()
                .toList());
  }

  /** The identifier of the global cluster that the cluster is a member of. */
  static Optional<String> global(AwsScope scope, DBCluster cluster) {
    return globals(scope).stream()
        .filter(
            global ->
                global.globalClusterMembers().stream()
                    .anyMatch(member -> cluster.dbClusterArn().equals(member.dbClusterArn())))
        .map(GlobalCluster::globalClusterIdentifier)
        .findFirst();
  }

  private static List<GlobalCluster> globals(AwsScope scope) {
    return scope.shared(
        GLOBAL,
        () ->
            scope
                .find(
                    GLOBAL,
                    NO_GLOBAL,
                    () ->
                        Rds.client(scope)
                            .describeGlobalClustersPaginator(r -> r.maxRecords(Rds.PAGE))
                            .globalClusters()
                            .stream()
                            .toList())
                .orElse(List.of()));
  }
}
