package dev.plumbline.live.aws.rds;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.EngineVersions;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;

/**
 * {@code aws_rds_cluster_instance}, named by its identifier: a database instance that is a member
 * of a cluster. It is read from the listing of all instances; its cluster tells which of them
 * writes.
 */
public final class RdsClusterInstance implements ResourceType {

  private static final String FAILOVER = "is moved by a failover";

  @Override
  public String name() {
    return "aws_rds_cluster_instance";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DbInstances.DESCRIBE, DbClusters.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("local to Terraform", "apply_immediately", "force_destroy")
        .withUnobservable("derived from the name by the provider", "identifier_prefix");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("dBInstanceIdentifier", "identifier");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    return batch.each(
        recorded ->
            DbInstances.find(scope, recorded)
                .map(
                    instance -> {
                      String status = String.valueOf(instance.dbInstanceStatus());
                      Rds.settled(DbInstances.DESCRIBE, status);
                      return observed(batch, recorded, instance, DbClusters.recorded(scope));
                    })
                .orElseGet(DbInstances::gone));
  }

  private static Observation observed(
      Batch batch,
      RecordedResource recorded,
      DBInstance instance,
      Map<String, DBCluster> clusters) {
    Attributes attributes = identity(batch.attributes().fromAllBut(instance, "endpoint"), instance);
    String version = String.valueOf(instance.engineVersion());
    attributes
        .put("ca_cert_identifier", instance.caCertificateIdentifier())
        .put(
            "engine_version",
            EngineVersions.asRecorded(
                recorded.at("engine_version").text(),
                version,
                InstanceAttributes.pendingVersion(instance)))
        .put("engine_version_actual", version)
        .tags(instance.tagList());
    if (instance.endpoint() != null) {
      attributes
          .put("endpoint", instance.endpoint().address())
          .put("port", instance.endpoint().port());
    }
    writer(instance, clusters)
        .forEach(writes -> attributes.put("writer", writes).moving("writer", FAILOVER));
    return attributes.found();
  }

  private static Attributes identity(Attributes attributes, DBInstance instance) {
    return attributes
        .put("id", instance.dbInstanceIdentifier())
        .put("identifier", instance.dbInstanceIdentifier())
        .put("arn", instance.dbInstanceArn())
        .put("cluster_identifier", instance.dbClusterIdentifier())
        .put("instance_class", instance.dbInstanceClass())
        .put(
            "db_parameter_group_name",
            InstanceAttributes.first(
                instance.dbParameterGroups(), DBParameterGroupStatus::dbParameterGroupName))
        .put(
            "db_subnet_group_name",
            instance.dbSubnetGroup() == null ? null : instance.dbSubnetGroup().dbSubnetGroupName());
  }

  /** Whether it writes, where its cluster tells. */
  private static Stream<Boolean> writer(DBInstance instance, Map<String, DBCluster> clusters) {
    String named = String.valueOf(instance.dbClusterIdentifier());
    return Optional.ofNullable(clusters.get(named)).stream()
        .flatMap(cluster -> cluster.dbClusterMembers().stream())
        .filter(member -> instance.dbInstanceIdentifier().equals(member.dbInstanceIdentifier()))
        .map(DBClusterMember::isClusterWriter);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return DbInstances.all(scope).stream()
        .filter(instance -> instance.dbClusterIdentifier() != null)
        .filter(instance -> Rds.own(String.valueOf(instance.engine())))
        .map(DBInstance::dbInstanceIdentifier)
        .toList();
  }
}
