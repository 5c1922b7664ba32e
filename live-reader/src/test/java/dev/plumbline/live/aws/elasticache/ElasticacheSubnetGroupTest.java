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
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;

final class ElasticacheSubnetGroupTest {

  private final CacheAccount cache = new CacheAccount();

  @Test
  void reads_a_group_under_terraforms_own_names() {
    cache.subnetGroups.add(group("private"));

    Value.Mapping attributes = found(observe());

    assertComplete("aws_elasticache_subnet_group", attributes);
    assertThat(attributes.at("name")).isEqualTo(Value.of("private"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("inside"));
    assertThat(attributes.at("vpc_id")).isEqualTo(Value.of("vpc-1"));
    assertThat(attributes.at("subnet_ids").items()).containsExactly(Value.of("subnet-1"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
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
                assertThat(unreadable.action()).isEqualTo("elasticache:DescribeCacheSubnetGroups"));
  }

  @Test
  void discovers_all_but_awss_default() {
    cache.subnetGroups.add(group("private"));
    cache.subnetGroups.add(group("default"));

    assertThat(
            FakeScope.discover(
                new ElasticacheSubnetGroup(), Map.of(ElastiCacheClient.class, cache)))
        .containsExactly("private");
  }

  private Observation observe() {
    return observe(Map.of("id", Value.of("private")));
  }

  private Observation observe(Map<String, Value> attributes) {
    return FakeScope.observe(
            new ElasticacheSubnetGroup(),
            Map.of(ElastiCacheClient.class, cache),
            recorded("aws_elasticache_subnet_group", attributes))
        .getFirst();
  }

  private static CacheSubnetGroup group(String name) {
    return CacheSubnetGroup.builder()
        .cacheSubnetGroupName(name)
        .cacheSubnetGroupDescription("inside")
        .arn("arn:" + name)
        .vpcId("vpc-1")
        .subnets(s -> s.subnetIdentifier("subnet-1"))
        .build();
  }
}
