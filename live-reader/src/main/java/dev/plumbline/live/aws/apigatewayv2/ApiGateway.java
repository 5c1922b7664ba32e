package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.DomainName;

/** What the types of this package share: one action for all reading, and the two listings. */
final class ApiGateway {

  /** API Gateway's IAM actions are HTTP's methods. */
  static final String GET = "apigateway:GET";

  static final Set<String> NOT_FOUND = Set.of("NotFoundException");

  /** The largest page; this service takes the number as text. */
  static final String PAGE = "100";

  private ApiGateway() {}

  /** Every API by its id. */
  static Map<String, Api> apis(AwsScope scope) {
    ApiGatewayV2Client client = client(scope);
    return listing(
        scope,
        "apigatewayv2:GetApis",
        () ->
            Page.all(
                next -> {
                  var page = client.getApis(r -> r.maxResults(PAGE).nextToken(next));
                  return new Page<>(page.items(), page.nextToken());
                }),
        Api::apiId);
  }

  /** Every domain name; those of REST APIs are among them. */
  static Map<String, DomainName> domainNames(AwsScope scope) {
    ApiGatewayV2Client client = client(scope);
    return listing(
        scope,
        "apigatewayv2:GetDomainNames",
        () ->
            Page.all(
                next -> {
                  var page = client.getDomainNames(r -> r.maxResults(PAGE).nextToken(next));
                  return new Page<>(page.items(), page.nextToken());
                }),
        DomainName::domainName);
  }

  private static <T> Map<String, T> listing(
      AwsScope scope, String name, Supplier<List<T>> call, Function<T, String> id) {
    return scope.shared(name, () -> byId(scope.call(GET, call), id));
  }

  static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    items.forEach(item -> byId.put(id.apply(item), item));
    return byId;
  }

  /** The ARN of what API Gateway itself manages: it names no account. */
  static String arn(AwsScope scope, String path) {
    return "arn:%s:apigateway:%s::%s".formatted(scope.partition(), scope.region(), path);
  }

  static ApiGatewayV2Client client(AwsScope scope) {
    return scope.client(ApiGatewayV2Client.class, ApiGatewayV2Client::builder);
  }
}
