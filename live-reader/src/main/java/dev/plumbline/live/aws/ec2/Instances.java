package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** The scope's recorded instances by id, or all where all are asked for. */
final class Instances {

  static final String LIST = "ec2:DescribeInstances";

  private Instances() {}

  static Map<String, Instance> of(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            Listings.byId(
                scope,
                scope.recorded("aws_instance").map(RecordedResource::id).toList(),
                ids -> list(scope, List.of(Ec2.filter("instance-id", ids))),
                () -> list(scope, List.of()),
                Instance::instanceId));
  }

  private static List<Instance> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeInstancesPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .reservations()
                .stream()
                .flatMap(reservation -> reservation.instances().stream())
                .toList());
  }
}
