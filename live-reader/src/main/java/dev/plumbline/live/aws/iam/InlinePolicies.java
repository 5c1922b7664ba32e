package dev.plumbline.live.aws.iam;

import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.PolicyDetail;

/** A role's inline policies, as {@code inline_policy} blocks and taken apart for comparing. */
final class InlinePolicies {

  private InlinePolicies() {}

  static List<Value> blocks(List<PolicyDetail> policies) {
    List<Value> blocks = new ArrayList<>();
    for (PolicyDetail policy : policies) {
      String document = PolicyText.decoded(policy.policyDocument());
      blocks.add(block(Value.of(policy.policyName()), Value.of(document == null ? "" : document)));
    }
    return blocks;
  }

  /**
   * The policies of the blocks, their documents in one form. A block with nothing in it is how the
   * code says that there shall be none.
   */
  static List<Value> parts(Value blocks) {
    return blocks.items().stream()
        .filter(block -> !block.at("name").isEmpty())
        .map(InlinePolicies::part)
        .toList();
  }

  /** The one that an {@code aws_iam_role_policy} owns. */
  static List<Value> ofRolePolicy(Value.Mapping rolePolicy) {
    return List.of(part(rolePolicy));
  }

  private static Value part(Value policy) {
    return block(policy.at("name"), PolicyText.plain(policy.at("policy").text()));
  }

  private static Value block(Value name, Value policy) {
    return Value.of(Map.of("name", name, "policy", policy));
  }
}
