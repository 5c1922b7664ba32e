package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/** What the types of this package share. */
final class CloudFront {

  /** The largest page; this service takes the number as text. */
  static final String PAGE = "100";

  /** Why an ETag is left alone where a list tells the rest. */
  static final String ETAG =
      "CloudFront tells it singly only, and it says no more than the attributes that are compared";

  private static final Set<String> OF_A_LIST = Set.of("enabled", "items", "quantity");

  private CloudFront() {}

  /** The ARN of a resource of this account. */
  static String arn(AwsScope scope, String resource) {
    return "arn:%s:cloudfront::%s:%s".formatted(scope.partition(), scope.account(), resource);
  }

  /**
   * The value with CloudFront's lists, objects of {@code Items} and their {@code Quantity}, as
   * plain lists at every depth.
   */
  static Value plain(Value value) {
    return switch (value) {
      case Value.Mapping(var entries) -> {
        Map<String, Value> members = new TreeMap<>();
        entries.forEach((name, member) -> members.put(name, plain(member)));
        boolean list = members.containsKey("quantity") && OF_A_LIST.containsAll(members.keySet());
        yield list ? members.getOrDefault("items", Value.of(List.of())) : Value.of(members);
      }
      case Value.Listing(var items) -> Value.of(items.stream().map(CloudFront::plain).toList());
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> value;
    };
  }

  static CloudFrontClient client(AwsScope scope) {
    return scope.client(CloudFrontClient.class, CloudFrontClient::builder);
  }
}
