package dev.plumbline.live.aws.route53;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.GetHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListHealthChecksRequest;
import software.amazon.awssdk.services.route53.model.ListHealthChecksResponse;
import software.amazon.awssdk.services.route53.model.ListHostedZonesRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ListTagsForResourcesRequest;
import software.amazon.awssdk.services.route53.model.ListTagsForResourcesResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceTagSet;

/** A Route 53 that holds what a test puts in, and remembers what is asked. */
final class FakeRoute53 implements Route53Client {

  final Map<String, GetHostedZoneResponse> zones = new HashMap<>();
  final List<ResourceRecordSet> sets = new ArrayList<>();
  final List<HealthCheck> checks = new ArrayList<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  String failing = "";
  String failure = "AccessDenied";

  /** A set as a test writes it, in the zone example.com. */
  ResourceRecordSet.Builder set(String name, String type) {
    return ResourceRecordSet.builder().name(name).type(type);
  }

  List<Observation> observe(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(Route53Client.class, this), resources);
  }

  List<String> discover(ResourceType type, RecordedResource... resources) {
    return FakeScope.discover(type, Map.of(Route53Client.class, this), resources);
  }

  private synchronized void ask(String what) {
    asked.add(what);
    if (!failing.isEmpty() && what.startsWith(failing)) {
      throw error(failure, 403);
    }
  }

  @Override
  public GetHostedZoneResponse getHostedZone(GetHostedZoneRequest request) {
    ask("zone " + request.id());
    GetHostedZoneResponse zone = zones.get(request.id());
    if (zone == null) {
      throw error("NoSuchHostedZone", 404);
    }
    return zone;
  }

  @Override
  public ListHostedZonesResponse listHostedZones(ListHostedZonesRequest request) {
    ask("zones");
    return ListHostedZonesResponse.builder()
        .hostedZones(
            HostedZone.builder().id("/hostedzone/Z1").build(),
            HostedZone.builder()
                .id("/hostedzone/Z9")
                .linkedService(s -> s.servicePrincipal("servicediscovery.amazonaws.com"))
                .build())
        .isTruncated(false)
        .build();
  }

  @Override
  public ListResourceRecordSetsResponse listResourceRecordSets(
      ListResourceRecordSetsRequest request) {
    ask("records %s %s".formatted(request.hostedZoneId(), request.maxItems()));
    return ListResourceRecordSetsResponse.builder()
        .resourceRecordSets(sets)
        .isTruncated(false)
        .build();
  }

  @Override
  public ListHealthChecksResponse listHealthChecks(ListHealthChecksRequest request) {
    ask("checks");
    return ListHealthChecksResponse.builder().healthChecks(checks).isTruncated(false).build();
  }

  @Override
  public ListTagsForResourcesResponse listTagsForResources(ListTagsForResourcesRequest request) {
    ask("tags " + request.resourceIds().size());
    return ListTagsForResourcesResponse.builder()
        .resourceTagSets(
            request.resourceIds().stream()
                .map(
                    id ->
                        ResourceTagSet.builder()
                            .resourceId(id)
                            .tags(t -> t.key("id").value(id))
                            .build())
                .toList())
        .build();
  }

  @Override
  public String serviceName() {
    return "route53";
  }

  @Override
  public void close() {}
}
