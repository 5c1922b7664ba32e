package dev.plumbline.live.aws.wafv2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.WebACLSummary;

/** What WAF's resources have in common: scopes, tags and listings by pages. */
final class Firewall {

  static final String TAGS = "wafv2:ListTagsForResource";
  static final String LIST_ACLS = "wafv2:ListWebACLs";
  static final Set<String> NOT_FOUND = Set.of("WAFNonexistentItemException");

  static final int PAGE = 100;

  /** WAF keeps what guards CloudFront in this region. */
  private static final String CLOUDFRONT_REGION = "us-east-1";

  private Firewall() {}

  static Wafv2Client client(AwsScope scope) {
    return scope.client(Wafv2Client.class, Wafv2Client::builder);
  }

  static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tagList(
        arn,
        () ->
            scope
                .call(
                    TAGS,
                    () -> client(scope).listTagsForResource(r -> r.resourceARN(arn).limit(PAGE)))
                .tagInfoForResource()
                .tagList());
  }

  /** The scopes that are asked in a region. */
  static List<Scope> scopes(AwsScope scope) {
    return scope.region().equals(CLOUDFRONT_REGION)
        ? List.of(Scope.REGIONAL, Scope.CLOUDFRONT)
        : List.of(Scope.REGIONAL);
  }

  /** The web ACLs of a scope, asked for once in a scan. */
  static List<WebACLSummary> webAcls(AwsScope aws, Scope scope) {
    return aws.shared(
        LIST_ACLS + " " + scope,
        () ->
            aws.call(
                LIST_ACLS,
                () ->
                    pages(
                        marker ->
                            client(aws)
                                .listWebACLs(r -> r.scope(scope).limit(PAGE).nextMarker(marker)),
                        page -> page.webACLs(),
                        page -> page.nextMarker())));
  }

  /** {@code ID/NAME/SCOPE}, by which WAF's resources are imported. */
  static String importId(String id, String name, Scope scope) {
    return id + "/" + name + "/" + scope;
  }

  static List<String> importIds(RecordedResource resource) {
    return List.of(
        Stream.of("id", "name", "scope")
            .map(attribute -> resource.at(attribute).text())
            .collect(Collectors.joining("/")));
  }

  /**
   * All items of a listing. WAF's listings are no paginators in the SDK.
   *
   * @param ask asks for the page at a marker, null for the first
   */
  static <P, T> List<T> pages(
      Function<@Nullable String, P> ask,
      Function<P, List<T>> items,
      Function<P, @Nullable String> next) {
    List<T> all = new ArrayList<>();
    @Nullable String marker = null;
    do {
      P page = ask.apply(marker);
      all.addAll(items.apply(page));
      marker = next.apply(page);
    } while (marker != null && !marker.isEmpty());
    return all;
  }
}
