package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceCreditSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** How the recorded instances pay for CPU, of those whose type earns credits. */
final class CpuCredits {

  static final String ACTION = "ec2:DescribeInstanceCreditSpecifications";

  /** What partitions answer that have no such choice. */
  private static final Set<String> UNSUPPORTED = Set.of("UnsupportedOperation");

  private static final int CHUNK = 100;

  private CpuCredits() {}

  /** By instance id; empty where there is no such choice. */
  static Optional<Map<String, InstanceCreditSpecification>> of(AwsScope scope) {
    return scope.shared(
        ACTION,
        () -> {
          List<Optional<List<InstanceCreditSpecification>>> answers =
              scope.forAll(chunks(scope), chunk -> describe(scope, chunk));
          Map<String, InstanceCreditSpecification> byId = new HashMap<>();
          answers.forEach(
              answer ->
                  answer.ifPresent(
                      found -> found.forEach(each -> byId.put(each.instanceId(), each))));
          return answers.stream().allMatch(Optional::isPresent)
              ? Optional.of(byId)
              : Optional.empty();
        });
  }

  private static Optional<List<InstanceCreditSpecification>> describe(
      AwsScope scope, List<String> ids) {
    return scope.find(
        ACTION,
        UNSUPPORTED,
        () ->
            Ec2.client(scope)
                .describeInstanceCreditSpecifications(r -> r.instanceIds(ids))
                .instanceCreditSpecifications());
  }

  private static List<List<String>> chunks(AwsScope scope) {
    Map<String, Instance> instances = Instances.of(scope);
    return scope
        .recorded("aws_instance")
        .filter(each -> instances.containsKey(each.id()))
        .map(each -> instances.get(each.id()))
        .filter(CpuCredits::earns)
        .map(Instance::instanceId)
        .distinct()
        .gather(Gatherers.windowFixed(CHUNK))
        .toList();
  }

  private static boolean earns(Instance instance) {
    InstanceStateName state = instance.state().name();
    return (state == InstanceStateName.RUNNING || state == InstanceStateName.STOPPED)
        && Burstable.is(instance.instanceTypeAsString());
  }
}
