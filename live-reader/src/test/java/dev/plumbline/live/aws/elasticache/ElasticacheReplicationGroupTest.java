package dev.plumbline.live.aws.elasticache;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

final class ElasticacheReplicationGroupTest {

  private static final Map<String, Value> RECORDED =
      Map.of(
          "id", Value.of("previews"),
          "engine_version", Value.of("7.1"),
          "num_node_groups", Value.of(1),
          "replicas_per_node_group", Value.of(1));

  private final CacheAccount cache = new CacheAccount();

  @ParameterizedTest
  @CsvSource({
    "id,                          previews",
    "replication_group_id,        previews",
    "arn,                         arn:previews",
    "description,                 Previews",
    "engine,                      redis",
    "engine_version,              7.1",
    "engine_version_actual,       7.1.0",
    "node_type,                   cache.t4g.medium",
    "auto_minor_version_upgrade,  true",
    "at_rest_encryption_enabled,  true",
    "transit_encryption_mode,     required",
    "cluster_mode,                disabled",
    "global_replication_group_id, world",
    "ip_discovery,                ipv4",
    "network_type,                ipv4",
    "kms_key_id,                  arn:key",
    "maintenance_window,          sun:06:00-sun:07:00",
    "parameter_group_name,        tuned",
    "primary_endpoint_address,    master.example",
    "reader_endpoint_address,     replica.example",
    "snapshot_window,             04:00-05:00",
    "subnet_group_name,           private",
  })
  void reads_a_group_under_terraforms_own_names(String attribute, String value) {
    cache.replicationGroups.add(rich().build());
    cache.clusters.add(member());

    assertThat(found(observe(RECORDED)).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void nothing_of_the_type_is_left_unanswered_for() {
    cache.replicationGroups.add(rich().build());
    cache.clusters.add(member());

    Value.Mapping attributes = found(observe(RECORDED));

    assertComplete("aws_elasticache_replication_group", attributes);
    assertThat(attributes.at("port")).isEqualTo(Value.of(6379));
    assertThat(attributes.at("num_cache_clusters")).isEqualTo(Value.of(2));
    assertThat(attributes.at("num_node_groups")).isEqualTo(Value.of(1));
    assertThat(attributes.at("replicas_per_node_group")).isEqualTo(Value.of(1));
    assertThat(attributes.at("automatic_failover_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("multi_az_enabled")).isEqualTo(Value.of(false));
    assertThat(attributes.at("data_tiering_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("transit_encryption_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("security_group_ids").items()).containsExactly(Value.of("sg-1"));
    assertThat(attributes.at("user_group_ids").items()).containsExactly(Value.of("people"));
    assertThat(attributes.at("member_clusters").items()).hasSize(2);
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(attributes.entries()).doesNotContainKey("auth_token");
  }

  @Test
  void a_group_in_cluster_mode_is_reached_by_its_configuration_endpoint() {
    cache.replicationGroups.add(
        rich().configurationEndpoint(e -> e.address("cfg.example").port(6380)).build());

    Value.Mapping attributes = found(observe(RECORDED));

    assertThat(attributes.at("configuration_endpoint_address")).isEqualTo(Value.of("cfg.example"));
    assertThat(attributes.at("port")).isEqualTo(Value.of(6380));
    assertThat(attributes.at("primary_endpoint_address").isEmpty()).isTrue();
  }

  @Test
  void what_only_a_member_tells_stays_unobserved_without_one() {
    cache.replicationGroups.add(rich().build());

    assertThat(found(observe(RECORDED)).entries())
        .doesNotContainKeys("node_type", "engine_version", "transit_encryption_enabled");
  }

  @Test
  void a_group_that_is_being_deleted_is_gone_and_one_being_created_unreadable() {
    cache.replicationGroups.add(rich().status("deleting").build());
    assertThat(observe(RECORDED)).isInstanceOf(Observation.Gone.class);

    cache.replicationGroups.set(0, rich().status("creating").build());
    assertThat(observe(RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void what_the_listing_lacks_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cache.failure = "AccessDenied";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(unreadable.action()).isEqualTo("elasticache:DescribeReplicationGroups"));
  }

  @Test
  void discovers_all_groups() {
    cache.replicationGroups.add(rich().build());

    assertThat(
            FakeScope.discover(
                new ElasticacheReplicationGroup(), Map.of(ElastiCacheClient.class, cache)))
        .containsExactly("previews");
  }

  private Observation observe() {
    return observe(Map.of("id", Value.of("previews")));
  }

  private Observation observe(Map<String, Value> attributes) {
    return FakeScope.observe(
            new ElasticacheReplicationGroup(),
            Map.of(ElastiCacheClient.class, cache),
            recorded("aws_elasticache_replication_group", attributes))
        .getFirst();
  }

  private static CacheCluster member() {
    return CacheCluster.builder()
        .cacheClusterId("previews-001")
        .engine("redis")
        .engineVersion("7.1.0")
        .cacheNodeType("cache.t4g.medium")
        .autoMinorVersionUpgrade(true)
        .atRestEncryptionEnabled(true)
        .transitEncryptionEnabled(true)
        .transitEncryptionMode("required")
        .cacheSubnetGroupName("private")
        .cacheParameterGroup(g -> g.cacheParameterGroupName("tuned"))
        .preferredMaintenanceWindow("sun:06:00-sun:07:00")
        .securityGroups(g -> g.securityGroupId("sg-1"))
        .build();
  }

  private static ReplicationGroup.Builder rich() {
    Endpoint primary = Endpoint.builder().address("master.example").port(6379).build();
    return ReplicationGroup.builder()
        .replicationGroupId("previews")
        .arn("arn:previews")
        .description("Previews")
        .status("available")
        .globalReplicationGroupInfo(g -> g.globalReplicationGroupId("world"))
        .memberClusters("previews-001", "previews-002")
        .automaticFailover("enabling")
        .multiAZ("disabled")
        .snapshotRetentionLimit(7)
        .snapshotWindow("04:00-05:00")
        .clusterEnabled(false)
        .clusterMode("disabled")
        .kmsKeyId("arn:key")
        .dataTiering("enabled")
        .ipDiscovery("ipv4")
        .networkType("ipv4")
        .userGroupIds("people")
        .nodeGroups(
            n ->
                n.primaryEndpoint(primary)
                    .readerEndpoint(e -> e.address("replica.example").port(6379))
                    .nodeGroupMembers(
                        m -> m.cacheClusterId("previews-001"),
                        m -> m.cacheClusterId("previews-002")));
  }
}
