package dev.plumbline.live.aws.eventbridge;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;

/**
 * The rules of one bus by name, in one listing: those whose names begin like the recorded ones, or
 * all of them.
 */
final class Rules {

  static final String LIST = "events:ListRules";

  private static final int PAGE = 100;

  private Rules() {}

  /** The bus's rules, asked for once in a scan; empty where there is no such bus. */
  static Optional<Map<String, Rule>> on(AwsScope scope, String bus) {
    return scope.shared(LIST + "/" + bus, () -> list(scope, bus));
  }

  private static Optional<Map<String, Rule>> list(AwsScope scope, String bus) {
    String prefix = scope.discovering() ? "" : commonPrefix(recorded(scope, bus));
    return scope
        .find(LIST, Buses.NOT_FOUND, () -> Page.all(token -> page(scope, bus, prefix, token)))
        .map(
            rules -> {
              Map<String, Rule> byName = new HashMap<>();
              rules.forEach(rule -> byName.put(rule.name(), rule));
              return byName;
            });
  }

  private static Page<Rule> page(
      AwsScope scope, String bus, String prefix, @Nullable String token) {
    ListRulesResponse page =
        Buses.client(scope)
            .listRules(
                r ->
                    r.eventBusName(bus)
                        .namePrefix(prefix.isEmpty() ? null : prefix)
                        .limit(PAGE)
                        .nextToken(token));
    return new Page<>(page.rules(), page.nextToken());
  }

  private static List<String> recorded(AwsScope scope, String bus) {
    return scope
        .recorded("aws_cloudwatch_event_rule")
        .map(rule -> RuleKey.ofId(rule.id()))
        .filter(key -> key.bus().equals(bus))
        .map(RuleKey::name)
        .toList();
  }

  private static String commonPrefix(List<String> names) {
    String prefix = names.isEmpty() ? "" : names.getFirst();
    for (String name : names) {
      int length = 0;
      while (length < Math.min(prefix.length(), name.length())
          && prefix.charAt(length) == name.charAt(length)) {
        length++;
      }
      prefix = prefix.substring(0, length);
    }
    return prefix;
  }
}
