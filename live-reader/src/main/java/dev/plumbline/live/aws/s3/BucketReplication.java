package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteMarkerReplicationStatus;
import software.amazon.awssdk.services.s3.model.Destination;
import software.amazon.awssdk.services.s3.model.Metrics;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleFilter;
import software.amazon.awssdk.services.s3.model.ReplicationTime;
import software.amazon.awssdk.services.s3.model.ReplicationTimeValue;
import software.amazon.awssdk.services.s3.model.SourceSelectionCriteria;
import software.amazon.awssdk.services.s3.model.SseKmsEncryptedObjectsStatus;

/** A bucket's replication as the inline block of {@code aws_s3_bucket}. */
final class BucketReplication {

  private BucketReplication() {}

  static Value of(@Nullable ReplicationConfiguration replication) {
    return replication == null
        ? Value.none()
        : Value.of(
            Map.of(
                "role", Shape.of(replication.role()),
                "rules",
                    Value.of(replication.rules().stream().map(BucketReplication::rule).toList())));
  }

  @SuppressWarnings("deprecation") // the prefix of rules from before filters existed
  private static Value rule(ReplicationRule rule) {
    Map<String, Value> block = new TreeMap<>();
    var markers = rule.deleteMarkerReplication();
    boolean replicatesMarkers =
        markers != null && markers.status() == DeleteMarkerReplicationStatus.ENABLED;
    block.put("id", Shape.of(rule.id()));
    block.put("status", Shape.of(rule.statusAsString()));
    block.put("prefix", Shape.of(rule.prefix()));
    block.put("priority", Shape.of(rule.priority()));
    block.put("filter", filter(rule.filter()));
    block.put("delete_marker_replication_status", Value.of(replicatesMarkers ? "Enabled" : ""));
    block.put("destination", destination(rule.destination()));
    block.put("source_selection_criteria", criteria(rule.sourceSelectionCriteria()));
    return Value.of(block);
  }

  private static Value filter(@Nullable ReplicationRuleFilter filter) {
    if (filter == null) {
      return Value.none();
    }
    var and = filter.and();
    return Value.of(
        Map.of(
            "prefix", Shape.of(and == null ? filter.prefix() : and.prefix()),
            "tags",
                BucketLifecycle.tags(
                    and != null
                        ? and.tags()
                        : filter.tag() == null ? List.of() : List.of(filter.tag()))));
  }

  private static Value destination(@Nullable Destination destination) {
    if (destination == null) {
      return Value.none();
    }
    var encryption = destination.encryptionConfiguration();
    Map<String, Value> block = new TreeMap<>();
    block.put("bucket", Shape.of(destination.bucket()));
    block.put("account_id", Shape.of(destination.account()));
    block.put("storage_class", Shape.of(destination.storageClassAsString()));
    block.put("access_control_translation", Shape.of(destination.accessControlTranslation()));
    block.put(
        "replica_kms_key_id", Shape.of(encryption == null ? null : encryption.replicaKmsKeyID()));
    block.put("metrics", metrics(destination.metrics()));
    block.put("replication_time", time(destination.replicationTime()));
    return Value.of(block);
  }

  private static Value metrics(@Nullable Metrics metrics) {
    return metrics == null
        ? Value.none()
        : Value.of(
            Map.of(
                "minutes", minutes(metrics.eventThreshold()),
                "status", Shape.of(metrics.statusAsString())));
  }

  private static Value time(@Nullable ReplicationTime time) {
    return time == null
        ? Value.none()
        : Value.of(
            Map.of("minutes", minutes(time.time()), "status", Shape.of(time.statusAsString())));
  }

  private static Value minutes(@Nullable ReplicationTimeValue value) {
    return Shape.of(value == null ? null : value.minutes());
  }

  private static Value criteria(@Nullable SourceSelectionCriteria criteria) {
    if (criteria == null || criteria.sseKmsEncryptedObjects() == null) {
      return Value.none();
    }
    boolean enabled =
        criteria.sseKmsEncryptedObjects().status() == SseKmsEncryptedObjectsStatus.ENABLED;
    return Value.of(
        Map.of("sse_kms_encrypted_objects", Value.of(Map.of("enabled", Value.of(enabled)))));
  }
}
