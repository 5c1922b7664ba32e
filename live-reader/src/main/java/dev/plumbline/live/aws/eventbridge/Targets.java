package dev.plumbline.live.aws.eventbridge;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The targets of one rule by id, in one listing. */
final class Targets {

  static final String LIST = "events:ListTargetsByRule";

  private static final int PAGE = 100;

  private Targets() {}

  /** The rule's targets, asked for once in a scan; empty where there is no such rule or bus. */
  static Optional<Map<String, Target>> of(AwsScope scope, RuleKey rule) {
    return scope.shared(
        LIST + "/" + rule.bus() + "/" + rule.name(),
        () ->
            scope
                .find(LIST, Buses.NOT_FOUND, () -> Page.all(token -> page(scope, rule, token)))
                .map(
                    targets -> {
                      Map<String, Target> byId = new HashMap<>();
                      targets.forEach(target -> byId.put(target.id(), target));
                      return byId;
                    }));
  }

  private static Page<Target> page(AwsScope scope, RuleKey rule, @Nullable String token) {
    ListTargetsByRuleResponse page =
        Buses.client(scope)
            .listTargetsByRule(
                r -> r.eventBusName(rule.bus()).rule(rule.name()).limit(PAGE).nextToken(token));
    return new Page<>(page.targets(), page.nextToken());
  }
}
