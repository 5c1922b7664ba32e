package dev.plumbline.live.aws.elasticache;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/**
 * Listings of everything of a kind, each made once in a scan: ElastiCache has no filters, and what
 * it is asked for by name it answers one at a time.
 */
final class CacheListings {

  static final String CLUSTERS = "elasticache:DescribeCacheClusters";
  static final String TAGS = "elasticache:ListTagsForResource";

  /** ElastiCache's largest page. */
  static final int PAGE = 100;

  private CacheListings() {}

  static ElastiCacheClient client(AwsScope scope) {
    return scope.client(ElastiCacheClient.class, ElastiCacheClient::builder);
  }

  /** All clusters with their nodes, members of replication groups too. */
  static Map<String, CacheCluster> clusters(AwsScope scope) {
    return byName(
        scope,
        CLUSTERS,
        () ->
            client(scope)
                .describeCacheClustersPaginator(r -> r.showCacheNodeInfo(true).maxRecords(PAGE))
                .cacheClusters()
                .stream()
                .toList(),
        CacheCluster::cacheClusterId);
  }

  /** A listing by name, which ElastiCache keeps in lower case. */
  static <T> Map<String, T> byName(
      AwsScope scope, String action, Supplier<List<T>> listing, Function<T, String> name) {
    return scope.shared(
        action,
        () ->
            scope.call(action, listing).stream()
                .collect(
                    Collectors.toMap(
                        each -> name.apply(each).toLowerCase(Locale.ROOT),
                        each -> each,
                        (first, _) -> first)));
  }

  static Observation gone(String action) {
    return new Observation.Gone("it is not in the completed listing of " + action);
  }

  static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tagList(
        arn,
        () ->
            scope
                .call(TAGS, () -> client(scope).listTagsForResource(r -> r.resourceName(arn)))
                .tagList());
  }
}
