package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** What all readers of API Gateway share: its one action, its names of places, its pages. */
final class ApiGateway {

  /** IAM knows API Gateway's calls by their HTTP method: every read is this. */
  static final String GET = "apigateway:GET";

  static final Set<String> NOT_FOUND = Set.of("NotFoundException");

  /** The largest page of every listing. */
  static final int PAGE = 500;

  private ApiGateway() {}

  static ApiGatewayClient client(AwsScope scope) {
    return scope.client(ApiGatewayClient.class, ApiGatewayClient::builder);
  }

  static SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET));
  }

  /** The ARN of something of API Gateway's, which names no account. */
  static String arn(AwsScope scope, String path) {
    return "arn:%s:apigateway:%s::%s".formatted(scope.partition(), scope.region(), path);
  }

  /** Where a stage is called. */
  static String invokeUrl(AwsScope scope, String api, String stage) {
    String suffix = scope.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return "https://%s.execute-api.%s.%s/%s".formatted(api, scope.region(), suffix, stage);
  }

  /**
   * What it means that something is not in the completed listing of a path.
   *
   * @param path without the names of this account, which a state may hold as secrets
   */
  static Observation gone(String path) {
    return new Observation.Gone("it is not in the completed listing of %s %s".formatted(GET, path));
  }

  /**
   * The text of an attribute by which API Gateway knows the resource.
   *
   * @throws ReadFailure where the state does not say; no listing could then show that it is gone
   */
  static String named(RecordedResource resource, String attribute) {
    String text = resource.at(attribute).text();
    if (text.isEmpty()) {
      throw new ReadFailure(
          ReadFailure.Kind.UNEXPECTED,
          GET,
          "the state records no %s for it; refresh the state.".formatted(attribute));
    }
    return text;
  }

  /** Everything that lies under a path of the account and region, by id, listed once in a scan. */
  static <T> Map<String, T> listed(
      AwsScope scope,
      String path,
      Function<ApiGatewayClient, SdkIterable<T>> list,
      Function<T, String> id) {
    ApiGatewayClient client = client(scope);
    return scope.shared(
        GET + " " + path,
        () ->
            scope.call(GET, () -> list.apply(client).stream().toList()).stream()
                .collect(Collectors.toMap(id, Function.identity())));
  }

  /**
   * All pages of a listing that the SDK does not page through by itself.
   *
   * @param page asks for the page at a position; the first one's is ""
   */
  static <R, T> List<T> pages(
      Function<String, R> page,
      Function<R, ? extends Collection<T>> items,
      Function<R, Optional<String>> next) {
    List<T> all = new ArrayList<>();
    String position = "";
    do {
      R answer = page.apply(position);
      all.addAll(items.apply(answer));
      position = next.apply(answer).orElse("");
    } while (!position.isEmpty());
    return all;
  }
}
