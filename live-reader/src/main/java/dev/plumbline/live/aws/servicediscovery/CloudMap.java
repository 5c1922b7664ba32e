package dev.plumbline.live.aws.servicediscovery;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceSummary;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceType;
import software.amazon.awssdk.services.servicediscovery.model.ServiceSummary;

/** Cloud Map's listings, which tell everything but tags; asked for once a scan. */
final class CloudMap {

  static final String NAMESPACES = "servicediscovery:ListNamespaces";
  static final String SERVICES = "servicediscovery:ListServices";
  static final String TAGS = "servicediscovery:ListTagsForResource";

  private static final int PAGE = 100;

  /** What another account shares with this one belongs there. */
  private static final String OTHERS = "OTHER_ACCOUNTS";

  private CloudMap() {}

  private static ServiceDiscoveryClient client(AwsScope scope) {
    return scope.client(ServiceDiscoveryClient.class, ServiceDiscoveryClient::builder);
  }

  static Map<String, NamespaceSummary> namespaces(AwsScope scope) {
    return scope.shared(
        NAMESPACES,
        () -> {
          Map<String, NamespaceSummary> namespaces = new LinkedHashMap<>();
          scope
              .call(
                  NAMESPACES,
                  () ->
                      client(scope).listNamespacesPaginator(r -> r.maxResults(PAGE)).stream()
                          .flatMap(page -> page.namespaces().stream())
                          .toList())
              .forEach(each -> namespaces.put(each.id(), each));
          return namespaces;
        });
  }

  static Map<String, ServiceSummary> services(AwsScope scope) {
    return scope.shared(
        SERVICES,
        () -> {
          Map<String, ServiceSummary> services = new LinkedHashMap<>();
          scope
              .call(
                  SERVICES,
                  () ->
                      client(scope).listServicesPaginator(r -> r.maxResults(PAGE)).stream()
                          .flatMap(page -> page.services().stream())
                          .toList())
              .forEach(each -> services.put(each.id(), each));
          return services;
        });
  }

  static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tagList(
        arn,
        () ->
            scope.call(
                TAGS, () -> client(scope).listTagsForResource(r -> r.resourceARN(arn)).tags()));
  }

  /** Observes namespaces of one type. */
  static List<Observation> observe(
      Batch batch,
      NamespaceType type,
      BiFunction<Attributes, NamespaceSummary, Attributes> special) {
    Map<String, NamespaceSummary> namespaces = namespaces(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(namespaces.get(recorded.id()))
                .filter(namespace -> namespace.type() == type)
                .<Observation>map(
                    namespace ->
                        special
                            .apply(batch.attributes().from(namespace), namespace)
                            .tags(tags(batch.scope(), namespace.arn()))
                            .found())
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + NAMESPACES)));
  }

  /** The ids of the account's own namespaces of one type. */
  static List<String> discover(AwsScope scope, NamespaceType type) {
    Stream<NamespaceSummary> own =
        namespaces(scope).values().stream().filter(each -> !OTHERS.equals(each.resourceOwner()));
    return own.filter(each -> each.type() == type).map(NamespaceSummary::id).toList();
  }

  /** The ids of the account's own services. */
  static List<String> discoverServices(AwsScope scope) {
    return services(scope).values().stream()
        .filter(each -> !OTHERS.equals(each.resourceOwner()))
        .map(ServiceSummary::id)
        .toList();
  }
}
