package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.UNORDERED;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** {@code aws_s3_bucket_replication_configuration}. */
public final class S3BucketReplicationConfiguration
    extends PartOfBucket<GetBucketReplicationResponse> {

  public S3BucketReplicationConfiguration() {
    super("aws_s3_bucket_replication_configuration", BucketParts.REPLICATION);
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(UNORDERED, "rule").withUnobservable("no API returns it", "token");
  }

  @Override
  void read(GetBucketReplicationResponse answer, RecordedResource recorded, Attributes into) {
    ReplicationConfiguration replication = answer.replicationConfiguration();
    into.put("role", replication.role())
        .put("rule", Value.of(replication.rules().stream().map(rule -> block(rule)).toList()));
  }

  @Override
  boolean absent(GetBucketReplicationResponse answer) {
    return answer.replicationConfiguration() == null;
  }

  private static Value block(ReplicationRule rule) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(rule).entries());
    var filter = rule.filter();
    List<Tag> tags = filter == null || filter.and() == null ? List.of() : filter.and().tags();
    block.put("filter", LifecycleRules.withTags(block.getOrDefault("filter", Value.none()), tags));
    return Value.of(block);
  }
}
