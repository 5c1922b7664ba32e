package dev.plumbline.live.aws.route53;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.route53.model.AlarmIdentifier;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * {@code aws_route53_health_check}, named by its id. One listing tells all of them but their tags,
 * which are asked for by ten.
 */
public final class Route53HealthCheck implements ResourceType {

  private static final String LIST = "route53:ListHealthChecks";

  @Override
  public String name() {
    return "aws_route53_health_check";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, ResourceTags.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("only said when it is created", "reference_name")
        .withUnobservable("local to Terraform", "triggers");
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, HealthCheck> checks = list(batch.scope());
    ResourceTags tags =
        new ResourceTags(
            batch.scope(),
            TagResourceType.HEALTHCHECK,
            batch.ids().stream().filter(checks::containsKey).toList());
    return batch.each(
        recorded ->
            Optional.ofNullable(checks.get(recorded.id()))
                .<Observation>map(check -> observed(batch, check).tags(tags.of(check.id())).found())
                .orElseGet(
                    () -> new Observation.Gone("it is not in the completed listing of " + LIST)));
  }

  private static Map<String, HealthCheck> list(AwsScope scope) {
    return scope.shared(
        LIST,
        () -> {
          Map<String, HealthCheck> checks = new LinkedHashMap<>();
          scope
              .call(
                  LIST,
                  () ->
                      RecordSets.client(scope).listHealthChecksPaginator().healthChecks().stream()
                          .toList())
              .forEach(check -> checks.put(check.id(), check));
          return checks;
        });
  }

  private static Attributes observed(Batch batch, HealthCheck check) {
    HealthCheckConfig config = check.healthCheckConfig();
    Optional<AlarmIdentifier> alarm = Optional.ofNullable(config.alarmIdentifier());
    return batch
        .attributes()
        .from(config)
        .put("id", check.id())
        .put(
            "arn",
            "arn:%s:route53:::healthcheck/%s".formatted(batch.scope().partition(), check.id()))
        .put("child_health_threshold", config.healthThreshold())
        .put("child_healthchecks", config.childHealthChecks())
        .put("cloudwatch_alarm_name", alarm.map(AlarmIdentifier::name).orElse(null))
        .put("cloudwatch_alarm_region", alarm.map(AlarmIdentifier::regionAsString).orElse(null))
        .put("fqdn", config.fullyQualifiedDomainName())
        .put("invert_healthcheck", config.inverted());
  }

  /** All but those that another service of AWS keeps, like Cloud Map's. */
  @Override
  public List<String> discover(AwsScope scope) {
    return list(scope).values().stream()
        .filter(check -> check.linkedService() == null)
        .map(HealthCheck::id)
        .toList();
  }
}
