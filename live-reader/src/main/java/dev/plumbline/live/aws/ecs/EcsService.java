package dev.plumbline.live.aws.ecs;

import static dev.plumbline.engine.Meaning.CASE_INSENSITIVE;
import static dev.plumbline.engine.Meaning.NAME_OR_ARN;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/**
 * {@code aws_ecs_service}, named by its ARN, imported as cluster and name. Services are asked for
 * by cluster; a deleted one stays describable for a while, as INACTIVE.
 */
public final class EcsService implements ResourceType {

  private static final String DESCRIBE = "ecs:DescribeServices";
  private static final String LIST = "ecs:ListServices";

  private static final Set<String> NO_CLUSTER = Set.of("ClusterNotFoundException");

  /** DescribeServices takes up to 10. */
  private static final int CHUNK = 10;

  @Override
  public String name() {
    return "aws_ecs_service";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, LIST, EcsCluster.LIST, ScalableTargets.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(NAME_OR_ARN, "cluster", "task_definition", "iam_role")
        .with(CASE_INSENSITIVE, "ordered_placement_strategy.field")
        .withUnobservable(
            "local to Terraform",
            "force_delete",
            "force_new_deployment",
            "triggers",
            "wait_for_steady_state");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.inChunks(CHUNK, EcsService::cluster, services -> observe(batch, services));
  }

  private static List<Observation> observe(Batch batch, List<RecordedResource> services) {
    String cluster = cluster(services.getFirst());
    Optional<DescribeServicesResponse> answer =
        batch
            .scope()
            .find(
                DESCRIBE,
                NO_CLUSTER,
                () ->
                    EcsClusters.client(batch.scope())
                        .describeServices(
                            r ->
                                r.cluster(cluster)
                                    .services(services.stream().map(EcsService::name).toList())
                                    .include(ServiceField.TAGS)));
    return services.stream()
        .map(
            recorded ->
                answer
                    .map(found -> observed(batch, recorded, found))
                    .orElseGet(
                        () ->
                            new Observation.Gone(
                                DESCRIBE + " says that its cluster does not exist")))
        .toList();
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, DescribeServicesResponse answer) {
    return answer.services().stream()
        .filter(service -> service.serviceName().equals(name(recorded)))
        .findFirst()
        .map(service -> observed(batch, recorded, service))
        .orElseGet(() -> EcsNames.failed(DESCRIBE, name(recorded), answer.failures()));
  }

  private static Observation observed(Batch batch, RecordedResource recorded, Service service) {
    return switch (String.valueOf(service.status())) {
      case "INACTIVE" -> new Observation.Gone(DESCRIBE + " says that the service is INACTIVE");
      case "DRAINING" -> EcsNames.moving(DESCRIBE, service.status());
      default ->
          ServiceMotion.told(
                  ServiceAttributes.of(batch.attributes(), recorded, service),
                  batch.scope(),
                  recorded,
                  service)
              .found();
    };
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope
        .forAll(
            EcsCluster.arns(scope),
            cluster ->
                scope
                    .find(
                        LIST,
                        NO_CLUSTER,
                        () ->
                            EcsClusters.client(scope)
                                .listServicesPaginator(r -> r.cluster(cluster).maxResults(100))
                                .serviceArns()
                                .stream()
                                .map(arn -> EcsNames.last(cluster) + "/" + EcsNames.last(arn))
                                .toList())
                    .orElse(List.of()))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(EcsNames.last(cluster(resource)) + "/" + name(resource));
  }

  /** The cluster as recorded, a name or an ARN; ECS's default where none was given. */
  private static String cluster(RecordedResource service) {
    String cluster = service.at("cluster").text();
    return cluster.isEmpty() ? "default" : cluster;
  }

  private static String name(RecordedResource service) {
    return EcsNames.last(service.id());
  }
}
