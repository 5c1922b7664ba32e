package dev.plumbline.live.aws.ecs;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** ECS with some clusters and services; what else is asked for is missing. */
final class FakeEcs implements EcsClient {

  final List<Cluster.Builder> clusters = new ArrayList<>();
  final List<Service.Builder> services = new ArrayList<>();

  /** Revisions by what they are asked for by, a family or an ARN. */
  final Map<String, TaskDefinition> revisions = new HashMap<>();

  final List<String> active = new ArrayList<>();

  /** Why what is asked for is not answered. */
  String reason = "MISSING";

  /** An error code that every question about this cluster is answered with; all where it is "". */
  String failure = "";

  String failing = "";

  /** Chunks are asked for at once. */
  final AtomicInteger calls = new AtomicInteger();

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
            .filter(cluster -> request.clusters().contains(cluster.clusterName()))
            .toList();
    return DescribeClustersResponse.builder()
        .clusters(found)
        .failures(
            failures(
                request.clusters(),
                name -> found.stream().anyMatch(cluster -> cluster.clusterName().equals(name))))
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
  public DescribeTaskDefinitionResponse describeTaskDefinition(
      DescribeTaskDefinitionRequest request) {
    ask("");
    TaskDefinition known = revisions.get(request.taskDefinition());
    if (known == null) {
      throw error("ClientException", 400);
    }
    return DescribeTaskDefinitionResponse.builder()
        .taskDefinition(known)
        .tags(t -> t.key("team").value("core"))
        .build();
  }

  @Override
  public ListTaskDefinitionsResponse listTaskDefinitions(ListTaskDefinitionsRequest request) {
    return ListTaskDefinitionsResponse.builder().taskDefinitionArns(active).build();
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
    calls.incrementAndGet();
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
