package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * What a rule matches. The API answers the texts of a condition on hosts or paths a second time,
 * beside its block, as older clients know them; some answers hold only those.
 */
final class RuleConditions {

  private RuleConditions() {}

  static Value of(RuleCondition condition) {
    Map<String, Value> block = new TreeMap<>();
    block.put("host_header", block(condition, "host-header", condition.hostHeaderConfig()));
    block.put("path_pattern", block(condition, "path-pattern", condition.pathPatternConfig()));
    block.put("http_header", Shape.of(condition.httpHeaderConfig()));
    block.put("http_request_method", Shape.of(condition.httpRequestMethodConfig()));
    block.put(
        "query_string",
        Shape.of(
            condition.queryStringConfig() == null ? null : condition.queryStringConfig().values()));
    block.put("source_ip", Shape.of(condition.sourceIpConfig()));
    return Value.of(block);
  }

  private static Value block(RuleCondition condition, String field, @Nullable SdkPojo config) {
    return config == null && field.equals(condition.field())
        ? Value.of(Map.of("values", Shape.of(condition.values())))
        : Shape.of(config);
  }
}
