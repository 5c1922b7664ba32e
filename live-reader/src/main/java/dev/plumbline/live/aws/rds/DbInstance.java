package dev.plumbline.live.aws.rds;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;
import static dev.plumbline.engine.Meaning.UNORDERED;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * {@code aws_db_instance}: its id is the resource id since provider 5 and was the identifier
 * before; the identifier imports it. One listing reads all of them, with their tags.
 */
public final class DbInstance implements ResourceType {

  @Override
  public String name() {
    return "aws_db_instance";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DbInstances.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(VOLATILE, "status")
        .with(NAME_OR_ARN, "replicate_source_db")
        .with(UNORDERED, "replicas")
        .withUnobservable("no API returns it", "password", "password_wo", "password_wo_version")
        .withUnobservable(
            "only said when the instance is made",
            "restore_to_point_in_time",
            "s3_import",
            "snapshot_identifier")
        .withUnobservable(
            "local to Terraform",
            "allow_major_version_upgrade",
            "apply_immediately",
            "blue_green_update",
            "delete_automated_backups",
            "final_snapshot_identifier",
            "skip_final_snapshot",
            "upgrade_storage_config")
        .withUnobservable("derived from the name by the provider", "identifier_prefix")
        .withUnobservable(
            "told by master_user_secret",
            "manage_master_user_password",
            "master_user_secret_kms_key_id");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("dBInstanceIdentifier", "identifier");
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateDBInstanceReadReplica");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            DbInstances.find(batch.scope(), recorded)
                .map(instance -> observed(batch, recorded, instance))
                .orElseGet(DbInstances::gone));
  }

  private static Observation observed(Batch batch, RecordedResource recorded, DBInstance instance) {
    Rds.settled(DbInstances.DESCRIBE, String.valueOf(instance.dbInstanceStatus()));
    return InstanceAttributes.of(batch.attributes(), recorded, instance).found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    // A cluster's instances are aws_rds_cluster_instance or have no type of their own.
    return DbInstances.all(scope).stream()
        .filter(instance -> instance.dbClusterIdentifier() == null)
        .map(DBInstance::dbInstanceIdentifier)
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(DbInstances.identifier(resource));
  }
}
