package dev.plumbline.live.aws.wafv2;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/** A web ACL's rules and the responses they name, as Terraform's blocks. */
final class WebAclRules {

  /**
   * The rule that Shield Advanced adds and keeps. Source: the WAF developer guide, on automatic
   * application layer mitigation.
   */
  private static final Pattern OF_SHIELD =
      Pattern.compile("ShieldMitigationRuleGroup_\\d{12}_[0-9A-Fa-f-]{36}_.*");

  private WebAclRules() {}

  /**
   * The rules, but for Shield's where the state does not have it. Code that gives its rules as JSON
   * has none in the state.
   */
  static Value of(WebACL acl, RecordedResource recorded) {
    if (!recorded.at("rule_json").isEmpty()) {
      return Value.none();
    }
    Set<String> known =
        recorded.at("rule").items().stream()
            .map(rule -> rule.at("name").text())
            .collect(Collectors.toSet());
    List<Rule> rules =
        acl.rules().stream()
            .filter(
                rule -> known.contains(rule.name()) || !OF_SHIELD.matcher(rule.name()).matches())
            .toList();
    return Blocks.of(rules);
  }

  /** WAF keys the responses by name, Terraform writes the name into each. */
  static Value responses(WebACL acl) {
    List<Value> responses = new ArrayList<>();
    acl.customResponseBodies()
        .forEach(
            (key, body) -> {
              Map<String, Value> response = new TreeMap<>();
              response.put("key", Value.of(key));
              response.put("content", Value.of(body.content()));
              response.put("content_type", Value.of(body.contentTypeAsString()));
              responses.add(Value.of(response));
            });
    return Value.of(responses);
  }
}
