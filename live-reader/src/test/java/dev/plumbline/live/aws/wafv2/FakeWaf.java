package dev.plumbline.live.aws.wafv2;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Completeness;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.GetIpSetRequest;
import software.amazon.awssdk.services.wafv2.model.GetIpSetResponse;
import software.amazon.awssdk.services.wafv2.model.GetWebAclForResourceRequest;
import software.amazon.awssdk.services.wafv2.model.GetWebAclForResourceResponse;
import software.amazon.awssdk.services.wafv2.model.GetWebAclRequest;
import software.amazon.awssdk.services.wafv2.model.GetWebAclResponse;
import software.amazon.awssdk.services.wafv2.model.IPSet;
import software.amazon.awssdk.services.wafv2.model.IPSetSummary;
import software.amazon.awssdk.services.wafv2.model.ListIpSetsRequest;
import software.amazon.awssdk.services.wafv2.model.ListIpSetsResponse;
import software.amazon.awssdk.services.wafv2.model.ListLoggingConfigurationsRequest;
import software.amazon.awssdk.services.wafv2.model.ListLoggingConfigurationsResponse;
import software.amazon.awssdk.services.wafv2.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.wafv2.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.wafv2.model.ListWebAcLsRequest;
import software.amazon.awssdk.services.wafv2.model.ListWebAcLsResponse;
import software.amazon.awssdk.services.wafv2.model.LoggingConfiguration;
import software.amazon.awssdk.services.wafv2.model.WebACL;
import software.amazon.awssdk.services.wafv2.model.WebACLSummary;

/**
 * A WAF that holds what a test puts in, lists one thing a page, regional ones only, and denies what
 * a test says.
 */
final class FakeWaf implements Wafv2Client {

  final Map<String, IPSet> sets = new HashMap<>();
  final List<WebACL> acls = new ArrayList<>();
  final List<LoggingConfiguration> logs = new ArrayList<>();
  final Map<String, WebACL> guarded = new HashMap<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  String denied = "";

  Observation observe(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(Wafv2Client.class, this), resources).getFirst();
  }

  Value.Mapping found(ResourceType type, RecordedResource... resources) {
    return Completeness.found(observe(type, resources));
  }

  List<String> discover(ResourceType type) {
    return FakeScope.discover(type, Map.of(Wafv2Client.class, this));
  }

  private void called(String operation) {
    calls.add(operation);
    if (operation.equals(denied)) {
      throw error("WAFAccessDeniedException", 403);
    }
  }

  @Override
  public GetIpSetResponse getIPSet(GetIpSetRequest request) {
    called("GetIPSet");
    IPSet set = sets.get(request.id() + "/" + request.name() + "/" + request.scope());
    if (set == null) {
      throw error("WAFNonexistentItemException", 400);
    }
    return GetIpSetResponse.builder().ipSet(set).lockToken("token").build();
  }

  @Override
  public ListIpSetsResponse listIPSets(ListIpSetsRequest request) {
    called("ListIPSets");
    List<IPSetSummary> summaries =
        request.scopeAsString().equals("REGIONAL")
            ? sets.values().stream()
                .map(set -> IPSetSummary.builder().id(set.id()).name(set.name()).build())
                .toList()
            : List.of();
    return ListIpSetsResponse.builder()
        .ipSets(page(summaries, request.nextMarker()))
        .nextMarker(next(summaries, request.nextMarker()))
        .build();
  }

  @Override
  public GetWebAclResponse getWebACL(GetWebAclRequest request) {
    called("GetWebACL");
    return acls.stream()
        .filter(acl -> acl.id().equals(request.id()) && acl.name().equals(request.name()))
        .findFirst()
        .map(
            acl ->
                GetWebAclResponse.builder()
                    .webACL(acl)
                    .lockToken("token")
                    .applicationIntegrationURL("https://sdk.example")
                    .build())
        .orElseThrow(() -> error("WAFNonexistentItemException", 400));
  }

  @Override
  public ListWebAcLsResponse listWebACLs(ListWebAcLsRequest request) {
    called("ListWebACLs");
    List<WebACLSummary> summaries =
        request.scopeAsString().equals("REGIONAL")
            ? acls.stream()
                .map(acl -> WebACLSummary.builder().id(acl.id()).name(acl.name()).build())
                .toList()
            : List.of();
    return ListWebAcLsResponse.builder()
        .webACLs(page(summaries, request.nextMarker()))
        .nextMarker(next(summaries, request.nextMarker()))
        .build();
  }

  @Override
  public GetWebAclForResourceResponse getWebACLForResource(GetWebAclForResourceRequest request) {
    called("GetWebACLForResource");
    return GetWebAclForResourceResponse.builder()
        .webACL(guarded.get(request.resourceArn()))
        .build();
  }

  @Override
  public ListLoggingConfigurationsResponse listLoggingConfigurations(
      ListLoggingConfigurationsRequest request) {
    called("ListLoggingConfigurations");
    boolean global = request.scopeAsString().equals("CLOUDFRONT");
    List<LoggingConfiguration> inScope =
        logs.stream().filter(log -> log.resourceArn().contains(":global/") == global).toList();
    return ListLoggingConfigurationsResponse.builder()
        .loggingConfigurations(page(inScope, request.nextMarker()))
        .nextMarker(next(inScope, request.nextMarker()))
        .build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    called("ListTagsForResource");
    return ListTagsForResourceResponse.builder()
        .tagInfoForResource(t -> t.tagList(tag -> tag.key("team").value("core")))
        .build();
  }

  private static <T> List<T> page(List<T> all, @Nullable String marker) {
    int at = marker == null ? 0 : Integer.parseInt(marker);
    return all.subList(at, Math.min(at + 1, all.size()));
  }

  private static @Nullable String next(List<?> all, @Nullable String marker) {
    int next = marker == null ? 1 : Integer.parseInt(marker) + 1;
    return next < all.size() ? String.valueOf(next) : null;
  }

  @Override
  public String serviceName() {
    return "wafv2";
  }

  @Override
  public void close() {}
}
