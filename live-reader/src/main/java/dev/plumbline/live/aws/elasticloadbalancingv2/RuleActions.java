package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;

/** What a listener or one of its rules does with a request, under Terraform's names. */
final class RuleActions {

  private static final Map<String, String> FORWARD =
      Map.of(
          "target_groups", "target_group",
          "target_group_arn", "arn",
          "target_group_stickiness_config", "stickiness",
          "duration_seconds", "duration");

  private RuleActions() {}

  /**
   * The actions in their order.
   *
   * @param recorded the actions as recorded, which tell how a forward was written
   */
  static Value of(List<Action> actions, Value recorded) {
    List<Action> ordered = new ArrayList<>(actions);
    ordered.sort(
        Comparator.comparing(Action::order, Comparator.nullsLast(Comparator.naturalOrder())));
    List<Value> blocks = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      blocks.add(
          of(ordered.get(i), i < recorded.items().size() ? recorded.items().get(i) : Value.none()));
    }
    return Value.of(blocks);
  }

  private static Value of(Action action, Value recorded) {
    Map<String, Value> block = new TreeMap<>();
    block.put("type", Shape.of(action.typeAsString()));
    block.put("order", Shape.of(action.order()));
    block.put("redirect", Shape.of(action.redirectConfig()));
    block.put("fixed_response", Shape.of(action.fixedResponseConfig()));
    block.put("authenticate_cognito", Shape.of(action.authenticateCognitoConfig()));
    block.put("authenticate_oidc", withoutSecret(action.authenticateOidcConfig()));
    block.put("forward", Value.none());
    block.put("target_group_arn", Value.none());
    forward(block, action, recorded);
    return Value.of(block);
  }

  /** No API answers the client's secret. */
  private static Value withoutSecret(@Nullable SdkPojo oidc) {
    if (oidc == null) {
      return Value.none();
    }
    Map<String, Value> members = new TreeMap<>(Shape.fields(oidc).entries());
    members.remove("client_secret");
    return Value.of(members);
  }

  /**
   * The API answers a forward to one group both ways, whichever way it was written; a forward to
   * several can only be written as a block.
   */
  private static void forward(Map<String, Value> block, Action action, Value recorded) {
    ForwardActionConfig config = action.forwardConfig();
    boolean several = config != null && config.targetGroups().size() > 1;
    boolean asBlock = !recorded.at("forward").isEmpty();
    if (asBlock || several) {
      block.put("forward", Shape.renamed(Shape.of(config), FORWARD));
    }
    if (!asBlock || !recorded.at("target_group_arn").isEmpty()) {
      block.put("target_group_arn", Shape.of(action.targetGroupArn()));
    }
  }
}
