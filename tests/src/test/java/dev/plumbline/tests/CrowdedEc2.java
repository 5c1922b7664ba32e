package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An EC2 with as many security groups as one likes, each with one rule, that answers page by page
 * as EC2 does. An emulator would take minutes to be filled.
 */
final class CrowdedEc2 implements AutoCloseable {

  private static final String ACCOUNT = "123456789012";

  private final HttpServer server;
  private final int groups;

  CrowdedEc2(int groups) {
    this.groups = groups;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A state that records every group and every rule. */
  String state() {
    String resources =
        IntStream.range(0, groups)
            .mapToObj(n -> recordedGroup(n) + "," + recordedRule(n))
            .collect(Collectors.joining(","));
    return """
        {"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "crowd", "resources": [%s]}"""
        .formatted(resources);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> query =
          query(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      byte[] body = answer(query).getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String answer(Map<String, String> query) {
    return switch (query.getOrDefault("Action", "")) {
      case "GetCallerIdentity" ->
          "<R><GetCallerIdentityResult><Account>%s</Account></GetCallerIdentityResult></R>"
              .formatted(ACCOUNT);
      case "DescribeSecurityGroups" -> page(query, "securityGroupInfo", CrowdedEc2::group);
      case "DescribeSecurityGroupRules" -> page(query, "securityGroupRuleSet", CrowdedEc2::rule);
      default -> throw new IllegalArgumentException("EC2 was asked for " + query.get("Action"));
    };
  }

  private String page(Map<String, String> query, String set, IntFunction<String> item) {
    int from = Integer.parseInt(query.getOrDefault("NextToken", "0"));
    int to = Math.min(groups, from + Integer.parseInt(query.get("MaxResults")));
    String items = IntStream.range(from, to).mapToObj(item).collect(Collectors.joining());
    String next = to < groups ? "<nextToken>%d</nextToken>".formatted(to) : "";
    return "<R><%s>%s</%s>%s</R>".formatted(set, items, set, next);
  }

  private static String group(int n) {
    return """
        <item><ownerId>%s</ownerId><groupId>sg-%05d</groupId><groupName>cell-%d</groupName>
        <groupDescription>Cell</groupDescription><vpcId>vpc-1</vpcId><ipPermissions><item><ipProtocol>tcp</ipProtocol>
        <fromPort>443</fromPort><toPort>443</toPort><ipRanges><item><cidrIp>10.0.0.0/24</cidrIp></item></ipRanges></item>
        </ipPermissions><ipPermissionsEgress/></item>"""
        .formatted(ACCOUNT, n, n);
  }

  private static String rule(int n) {
    return """
        <item><securityGroupRuleId>sgr-%05d</securityGroupRuleId><groupId>sg-%05d</groupId><groupOwnerId>%s</groupOwnerId>
        <isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>443</fromPort><toPort>443</toPort>
        <cidrIpv4>10.0.0.0/24</cidrIpv4></item>"""
        .formatted(n, n, ACCOUNT);
  }

  private static String recordedGroup(int n) {
    return recorded(
        "aws_security_group",
        n,
        """
        "id": "sg-%05d", "arn": "arn:aws:ec2:us-east-1:%s:security-group/sg-%05d", "name": "cell-%d",
        "description": "Cell", "vpc_id": "vpc-1", "owner_id": "%s", "ingress": [], "egress": [], "tags_all": {}"""
            .formatted(n, ACCOUNT, n, n, ACCOUNT));
  }

  private static String recordedRule(int n) {
    return recorded(
        "aws_vpc_security_group_ingress_rule",
        n,
        """
        "id": "sgr-%05d", "security_group_rule_id": "sgr-%05d", "security_group_id": "sg-%05d", "ip_protocol": "tcp",
        "arn": "arn:aws:ec2:us-east-1:%s:security-group-rule/sgr-%05d", "from_port": 443, "to_port": 443, "cidr_ipv4": "10.0.0.0/24",
        "tags_all": {}"""
            .formatted(n, n, n, ACCOUNT, n));
  }

  private static String recorded(String type, int n, String attributes) {
    return """
        {"mode": "managed", "type": "%s", "name": "cell_%d", "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
        "instances": [{"schema_version": 0, "attributes": {%s}}]}"""
        .formatted(type, n, attributes);
  }

  private static Map<String, String> query(String body) {
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8),
                (a, b) -> a));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
