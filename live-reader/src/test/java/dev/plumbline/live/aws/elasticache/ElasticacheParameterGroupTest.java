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
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.Parameter;

final class ElasticacheParameterGroupTest {

  private final CacheAccount cache = new CacheAccount();

  @Test
  void reads_a_group_and_what_somebody_set_in_it() {
    cache.parameterGroups.add(group("tuned", false));
    cache.parameters.add(parameter("MaxMemory-Policy", "allkeys-lru", "user"));
    cache.parameters.add(parameter("timeout", "0", "system"));

    Value.Mapping attributes = found(observe());

    assertComplete("aws_elasticache_parameter_group", attributes);
    assertThat(attributes.at("family")).isEqualTo(Value.of("redis7"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("about tuned"));
    assertThat(attributes.at("arn")).isEqualTo(Value.of("arn:tuned"));
    assertThat(attributes.at("parameter").items())
        .containsExactly(
            Value.of(
                Map.of("name", Value.of("maxmemory-policy"), "value", Value.of("allkeys-lru"))));
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
                assertThat(unreadable.action())
                    .isEqualTo("elasticache:DescribeCacheParameterGroups"));
  }

  @Test
  void discovers_neither_awss_own_nor_a_global_datastores() {
    cache.parameterGroups.add(group("tuned", false));
    cache.parameterGroups.add(group("default.redis7", false));
    cache.parameterGroups.add(group("world", true));

    assertThat(
            FakeScope.discover(
                new ElasticacheParameterGroup(), Map.of(ElastiCacheClient.class, cache)))
        .containsExactly("tuned");
  }

  private Observation observe() {
    return observe(Map.of("id", Value.of("tuned")));
  }

  private Observation observe(Map<String, Value> attributes) {
    return FakeScope.observe(
            new ElasticacheParameterGroup(),
            Map.of(ElastiCacheClient.class, cache),
            recorded("aws_elasticache_parameter_group", attributes))
        .getFirst();
  }

  private static CacheParameterGroup group(String name, boolean global) {
    return CacheParameterGroup.builder()
        .cacheParameterGroupName(name)
        .cacheParameterGroupFamily("redis7")
        .description("about " + name)
        .arn("arn:" + name)
        .isGlobal(global)
        .build();
  }

  private static Parameter parameter(String name, String value, String source) {
    return Parameter.builder().parameterName(name).parameterValue(value).source(source).build();
  }
}
