package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;

/**
 * What Terraform shows of an instance bought on the spot market: its request's terms.
 *
 * @param values under Terraform's names, all null where it was not
 */
record SpotRequests(Map<String, Value> values) {

  static final String ACTION = "ec2:DescribeSpotInstanceRequests";

  static SpotRequests of(AwsScope scope, Instance instance) {
    Map<String, Value> values = new TreeMap<>();
    boolean spot =
        instance.spotInstanceRequestId() != null
            && !instance.spotInstanceRequestId().isEmpty()
            && instance.instanceLifecycle() != null;
    values.put(
        "instance_lifecycle", spot ? Shape.of(instance.instanceLifecycleAsString()) : Value.none());
    values.put(
        "spot_instance_request_id",
        spot ? Value.of(instance.spotInstanceRequestId()) : Value.none());
    values.put("instance_market_options", spot ? market(request(scope, instance)) : Value.none());
    return new SpotRequests(values);
  }

  private static SpotInstanceRequest request(AwsScope scope, Instance instance) {
    @Nullable SpotInstanceRequest request = all(scope).get(instance.spotInstanceRequestId());
    if (request == null) {
      throw new ReadFailure(
          ReadFailure.Kind.UNEXPECTED,
          ACTION,
          ACTION + " does not answer the instance's spot request. Scan again later.");
    }
    return request;
  }

  private static Value market(SpotInstanceRequest request) {
    return Value.of(
        Map.of(
            "market_type",
            Value.of("spot"),
            "spot_options",
            Value.of(
                Map.of(
                    "instance_interruption_behavior",
                    Shape.of(request.instanceInterruptionBehaviorAsString()),
                    "spot_instance_type",
                    Shape.of(request.typeAsString()),
                    "max_price",
                    Shape.of(request.spotPrice()),
                    "valid_until",
                    Shape.of(request.validUntil())))));
  }

  /** The requests of all recorded instances at once. */
  private static Map<String, SpotInstanceRequest> all(AwsScope scope) {
    return scope.shared(
        ACTION,
        () ->
            Listings.byId(
                scope,
                Instances.of(scope).values().stream()
                    .map(Instance::spotInstanceRequestId)
                    .filter(Objects::nonNull)
                    .toList(),
                ids -> list(scope, List.of(Ec2.filter("spot-instance-request-id", ids))),
                () -> list(scope, List.of()),
                SpotInstanceRequest::spotInstanceRequestId));
  }

  private static List<SpotInstanceRequest> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        ACTION,
        () ->
            Ec2.client(scope)
                .describeSpotInstanceRequestsPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .spotInstanceRequests()
                .stream()
                .toList());
  }

  void putInto(Attributes attributes) {
    values.forEach(attributes::put);
  }
}
