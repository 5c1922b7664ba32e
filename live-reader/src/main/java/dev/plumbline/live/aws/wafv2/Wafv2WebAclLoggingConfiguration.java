package dev.plumbline.live.aws.wafv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.wafv2.model.LoggingConfiguration;
import software.amazon.awssdk.services.wafv2.model.Scope;

/**
 * {@code aws_wafv2_web_acl_logging_configuration}, named by its web ACL's ARN. One listing has them
 * all.
 */
public final class Wafv2WebAclLoggingConfiguration implements ResourceType {

  /** WAF's listing of logging configurations is whole: there is nothing that only one has. */
  private static final String LIST = "wafv2:ListLoggingConfigurations";

  @Override
  public String name() {
    return "aws_wafv2_web_acl_logging_configuration";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, Firewall.LIST_ACLS));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withParts("logging_filter", Meanings::of)
        .withParts("redacted_fields", Meanings::of);
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_wafv2_web_acl", "arn", "resource_arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(logging -> observe(batch, logging));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    Scope scope = recorded.id().contains(":global/") ? Scope.CLOUDFRONT : Scope.REGIONAL;
    return Optional.ofNullable(all(batch.scope(), scope).get(recorded.id()))
        .map(logging -> found(batch, logging))
        .orElseGet(() -> new Observation.Gone("it is not in the completed listing of " + LIST));
  }

  private static Observation found(Batch batch, LoggingConfiguration logging) {
    return batch
        .attributes()
        .put("id", logging.resourceArn())
        .put("resource_arn", logging.resourceArn())
        .put("log_destination_configs", logging.logDestinationConfigs())
        .put("logging_filter", Blocks.of(logging.loggingFilter()))
        .put("redacted_fields", Blocks.of(logging.redactedFields()))
        .found();
  }

  /** The logging configurations of a scope by web ACL, asked for once in a scan. */
  private static Map<String, LoggingConfiguration> all(AwsScope aws, Scope scope) {
    return aws.shared(
        LIST + " " + scope,
        () -> {
          Map<String, LoggingConfiguration> byAcl = new HashMap<>();
          aws.call(
                  LIST,
                  () ->
                      Firewall.pages(
                          marker ->
                              Firewall.client(aws)
                                  .listLoggingConfigurations(
                                      r -> r.scope(scope).limit(Firewall.PAGE).nextMarker(marker)),
                          page -> page.loggingConfigurations(),
                          page -> page.nextMarker()))
              .forEach(logging -> byAcl.put(logging.resourceArn(), logging));
          return byAcl;
        });
  }

  /** Where there are web ACLs at all; without Firewall Manager's. */
  @Override
  public List<String> discover(AwsScope scope) {
    return Firewall.scopes(scope).stream()
        .filter(each -> !Firewall.webAcls(scope, each).isEmpty())
        .flatMap(each -> all(scope, each).values().stream())
        .filter(logging -> !Boolean.TRUE.equals(logging.managedByFirewallManager()))
        .map(LoggingConfiguration::resourceArn)
        .toList();
  }
}
