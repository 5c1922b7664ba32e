package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** A target group's health check, which the API answers among the group's own fields. */
final class HealthCheck {

  private HealthCheck() {}

  static Value of(TargetGroup group) {
    Map<String, Value> block = new TreeMap<>();
    block.put("enabled", Shape.of(group.healthCheckEnabled()));
    block.put("healthy_threshold", Shape.of(group.healthyThresholdCount()));
    block.put("interval", Shape.of(group.healthCheckIntervalSeconds()));
    block.put("matcher", matcher(group));
    block.put("path", Shape.of(group.healthCheckPath()));
    block.put("port", Shape.of(group.healthCheckPort()));
    block.put("protocol", Shape.of(group.healthCheckProtocolAsString()));
    block.put("timeout", Shape.of(group.healthCheckTimeoutSeconds()));
    block.put("unhealthy_threshold", Shape.of(group.unhealthyThresholdCount()));
    return Value.of(block);
  }

  private static Value matcher(TargetGroup group) {
    Matcher matcher = group.matcher();
    if (matcher == null) {
      return Value.none();
    }
    return Shape.of(matcher.grpcCode() == null ? matcher.httpCode() : matcher.grpcCode());
  }
}
