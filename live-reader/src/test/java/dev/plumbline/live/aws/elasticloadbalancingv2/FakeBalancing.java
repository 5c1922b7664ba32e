package dev.plumbline.live.aws.elasticloadbalancingv2;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeCapacityReservationRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeCapacityReservationResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Elastic Load Balancing with one of each; its settings are shared by all kinds of things. */
final class FakeBalancing implements ElasticLoadBalancingV2Client {

  static final String PREFIX = "arn:aws:elasticloadbalancing:us-east-1:123456789012:";
  static final String BALANCER = PREFIX + "loadbalancer/app/front/b1";
  static final String LISTENER = PREFIX + "listener/app/front/b1/l1";
  static final String RULE = PREFIX + "listener-rule/app/front/b1/l1/r1";
  static final String GROUP = PREFIX + "targetgroup/render/g1";

  final List<LoadBalancer> balancers = new ArrayList<>();
  final List<Listener> listeners = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
  final List<TargetGroup> groups = new ArrayList<>();
  final List<TargetHealthDescription> targets = new ArrayList<>();
  final List<Certificate> certificates = new ArrayList<>();
  final Map<String, String> settings = new TreeMap<>();

  /** Error codes by the action that they answer. */
  final Map<String, String> failures = new HashMap<>();

  final List<String> calls = new CopyOnWriteArrayList<>();

  Observation observe(ResourceType type, RecordedResource... recorded) {
    return FakeScope.observe(type, Map.of(ElasticLoadBalancingV2Client.class, this), recorded)
        .getFirst();
  }

  @Override
  public DescribeLoadBalancersResponse describeLoadBalancers(DescribeLoadBalancersRequest r) {
    ask("DescribeLoadBalancers");
    return DescribeLoadBalancersResponse.builder().loadBalancers(balancers).build();
  }

  @Override
  public DescribeLoadBalancerAttributesResponse describeLoadBalancerAttributes(
      DescribeLoadBalancerAttributesRequest r) {
    ask("DescribeLoadBalancerAttributes");
    return DescribeLoadBalancerAttributesResponse.builder()
        .attributes(
            each().map(s -> LoadBalancerAttribute.builder().key(s[0]).value(s[1]).build()).toList())
        .build();
  }

  @Override
  public DescribeCapacityReservationResponse describeCapacityReservation(
      DescribeCapacityReservationRequest r) {
    ask("DescribeCapacityReservation");
    return DescribeCapacityReservationResponse.builder()
        .minimumLoadBalancerCapacity(c -> c.capacityUnits(100))
        .build();
  }

  @Override
  public DescribeListenersResponse describeListeners(DescribeListenersRequest r) {
    ask("DescribeListeners");
    return DescribeListenersResponse.builder().listeners(listeners).build();
  }

  @Override
  public DescribeListenerAttributesResponse describeListenerAttributes(
      DescribeListenerAttributesRequest r) {
    ask("DescribeListenerAttributes");
    return DescribeListenerAttributesResponse.builder()
        .attributes(
            each().map(s -> ListenerAttribute.builder().key(s[0]).value(s[1]).build()).toList())
        .build();
  }

  @Override
  public DescribeListenerCertificatesResponse describeListenerCertificates(
      DescribeListenerCertificatesRequest r) {
    ask("DescribeListenerCertificates");
    return DescribeListenerCertificatesResponse.builder().certificates(certificates).build();
  }

  @Override
  public DescribeRulesResponse describeRules(DescribeRulesRequest r) {
    ask("DescribeRules");
    return DescribeRulesResponse.builder().rules(rules).build();
  }

  @Override
  public DescribeTargetGroupsResponse describeTargetGroups(DescribeTargetGroupsRequest r) {
    ask("DescribeTargetGroups");
    return DescribeTargetGroupsResponse.builder().targetGroups(groups).build();
  }

  @Override
  public DescribeTargetGroupAttributesResponse describeTargetGroupAttributes(
      DescribeTargetGroupAttributesRequest r) {
    ask("DescribeTargetGroupAttributes");
    return DescribeTargetGroupAttributesResponse.builder()
        .attributes(
            each().map(s -> TargetGroupAttribute.builder().key(s[0]).value(s[1]).build()).toList())
        .build();
  }

  @Override
  public DescribeTargetHealthResponse describeTargetHealth(DescribeTargetHealthRequest r) {
    ask("DescribeTargetHealth");
    return DescribeTargetHealthResponse.builder().targetHealthDescriptions(targets).build();
  }

  @Override
  public DescribeTagsResponse describeTags(DescribeTagsRequest request) {
    ask("DescribeTags");
    if (request.resourceArns().size() > 20) {
      throw error("ValidationError", 400);
    }
    Tag tag = Tag.builder().key("team").value("core").build();
    return DescribeTagsResponse.builder()
        .tagDescriptions(
            request.resourceArns().stream()
                .map(arn -> TagDescription.builder().resourceArn(arn).tags(tag).build())
                .toList())
        .build();
  }

  private Stream<String[]> each() {
    return settings.entrySet().stream().map(s -> new String[] {s.getKey(), s.getValue()});
  }

  private void ask(String action) {
    calls.add(action);
    if (failures.containsKey(action)) {
      throw error(failures.get(action), 400);
    }
  }

  @Override
  public String serviceName() {
    return "elasticloadbalancing";
  }

  @Override
  public void close() {}
}
