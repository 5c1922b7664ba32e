package dev.plumbline.live.aws.elasticache;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParameterGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParameterGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParametersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParametersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticache.model.Parameter;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** An account's ElastiCache: what is put in is listed, every thing has the tag {@code team}. */
final class CacheAccount implements ElastiCacheClient {

  final List<CacheCluster> clusters = new ArrayList<>();
  final List<ReplicationGroup> replicationGroups = new ArrayList<>();
  final List<CacheSubnetGroup> subnetGroups = new ArrayList<>();
  final List<CacheParameterGroup> parameterGroups = new ArrayList<>();
  final List<Parameter> parameters = new ArrayList<>();
  String failure = "";

  private void asked() {
    if (!failure.isEmpty()) {
      throw error(failure, 403);
    }
  }

  @Override
  public DescribeCacheClustersResponse describeCacheClusters(DescribeCacheClustersRequest request) {
    asked();
    return DescribeCacheClustersResponse.builder().cacheClusters(clusters).build();
  }

  @Override
  public DescribeReplicationGroupsResponse describeReplicationGroups(
      DescribeReplicationGroupsRequest request) {
    asked();
    return DescribeReplicationGroupsResponse.builder().replicationGroups(replicationGroups).build();
  }

  @Override
  public DescribeCacheSubnetGroupsResponse describeCacheSubnetGroups(
      DescribeCacheSubnetGroupsRequest request) {
    asked();
    return DescribeCacheSubnetGroupsResponse.builder().cacheSubnetGroups(subnetGroups).build();
  }

  @Override
  public DescribeCacheParameterGroupsResponse describeCacheParameterGroups(
      DescribeCacheParameterGroupsRequest request) {
    asked();
    return DescribeCacheParameterGroupsResponse.builder()
        .cacheParameterGroups(parameterGroups)
        .build();
  }

  @Override
  public DescribeCacheParametersResponse describeCacheParameters(
      DescribeCacheParametersRequest request) {
    return DescribeCacheParametersResponse.builder()
        .parameters(
            parameters.stream().filter(each -> request.source().equals(each.source())).toList())
        .build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder().tagList(t -> t.key("team").value("core")).build();
  }

  @Override
  public String serviceName() {
    return "elasticache";
  }

  @Override
  public void close() {}
}
