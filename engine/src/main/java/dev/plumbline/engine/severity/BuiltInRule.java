package dev.plumbline.engine.severity;

import static dev.plumbline.engine.Severity.CRITICAL;
import static dev.plumbline.engine.Severity.HIGH;
import static dev.plumbline.engine.Severity.LOW;
import static dev.plumbline.engine.Severity.MEDIUM;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The built-in policy: a table, read from the top; the first rule that holds counts, and the last
 * one always does.
 *
 * @param severity what the rule gives
 * @param types the resource types it is about
 * @param paths the paths it is about; a resource that is gone has the path ""
 * @param sign what the change must be like
 * @param reason why, in one line
 */
record BuiltInRule(
    Severity severity, Pattern types, Pattern paths, Predicate<Change> sign, String reason) {

  private static final String ANY = ".*";
  private static final String GONE = "";

  private static final String LABELS =
      "(tags|tags_all|labels|description|comment|display_name)([.\\[].*)?";
  private static final String FIREWALL =
      "aws_(default_)?security_group|aws_security_group_rule|aws_vpc_security_group_ingress_rule";
  private static final String PUBLIC_BLOCK = "aws_s3_(bucket|account)_public_access_block";
  private static final String KMS = "aws_kms_(key|key_policy|replica_key|external_key)";
  private static final String PUBLIC_SWITCH =
      "(.*\\.)?(publicly_accessible|endpoint_public_access|map_public_ip_on_launch)";
  private static final String PROTECTION =
      ".*(encrypt|kms|sse|logging|logs|log_|versioning|backup|protection|recovery|rotation"
          + "|mfa|http_tokens|block_public|restrict_public|ignore_public|tracing|enabled|status).*";
  private static final String POLICY =
      "(.*[._])?(policy|policy_arns?|policies)([.\\[].*)?|permissions_boundary";
  private static final String SMALL =
      ".*_tag|aws_cloudwatch_(metric_alarm|dashboard|log_metric_filter|log_stream)|aws_s3_object"
          + "|aws_lambda_alias|aws_ssm_parameter|aws_resourcegroups_group|aws_iam_.*_attachment";

  private static final List<BuiltInRule> TABLE =
      List.of(
          rule(LOW, ANY, LABELS, "labels changed, behaviour did not"),
          rule(CRITICAL, FIREWALL, "(?!egress).*", Sign::opensToWorld, "a port opens to the world"),
          rule(CRITICAL, PUBLIC_BLOCK, ".+", Sign::switchedOff, "a bucket may become public"),
          rule(CRITICAL, PUBLIC_BLOCK, GONE, "nothing keeps a bucket from becoming public"),
          rule(CRITICAL, ANY, ".+", Sign::letsEveryoneIn, "a policy lets everyone in"),
          rule(CRITICAL, ANY, ".*(acl|grant).*", Sign::publicAcl, "an ACL lets everyone in"),
          rule(CRITICAL, ANY, PUBLIC_SWITCH, Sign::switchedOn, "it opens to the internet"),
          rule(CRITICAL, ANY, ".+", Sign::givesAdministration, "administrator rights were given"),
          rule(CRITICAL, ANY, "assume_role_policy", "who may take on the role changed"),
          rule(CRITICAL, KMS, "policy", "who may use the key changed"),
          rule(HIGH, ANY, PROTECTION, Sign::switchedOff, "a protection was switched off"),
          rule(HIGH, "aws_iam_.*", ".+", "rights changed"),
          rule(HIGH, ANY, POLICY, "rights changed"),
          rule(MEDIUM, SMALL, GONE, "it is gone, and easily put back"),
          rule(HIGH, ANY, GONE, "it is gone"),
          rule(MEDIUM, ANY, ANY, "its configuration changed"));

  /** The first rule that holds. */
  static BuiltInRule first(ResourceFacts resource, Change change) {
    boolean whole = change.path().isEmpty() && resource.status() != Status.DELETED;
    String path = whole ? "(whole)" : change.path();
    return TABLE.stream()
        .filter(rule -> rule.types.matcher(resource.type()).matches())
        .filter(rule -> rule.paths.matcher(path).matches() && rule.sign.test(change))
        .findFirst()
        .orElse(TABLE.getLast());
  }

  private static BuiltInRule rule(Severity severity, String types, String paths, String reason) {
    return rule(severity, types, paths, _ -> true, reason);
  }

  private static BuiltInRule rule(
      Severity severity, String types, String paths, Predicate<Change> sign, String reason) {
    return new BuiltInRule(
        severity,
        Pattern.compile(types),
        Pattern.compile(paths, Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
        sign,
        reason);
  }
}
