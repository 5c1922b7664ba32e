package dev.plumbline.live.aws.autoscaling;

import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;

/** What other resources of the state may own of a group, in the form of the group's own blocks. */
final class GroupSiblings {

  private static final String TARGET_GROUP = "elbv2";
  private static final String CLASSIC = "elb";

  private GroupSiblings() {}

  /** The tag of an {@code aws_autoscaling_group_tag}. */
  static List<Value> tags(Value.Mapping tag) {
    return tag.at("tag").items();
  }

  /** The target group of an {@code aws_autoscaling_attachment}, under its names of any version. */
  static List<Value> targetGroups(Value.Mapping attachment) {
    return either(attachment, "lb_target_group_arn", "alb_target_group_arn");
  }

  /** The classic balancer of an {@code aws_autoscaling_attachment}. */
  static List<Value> loadBalancers(Value.Mapping attachment) {
    return either(attachment, "elb", "elb");
  }

  /** The same two as the API tells them once more, among the traffic sources. */
  static List<Value> attachedSources(Value.Mapping attachment) {
    List<Value> groups = targetGroups(attachment);
    return groups.isEmpty()
        ? loadBalancers(attachment).stream().map(each -> source(each, CLASSIC)).toList()
        : groups.stream().map(each -> source(each, TARGET_GROUP)).toList();
  }

  /** The source of an {@code aws_autoscaling_traffic_source_attachment}. */
  static List<Value> sources(Value.Mapping attachment) {
    return attachment.at("traffic_source").items().stream()
        .map(block -> source(block.at("identifier"), block.at("type").text()))
        .toList();
  }

  /** The same where it is a target group, which the API tells once more by itself. */
  static List<Value> sourceTargetGroups(Value.Mapping attachment) {
    return attachment.at("traffic_source").items().stream()
        .filter(block -> block.at("type").text().equals(TARGET_GROUP))
        .map(block -> block.at("identifier"))
        .toList();
  }

  private static Value source(Value identifier, String type) {
    return Value.of(Map.of("identifier", identifier, "type", Value.of(type)));
  }

  private static List<Value> either(Value.Mapping attributes, String name, String older) {
    Value value = attributes.at(name).isEmpty() ? attributes.at(older) : attributes.at(name);
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
