package dev.plumbline.live.aws.servicediscovery;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.servicediscovery.model.ListNamespacesRequest;
import software.amazon.awssdk.services.servicediscovery.model.ListNamespacesResponse;
import software.amazon.awssdk.services.servicediscovery.model.ListServicesRequest;
import software.amazon.awssdk.services.servicediscovery.model.ListServicesResponse;
import software.amazon.awssdk.services.servicediscovery.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.servicediscovery.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceSummary;
import software.amazon.awssdk.services.servicediscovery.model.ServiceSummary;

/** All three types: both kinds of namespace, and services. */
@SuppressWarnings("deprecation") // what the API still answers and the provider writes
final class ServiceDiscoveryServiceTest {

  private final FakeCloudMap cloudMap = new FakeCloudMap();

  static List<ResourceType> types() {
    return List.of(
        new ServiceDiscoveryHttpNamespace(),
        new ServiceDiscoveryPrivateDnsNamespace(),
        new ServiceDiscoveryService());
  }

  @Test
  void reads_an_http_namespace_under_terraforms_own_names() {
    Value.Mapping attributes = found(observe(new ServiceDiscoveryHttpNamespace(), "ns-http"));

    assertComplete("aws_service_discovery_http_namespace", attributes);
    assertThat(attributes.at("http_name")).isEqualTo(Value.of("web"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("the web"));
    assertThat(attributes.at("tags_all").at("of")).isEqualTo(Value.of("arn:http"));
  }

  @Test
  void reads_a_private_namespace_under_terraforms_own_names() {
    Value.Mapping attributes = found(observe(new ServiceDiscoveryPrivateDnsNamespace(), "ns-dns"));

    assertComplete("aws_service_discovery_private_dns_namespace", attributes);
    assertThat(attributes.at("hosted_zone")).isEqualTo(Value.of("Z1"));
  }

  @Test
  void a_namespace_of_another_type_is_not_it() {
    assertThat(observe(new ServiceDiscoveryHttpNamespace(), "ns-dns"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void reads_a_service_in_the_namespace_of_the_state() {
    Value.Mapping attributes = found(observe(new ServiceDiscoveryService(), "srv-1"));

    assertComplete("aws_service_discovery_service", attributes);
    Value dns = attributes.at("dns_config").items().getFirst();
    assertThat(attributes.at("namespace_id")).isEqualTo(Value.of("ns-dns"));
    assertThat(dns.at("namespace_id")).isEqualTo(Value.of("ns-dns"));
    assertThat(dns.at("routing_policy")).isEqualTo(Value.of("MULTIVALUE"));
    assertThat(dns.at("dns_records").items().getFirst().at("ttl")).isEqualTo(Value.of(10));
    assertThat(attributes.at("type")).isEqualTo(Value.of("DNS_HTTP"));
    assertThat(
            attributes.at("health_check_custom_config").items().getFirst().at("failure_threshold"))
        .isEqualTo(Value.of(1));
    assertThat(cloudMap.asked).containsExactly("services", "tags");
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_the_listing_lacks_is_gone(ResourceType type) {
    assertThat(observe(type, "other")).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void access_denied_is_unreadable_never_gone(ResourceType type) {
    cloudMap.failure = "AccessDeniedException";

    assertThat(observe(type, "other")).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void what_another_account_shares_is_not_discovered() {
    Map<Class<?>, Object> clients = Map.of(ServiceDiscoveryClient.class, cloudMap);

    assertThat(types().stream().map(type -> FakeScope.discover(type, clients)))
        .containsExactly(List.of("ns-http"), List.of("ns-dns"), List.of("srv-1"));
  }

  private Observation observe(ResourceType type, String id) {
    Value dns = Value.of(List.of(Value.of(Map.of("namespace_id", Value.of("ns-dns")))));
    return FakeScope.observe(
            type,
            Map.of(ServiceDiscoveryClient.class, cloudMap),
            recorded(
                type.name(),
                Map.of(
                    "id", Value.of(id),
                    "namespace_id", Value.of("ns-dns"),
                    "dns_config", dns)))
        .getFirst();
  }

  private static final class FakeCloudMap implements ServiceDiscoveryClient {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String failure = "";

    private void ask(String what) {
      asked.add(what);
      if (!failure.isEmpty()) {
        throw error(failure, 400);
      }
    }

    @Override
    public ListNamespacesResponse listNamespaces(ListNamespacesRequest request) {
      ask("namespaces");
      return ListNamespacesResponse.builder()
          .namespaces(
              NamespaceSummary.builder()
                  .id("ns-http")
                  .arn("arn:http")
                  .name("web")
                  .description("the web")
                  .type("HTTP")
                  .properties(p -> p.httpProperties(h -> h.httpName("web")))
                  .build(),
              NamespaceSummary.builder()
                  .id("ns-dns")
                  .arn("arn:dns")
                  .type("DNS_PRIVATE")
                  .resourceOwner("SELF")
                  .properties(p -> p.dnsProperties(d -> d.hostedZoneId("Z1")))
                  .build(),
              NamespaceSummary.builder()
                  .id("ns-theirs")
                  .type("HTTP")
                  .resourceOwner("OTHER_ACCOUNTS")
                  .build())
          .build();
    }

    @Override
    public ListServicesResponse listServices(ListServicesRequest request) {
      ask("services");
      return ListServicesResponse.builder()
          .services(
              ServiceSummary.builder()
                  .id("srv-1")
                  .arn("arn:srv")
                  .name("lift")
                  .type("DNS_HTTP")
                  .dnsConfig(
                      d -> d.routingPolicy("MULTIVALUE").dnsRecords(r -> r.type("A").ttl(10L)))
                  .healthCheckCustomConfig(h -> h.failureThreshold(1))
                  .build(),
              ServiceSummary.builder().id("srv-2").resourceOwner("OTHER_ACCOUNTS").build())
          .build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
      ask("tags");
      return ListTagsForResourceResponse.builder()
          .tags(t -> t.key("of").value(request.resourceARN()))
          .build();
    }

    @Override
    public String serviceName() {
      return "servicediscovery";
    }

    @Override
    public void close() {}
  }
}
