package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * The listings that the types of this service share within a scan. Asking for some ARNs fails as a
 * whole where one of them does not exist, and takes 20; a page of everything holds 400. So
 * balancers and target groups are listed whole, listeners by their balancer and rules by their
 * listener.
 */
final class Balancing {

  static final String BALANCERS = "elasticloadbalancing:DescribeLoadBalancers";
  static final String TARGET_GROUPS = "elasticloadbalancing:DescribeTargetGroups";
  static final String LISTENERS = "elasticloadbalancing:DescribeListeners";
  static final String RULES = "elasticloadbalancing:DescribeRules";

  static final Set<String> NO_LISTENER = Set.of("ListenerNotFound");

  /** What one page of a listing may hold. */
  static final int PAGE = 400;

  private static final Set<String> NO_BALANCER = Set.of("LoadBalancerNotFound");

  private Balancing() {}

  static ElasticLoadBalancingV2Client client(AwsScope scope) {
    return scope.client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
  }

  static Map<String, LoadBalancer> balancers(AwsScope scope) {
    return scope.shared(
        BALANCERS,
        () ->
            scope.call(
                BALANCERS,
                () ->
                    by(
                        client(scope)
                            .describeLoadBalancersPaginator(r -> r.pageSize(PAGE))
                            .loadBalancers()
                            .stream(),
                        LoadBalancer::loadBalancerArn)));
  }

  static Map<String, TargetGroup> targetGroups(AwsScope scope) {
    return scope.shared(
        TARGET_GROUPS,
        () ->
            scope.call(
                TARGET_GROUPS,
                () ->
                    by(
                        client(scope)
                            .describeTargetGroupsPaginator(r -> r.pageSize(PAGE))
                            .targetGroups()
                            .stream(),
                        TargetGroup::targetGroupArn)));
  }

  /** A balancer's listeners by ARN; empty where the balancer does not exist. */
  static Optional<Map<String, Listener>> listeners(AwsScope scope, String balancer) {
    return shared(
        scope,
        LISTENERS,
        balancer,
        NO_BALANCER,
        () ->
            by(
                client(scope)
                    .describeListenersPaginator(r -> r.loadBalancerArn(balancer).pageSize(PAGE))
                    .listeners()
                    .stream(),
                Listener::listenerArn));
  }

  /** A listener's rules by ARN; empty where the listener does not exist. */
  static Optional<Map<String, Rule>> rules(AwsScope scope, String listener) {
    return shared(
        scope,
        RULES,
        listener,
        NO_LISTENER,
        () ->
            by(
                client(scope)
                    .describeRulesPaginator(r -> r.listenerArn(listener).pageSize(PAGE))
                    .rules()
                    .stream(),
                Rule::ruleArn));
  }

  /** The balancer that a recorded listener belongs to, which its own ARN names as well. */
  static String balancerOf(RecordedResource listener) {
    String recorded = listener.at("load_balancer_arn").text();
    return recorded.isEmpty() ? parent(listener.id(), ":listener/", ":loadbalancer/") : recorded;
  }

  /** The listener that a recorded rule belongs to, which its own ARN names as well. */
  static String listenerOf(RecordedResource rule) {
    String recorded = rule.at("listener_arn").text();
    return recorded.isEmpty() ? listenerOf(rule.id()) : recorded;
  }

  static String listenerOf(String rule) {
    return parent(rule, ":listener-rule/", ":listener/");
  }

  private static String parent(String arn, String kind, String parentKind) {
    return arn.substring(0, Math.max(0, arn.lastIndexOf('/'))).replace(kind, parentKind);
  }

  private static <T> Optional<T> shared(
      AwsScope scope, String action, String of, Set<String> notFound, Supplier<T> listing) {
    return scope.shared(action + " " + of, () -> scope.find(action, notFound, listing));
  }

  private static <T> Map<String, T> by(Stream<T> things, Function<T, String> arn) {
    Map<String, T> byArn = new LinkedHashMap<>();
    things.forEach(thing -> byArn.put(arn.apply(thing), thing));
    return byArn;
  }
}
