package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;

/**
 * The settings of an instance that EC2 answers one a call.
 *
 * @param stop whether it may not be stopped; empty where the partition knows no such setting
 */
record InstanceSettings(
    Optional<DescribeInstanceAttributeResponse> stop,
    DescribeInstanceAttributeResponse termination,
    DescribeInstanceAttributeResponse shutdown,
    DescribeInstanceAttributeResponse userData) {

  static final String ACTION = "ec2:DescribeInstanceAttribute";

  private static final Set<String> UNSUPPORTED =
      Set.of("UnsupportedOperation", "InvalidParameterValue");

  static InstanceSettings of(AwsScope scope, String id) {
    List<DescribeInstanceAttributeResponse> answers =
        scope.forAll(
            List.of(
                InstanceAttributeName.DISABLE_API_TERMINATION,
                InstanceAttributeName.INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR,
                InstanceAttributeName.USER_DATA),
            name -> scope.call(ACTION, () -> ask(scope, id, name)));
    return new InstanceSettings(
        scope.find(
            ACTION, UNSUPPORTED, () -> ask(scope, id, InstanceAttributeName.DISABLE_API_STOP)),
        answers.get(0),
        answers.get(1),
        answers.get(2));
  }

  private static DescribeInstanceAttributeResponse ask(
      AwsScope scope, String id, InstanceAttributeName name) {
    return Ec2.client(scope).describeInstanceAttribute(r -> r.instanceId(id).attribute(name));
  }

  void putInto(Attributes attributes, RecordedResource recorded) {
    stop.ifPresent(answer -> attributes.put("disable_api_stop", on(answer.disableApiStop())));
    attributes
        .put("disable_api_termination", on(termination.disableApiTermination()))
        .put(
            "instance_initiated_shutdown_behavior",
            text(shutdown.instanceInitiatedShutdownBehavior()));
    UserData.putInto(attributes, recorded, text(userData.userData()));
  }

  private static boolean on(@Nullable AttributeBooleanValue answer) {
    return answer != null && Boolean.TRUE.equals(answer.value());
  }

  private static @Nullable String text(@Nullable AttributeValue answer) {
    return answer == null ? null : answer.value();
  }
}
