package dev.plumbline.live.aws.rds;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.NAME_OR_ARN;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;

/**
 * {@code aws_rds_cluster}, named by its identifier. One listing reads all of them, with their tags;
 * another tells of which global clusters they are members.
 */
public final class RdsCluster implements ResourceType {

  @Override
  public String name() {
    return "aws_rds_cluster";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DbClusters.DESCRIBE, DbClusters.GLOBAL, ScalableTargets.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return readable(TypeRules.PLAIN)
        .withUnobservable(
            "no API returns it",
            "master_password",
            "master_password_wo",
            "master_password_wo_version",
            "db_instance_parameter_group_name")
        .withUnobservable(
            "only said when the cluster is made",
            "restore_to_point_in_time",
            "s3_import",
            "snapshot_identifier",
            "source_region")
        .withUnobservable(
            "local to Terraform",
            "allow_major_version_upgrade",
            "apply_immediately",
            "delete_automated_backups",
            "final_snapshot_identifier",
            "skip_final_snapshot")
        .withUnobservable(
            "only sent along when it is changed; the provider does not read it back",
            "enable_global_write_forwarding",
            "enable_local_write_forwarding")
        .withUnobservable("derived from the name by the provider", "cluster_identifier_prefix")
        .withUnobservable(
            "told by master_user_secret",
            "manage_master_user_password",
            "master_user_secret_kms_key_id");
  }

  private static TypeRules readable(TypeRules plain) {
    String cluster = "cluster_identifier";
    return plain
        .with(INSTANT, "ca_certificate_valid_till")
        .with(NAME_OR_ARN, "replication_source_identifier")
        .with(VOLATILE, "master_user_secret.secret_status")
        .with(
            Sibling.elements(
                "cluster_members",
                "aws_rds_cluster_instance",
                cluster,
                cluster,
                member -> List.of(member.at("identifier"))))
        .with(
            Sibling.elements(
                "iam_roles",
                "aws_rds_cluster_role_association",
                "db_cluster_identifier",
                cluster,
                association -> List.of(association.at("role_arn"))))
        .with(
            Sibling.whole(
                "global_cluster_identifier",
                "aws_rds_global_cluster",
                "source_db_cluster_identifier",
                "arn"));
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("dBClusterIdentifier", "cluster_identifier");
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateDBCluster");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, DBCluster> clusters = DbClusters.recorded(batch.scope());
    return batch.each(recorded -> observed(batch, recorded, clusters.get(recorded.id())));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, @Nullable DBCluster cluster) {
    if (cluster == null) {
      return new Observation.Gone("it is not in the completed listing of " + DbClusters.DESCRIBE);
    }
    Rds.settled(DbClusters.DESCRIBE, String.valueOf(cluster.status()));
    AwsScope scope = batch.scope();
    return ClusterAttributes.of(batch.attributes(), scope, recorded, cluster)
        .put("global_cluster_identifier", DbClusters.global(scope, cluster).orElse(""))
        .tags(cluster.tagList())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return DbClusters.all(scope).stream()
        .filter(cluster -> Rds.own(String.valueOf(cluster.engine())))
        .map(DBCluster::dbClusterIdentifier)
        .toList();
  }
}
