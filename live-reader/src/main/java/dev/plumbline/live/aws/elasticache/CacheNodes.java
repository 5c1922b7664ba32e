package dev.plumbline.live.aws.elasticache;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.Endpoint;

/** A cluster's nodes, and where it is reached. */
final class CacheNodes {

  private CacheNodes() {}

  static void put(Attributes attributes, CacheCluster cluster) {
    attributes.put(
        "cache_nodes",
        cluster.cacheNodes().stream()
            .sorted(Comparator.comparing(CacheNode::cacheNodeId))
            .map(CacheNodes::block)
            .toList());
    Endpoint endpoint = cluster.configurationEndpoint();
    if (endpoint != null) {
      attributes
          .put("port", endpoint.port())
          .put("cluster_address", endpoint.address())
          .put("configuration_endpoint", endpoint.address() + ":" + endpoint.port());
    } else {
      attributes.put("cluster_address", null).put("configuration_endpoint", null);
      firstPort(cluster).ifPresent(port -> attributes.put("port", port));
    }
  }

  private static Optional<Integer> firstPort(CacheCluster cluster) {
    return cluster.cacheNodes().stream().findFirst().map(CacheNode::endpoint).map(Endpoint::port);
  }

  private static Value block(CacheNode node) {
    Value endpoint = Shape.of(node.endpoint());
    return Value.of(
        Map.of(
            "id", Shape.of(node.cacheNodeId()),
            "address", endpoint.at("address"),
            "port", endpoint.at("port"),
            "availability_zone", Shape.of(node.customerAvailabilityZone()),
            "outpost_arn", Shape.of(node.customerOutpostArn())));
  }
}
