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

final class ElasticacheClusterTest {

  private final CacheAccount cache = new CacheAccount();

  @ParameterizedTest
  @CsvSource({
    "id,                       sessions",
    "cluster_id,               sessions",
    "arn,                      arn:sessions",
    "engine,                   memcached",
    "engine_version,           1.6.22",
    "engine_version_actual,    1.6.22",
    "node_type,                cache.t4g.small",
    "auto_minor_version_upgrade, true",
    "availability_zone,        Multiple",
    "az_mode,                  cross-az",
    "cluster_address,          sessions.cfg.example",
    "configuration_endpoint,   sessions.cfg.example:11211",
    "ip_discovery,             ipv4",
    "network_type,             ipv4",
    "maintenance_window,       sun:06:00-sun:07:00",
    "notification_topic_arn,   arn:topic",
    "parameter_group_name,     tuned",
    "preferred_outpost_arn,    arn:outpost",
    "replication_group_id,     group",
    "snapshot_window,          04:00-05:00",
    "subnet_group_name,        private",
  })
  void reads_a_cluster_under_terraforms_own_names(String attribute, String value) {
    cache.clusters.add(rich().build());

    assertThat(found(observe()).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void nothing_of_the_type_is_left_unanswered_for() {
    cache.clusters.add(rich().build());

    Value.Mapping attributes = found(observe());

    assertComplete("aws_elasticache_cluster", attributes);
    assertThat(attributes.at("port")).isEqualTo(Value.of(11211));
    assertThat(attributes.at("num_cache_nodes")).isEqualTo(Value.of(2));
    assertThat(attributes.at("snapshot_retention_limit")).isEqualTo(Value.of(5));
    assertThat(attributes.at("transit_encryption_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("security_group_ids").items()).containsExactly(Value.of("sg-1"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(attributes.at("cache_nodes").items())
        .extracting(node -> node.at("id").text() + " " + node.at("address").text())
        .containsExactly("0001 a.example", "0002 b.example");
    assertThat(attributes.at("log_delivery_configuration").items())
        .extracting(log -> log.at("destination").text())
        .containsExactlyInAnyOrder("cache-logs", "cache-stream");
  }

  @Test
  void redis_has_no_configuration_endpoint_and_the_port_of_its_node() {
    cache.clusters.add(rich().engine("redis").configurationEndpoint((Endpoint) null).build());

    Value.Mapping attributes = found(observe());

    assertThat(attributes.at("configuration_endpoint").isEmpty()).isTrue();
    assertThat(attributes.at("port")).isEqualTo(Value.of(6379));
  }

  @ParameterizedTest
  @CsvSource({
    "redis,  7.1.0,  '',  7.1,   7.1.0",
    "redis,  6.2.6,  6.x, 6.x,   6.2.6",
    "redis,  6.2.6,  6.2, 6.2,   6.2.6",
    "redis,  5.0.6,  '',  5.0.6, 5.0.6",
    "valkey, 8.0.1,  '',  8.0,   8.0.1",
    "redis,  7.1,    7.1, 7.1,   7.1.0",
  })
  void versions_are_written_as_the_provider_writes_them(
      String engine, String actual, String recorded, String shown, String full) {
    cache.clusters.add(rich().engine(engine).engineVersion(actual).build());

    Value.Mapping attributes =
        found(observe(Map.of("id", Value.of("sessions"), "engine_version", Value.of(recorded))));

    assertThat(attributes.at("engine_version")).isEqualTo(Value.of(shown));
    assertThat(attributes.at("engine_version_actual")).isEqualTo(Value.of(full));
  }

  @Test
  void a_topic_that_was_made_inactive_is_none() {
    cache.clusters.add(
        rich().notificationConfiguration(n -> n.topicArn("t").topicStatus("inactive")).build());

    assertThat(found(observe()).at("notification_topic_arn").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"creating", "deleting"})
  void a_cluster_in_transition_is_unreadable(String status) {
    cache.clusters.add(rich().cacheClusterStatus(status).build());

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
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
                assertThat(unreadable.action()).isEqualTo("elasticache:DescribeCacheClusters"));
  }

  @Test
  void members_of_a_replication_group_are_not_discovered_by_themselves() {
    cache.clusters.add(rich().build());
    cache.clusters.add(rich().cacheClusterId("alone").replicationGroupId(null).build());

    assertThat(FakeScope.discover(new ElasticacheCluster(), Map.of(ElastiCacheClient.class, cache)))
        .containsExactly("alone");
  }

  private Observation observe() {
    return observe(Map.of("id", Value.of("sessions")));
  }

  private Observation observe(Map<String, Value> attributes) {
    return FakeScope.observe(
            new ElasticacheCluster(),
            Map.of(ElastiCacheClient.class, cache),
            recorded("aws_elasticache_cluster", attributes))
        .getFirst();
  }

  private static CacheCluster.Builder rich() {
    return CacheCluster.builder()
        .cacheClusterId("sessions")
        .arn("arn:sessions")
        .cacheClusterStatus("available")
        .engine("memcached")
        .engineVersion("1.6.22")
        .cacheNodeType("cache.t4g.small")
        .autoMinorVersionUpgrade(true)
        .preferredAvailabilityZone("Multiple")
        .configurationEndpoint(e -> e.address("sessions.cfg.example").port(11211))
        .ipDiscovery("ipv4")
        .networkType("ipv4")
        .preferredMaintenanceWindow("sun:06:00-sun:07:00")
        .notificationConfiguration(n -> n.topicArn("arn:topic").topicStatus("active"))
        .cacheParameterGroup(g -> g.cacheParameterGroupName("tuned"))
        .preferredOutpostArn("arn:outpost")
        .replicationGroupId("group")
        .snapshotWindow("04:00-05:00")
        .cacheSubnetGroupName("private")
        .numCacheNodes(2)
        .snapshotRetentionLimit(5)
        .transitEncryptionEnabled(true)
        .securityGroups(g -> g.securityGroupId("sg-1"))
        .cacheNodes(
            n -> n.cacheNodeId("0002").endpoint(e -> e.address("b.example").port(6379)),
            n -> n.cacheNodeId("0001").endpoint(e -> e.address("a.example").port(6379)))
        .logDeliveryConfigurations(
            l ->
                l.logType("slow-log")
                    .logFormat("json")
                    .destinationType("cloudwatch-logs")
                    .destinationDetails(
                        d -> d.cloudWatchLogsDetails(c -> c.logGroup("cache-logs"))),
            l ->
                l.logType("engine-log")
                    .logFormat("text")
                    .destinationType("kinesis-firehose")
                    .destinationDetails(
                        d -> d.kinesisFirehoseDetails(k -> k.deliveryStream("cache-stream"))));
  }
}
