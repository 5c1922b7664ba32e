package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/**
 * {@code aws_lb}, of any kind, named by its ARN. One listing for all of them; their attributes, and
 * the capacity reserved for all but gateways, are answered one balancer a call.
 */
public final class Lb implements ResourceType {

  private static final String ATTRIBUTES = "elasticloadbalancing:DescribeLoadBalancerAttributes";
  private static final String CAPACITY = "elasticloadbalancing:DescribeCapacityReservation";

  /** What regions answer that know no reservations. */
  private static final Set<String> NO_CAPACITY = Set.of("InvalidAction");

  @Override
  public String name() {
    return "aws_lb";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Balancing.BALANCERS, ATTRIBUTES, CAPACITY, BalancingTags.ACTION));
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateLoadBalancer");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, LoadBalancer> balancers = Balancing.balancers(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(balancers.get(recorded.id()))
                .map(balancer -> observed(batch, balancer))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + Balancing.BALANCERS)));
  }

  private static Observation observed(Batch batch, LoadBalancer balancer) {
    AwsScope scope = batch.scope();
    String arn = balancer.loadBalancerArn();
    Attributes attributes = described(batch.attributes(), balancer);
    BalancerAttributes.of(balancer, settings(scope, arn)).putInto(attributes);
    if (balancer.type() != LoadBalancerTypeEnum.GATEWAY) {
      capacity(scope, attributes, arn);
    }
    return attributes.tags(BalancingTags.of(scope, arn)).found();
  }

  private static Map<String, String> settings(AwsScope scope, String arn) {
    return scope.call(
        ATTRIBUTES,
        () ->
            BalancerAttributes.byKey(
                Balancing.client(scope)
                    .describeLoadBalancerAttributes(r -> r.loadBalancerArn(arn))
                    .attributes()));
  }

  private static void capacity(AwsScope scope, Attributes attributes, String arn) {
    scope
        .find(
            CAPACITY,
            NO_CAPACITY,
            () -> Balancing.client(scope).describeCapacityReservation(r -> r.loadBalancerArn(arn)))
        .ifPresent(
            answer ->
                attributes.put(
                    "minimum_load_balancer_capacity", answer.minimumLoadBalancerCapacity()));
  }

  private static Attributes described(Attributes attributes, LoadBalancer balancer) {
    String arn = balancer.loadBalancerArn();
    return attributes
        .from(balancer)
        .put("id", arn)
        .put("arn", arn)
        .put("arn_suffix", arn.substring(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length()))
        .put("name", balancer.loadBalancerName())
        .put("load_balancer_type", balancer.typeAsString())
        .put("internal", balancer.scheme() == LoadBalancerSchemeEnum.INTERNAL)
        .put("zone_id", balancer.canonicalHostedZoneId())
        .put(
            "subnets",
            balancer.availabilityZones().stream().map(AvailabilityZone::subnetId).toList())
        .put(
            "subnet_mapping",
            balancer.availabilityZones().stream().map(BalancerAttributes::mapping).toList());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(Balancing.balancers(scope).keySet());
  }
}
