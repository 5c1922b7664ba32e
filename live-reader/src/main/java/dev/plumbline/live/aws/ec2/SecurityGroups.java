package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** The listings that security groups and both kinds of their rules share within a scan. */
final class SecurityGroups {

  static final String GROUPS = "ec2:DescribeSecurityGroups";
  static final String RULES = "ec2:DescribeSecurityGroupRules";

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
                Stream.concat(
                        wanted(scope),
                        Ec2.named(scope, "default_security_group_id", "aws_vpc", "aws_default_vpc"))
                    .toList(),
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

  /**
   * The group that a recorded rule is in.
   *
   * @throws dev.plumbline.live.aws.ReadFailure where the state does not say
   */
  static String idOf(RecordedResource rule) {
    return Ec2.required(rule, "security_group_id", RULES);
  }

  /** The groups named {@code default}, one a network, of these networks. */
  static List<SecurityGroup> defaults(
      AwsScope scope, Collection<String> networks, List<Filter> ofNetworks) {
    List<SecurityGroup> known =
        groups(scope).values().stream()
            .filter(group -> group.groupName().equals("default"))
            .toList();
    if (scope.discovering()
        || known.stream().map(SecurityGroup::vpcId).toList().containsAll(networks)) {
      return known;
    }
    List<Filter> filters = new ArrayList<>(ofNetworks);
    filters.add(Ec2.filter("group-name", List.of("default")));
    return groups(scope, filters);
  }

  private static Stream<String> wanted(AwsScope scope) {
    return Stream.concat(
        Ec2.named(scope, "id", "aws_security_group", "aws_default_security_group"),
        Ec2.named(
            scope,
            "security_group_id",
            "aws_security_group_rule",
            "aws_vpc_security_group_ingress_rule",
            "aws_vpc_security_group_egress_rule"));
  }

  private static List<SecurityGroup> groups(AwsScope scope, List<Filter> filters) {
    return scope.call(
        GROUPS,
        () ->
            Ec2.client(scope)
                .describeSecurityGroupsPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .securityGroups()
                .stream()
                .toList());
  }

  private static List<SecurityGroupRule> rules(AwsScope scope, List<Filter> filters) {
    return scope.call(
        RULES,
        () ->
            Ec2.client(scope)
                .describeSecurityGroupRulesPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .securityGroupRules()
                .stream()
                .toList());
  }

  private static Filter filter(List<String> ids) {
    return Ec2.filter("group-id", ids);
  }
}
