package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** The listings that security groups and both kinds of their rules share within a scan. */
final class SecurityGroups {

  static final String GROUPS = "ec2:DescribeSecurityGroups";
  static final String RULES = "ec2:DescribeSecurityGroupRules";

  private static final int PAGE = 1_000;

  private SecurityGroups() {}

  /**
   * The groups that the scope's recorded groups and rules name, with all their permissions, by id.
   */
  static Map<String, SecurityGroup> groups(AwsScope scope) {
    return scope.shared(
        GROUPS,
        () ->
            Listings.byId(
                scope,
                wanted(scope).toList(),
                ids -> groups(scope, List.of(filter(ids))),
                () -> groups(scope, List.of()),
                SecurityGroup::groupId));
  }

  /** The rules of the same groups, by rule id. */
  static Map<String, SecurityGroupRule> rules(AwsScope scope) {
    return scope.shared(
        RULES,
        () ->
            Listings.byId(
                scope,
                wanted(scope).toList(),
                ids -> rules(scope, List.of(filter(ids))),
                () -> rules(scope, List.of()),
                SecurityGroupRule::securityGroupRuleId));
  }

  private static Stream<String> wanted(AwsScope scope) {
    Stream<String> groups = scope.recorded("aws_security_group").map(RecordedResource::id);
    Stream<String> ofRules =
        scope
            .recorded(
                "aws_security_group_rule",
                "aws_vpc_security_group_ingress_rule",
                "aws_vpc_security_group_egress_rule")
            .map(rule -> rule.at("security_group_id").text());
    return Stream.concat(groups, ofRules);
  }

  private static List<SecurityGroup> groups(AwsScope scope, List<Filter> filters) {
    return scope.call(
        GROUPS,
        () ->
            client(scope)
                .describeSecurityGroupsPaginator(r -> r.filters(filters).maxResults(PAGE))
                .securityGroups()
                .stream()
                .toList());
  }

  private static List<SecurityGroupRule> rules(AwsScope scope, List<Filter> filters) {
    return scope.call(
        RULES,
        () ->
            client(scope)
                .describeSecurityGroupRulesPaginator(r -> r.filters(filters).maxResults(PAGE))
                .securityGroupRules()
                .stream()
                .toList());
  }

  private static Filter filter(List<String> ids) {
    return Filter.builder().name("group-id").values(ids).build();
  }

  private static Ec2Client client(AwsScope scope) {
    return scope.client(Ec2Client.class, Ec2Client::builder);
  }
}
