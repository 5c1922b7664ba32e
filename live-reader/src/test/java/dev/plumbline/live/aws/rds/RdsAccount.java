package dev.plumbline.live.aws.rds;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersResponse;
import software.amazon.awssdk.services.rds.model.GlobalCluster;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.Parameter;

/** An account's RDS: what is put in is listed, every thing has the tag {@code team}. */
final class RdsAccount implements RdsClient {

  final List<DBCluster> clusters = new ArrayList<>();
  final List<DBInstance> instances = new ArrayList<>();
  final List<GlobalCluster> globals = new ArrayList<>();
  final List<DBParameterGroup> groups = new ArrayList<>();
  final List<DBClusterParameterGroup> clusterGroups = new ArrayList<>();
  final List<DBSubnetGroup> subnetGroups = new ArrayList<>();
  final List<Parameter> parameters = new ArrayList<>();

  /** What was asked for, by the name of the call and the source of parameters. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  String failure = "";

  private void asked(String call) {
    asked.add(call);
    if (!failure.isEmpty()) {
      throw error(failure, 403);
    }
  }

  private List<Parameter> of(String source) {
    return parameters.stream()
        .filter(each -> source == null || source.equals(each.source()))
        .toList();
  }

  @Override
  public DescribeDbClustersResponse describeDBClusters(DescribeDbClustersRequest request) {
    asked("clusters");
    return DescribeDbClustersResponse.builder()
        .dbClusters(
            clusters.stream()
                .filter(
                    each ->
                        request.filters().stream()
                            .allMatch(f -> f.values().contains(each.dbClusterIdentifier())))
                .toList())
        .build();
  }

  @Override
  public DescribeDbInstancesResponse describeDBInstances(DescribeDbInstancesRequest request) {
    asked("instances");
    return DescribeDbInstancesResponse.builder().dbInstances(instances).build();
  }

  @Override
  public DescribeGlobalClustersResponse describeGlobalClusters(
      DescribeGlobalClustersRequest request) {
    asked("globals");
    return DescribeGlobalClustersResponse.builder().globalClusters(globals).build();
  }

  @Override
  public DescribeDbParameterGroupsResponse describeDBParameterGroups(
      DescribeDbParameterGroupsRequest request) {
    asked("groups");
    return DescribeDbParameterGroupsResponse.builder().dbParameterGroups(groups).build();
  }

  @Override
  public DescribeDbClusterParameterGroupsResponse describeDBClusterParameterGroups(
      DescribeDbClusterParameterGroupsRequest request) {
    asked("groups");
    return DescribeDbClusterParameterGroupsResponse.builder()
        .dbClusterParameterGroups(clusterGroups)
        .build();
  }

  @Override
  public DescribeDbParametersResponse describeDBParameters(DescribeDbParametersRequest request) {
    asked("parameters " + request.source());
    return DescribeDbParametersResponse.builder().parameters(of(request.source())).build();
  }

  @Override
  public DescribeDbClusterParametersResponse describeDBClusterParameters(
      DescribeDbClusterParametersRequest request) {
    asked("parameters " + request.source());
    return DescribeDbClusterParametersResponse.builder().parameters(of(request.source())).build();
  }

  @Override
  public DescribeDbSubnetGroupsResponse describeDBSubnetGroups(
      DescribeDbSubnetGroupsRequest request) {
    asked("subnet groups");
    return DescribeDbSubnetGroupsResponse.builder().dbSubnetGroups(subnetGroups).build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    asked("tags " + request.resourceName());
    return ListTagsForResourceResponse.builder().tagList(t -> t.key("team").value("core")).build();
  }

  @Override
  public String serviceName() {
    return "rds";
  }

  @Override
  public void close() {}
}
