package dev.plumbline.live.aws.ecs;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;

/** ECS with some clusters and services; what else is asked for is missing. */
final class FakeEcs implements EcsClient {

  final List<Cluster.Builder> clusters = new ArrayList<>();
  final List<Service.Builder> services = new ArrayList<>();

  /** Why what is asked for is not answered. */
  String reason = "MISSING";

  /** An error code that every question about this cluster is answered with; all where it is "". */
  String failure = "";

  String failing = "";
  int calls;

  static String clusterArn(String name) {
    return "arn:aws:ecs:us-east-1:123456789012:cluster/" + name;
  }

  static String serviceArn(String name) {
    return "arn:aws:ecs:us-east-1:123456789012:service/" + name;
  }

  @Override
  public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
    ask("");
    List<Cluster> found =
        clusters.stream()
            .map(Cluster.Builder::build)
            .filter(cluster -> request.clusters().contains(cluster.clusterArn()))
            .toList();
    return DescribeClustersResponse.builder()
        .clusters(found)
        .failures(
            failures(
                request.clusters(),
                name -> found.stream().anyMatch(cluster -> cluster.clusterArn().equals(name))))
        .build();
  }

  @Override
  public DescribeServicesResponse describeServices(DescribeServicesRequest request) {
    ask(request.cluster());
    if (request.services().size() > 10) {
      throw error("InvalidParameterException", 400);
    }
    List<Service> found =
        services.stream()
            .map(Service.Builder::build)
            .filter(service -> request.services().contains(service.serviceName()))
            .toList();
    return DescribeServicesResponse.builder()
        .services(found)
        .failures(
            failures(
                request.services(),
                name -> found.stream().anyMatch(service -> service.serviceName().equals(name))))
        .build();
  }

  @Override
  public ListClustersResponse listClusters(ListClustersRequest request) {
    return ListClustersResponse.builder()
        .clusterArns(clusters.stream().map(each -> each.build().clusterArn()).toList())
        .build();
  }

  @Override
  public ListServicesResponse listServices(ListServicesRequest request) {
    return ListServicesResponse.builder()
        .serviceArns(
            services.stream()
                .map(Service.Builder::build)
                .filter(service -> service.clusterArn().equals(request.cluster()))
                .map(Service::serviceArn)
                .toList())
        .build();
  }

  private void ask(String cluster) {
    calls++;
    if (!failure.isEmpty() && (failing.isEmpty() || failing.equals(cluster))) {
      throw error(failure, 400);
    }
  }

  private List<Failure> failures(List<String> names, Predicate<String> found) {
    return names.stream()
        .filter(found.negate())
        .map(name -> Failure.builder().arn(name).reason(reason).build())
        .toList();
  }

  @Override
  public String serviceName() {
    return "ecs";
  }

  @Override
  public void close() {}
}
