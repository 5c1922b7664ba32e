package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Elastic Load Balancing v2, with what makes each reader. */
public final class ElasticLoadBalancingV2Types {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_lb", Lb::new),
          Map.entry("aws_lb_listener", LbListener::new),
          Map.entry("aws_lb_listener_certificate", LbListenerCertificate::new),
          Map.entry("aws_lb_listener_rule", LbListenerRule::new),
          Map.entry("aws_lb_target_group", LbTargetGroup::new),
          Map.entry("aws_lb_target_group_attachment", LbTargetGroupAttachment::new));

  private ElasticLoadBalancingV2Types() {}
}
