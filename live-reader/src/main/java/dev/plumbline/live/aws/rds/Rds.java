package dev.plumbline.live.aws.rds;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.ReadFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;

/** What the readers of RDS share. */
final class Rds {

  static final String TAGS = "rds:ListTagsForResource";

  /** RDS's largest page. */
  static final int PAGE = 100;

  private static final Set<String> MOVING = Set.of("creating", "deleting");

  private Rds() {}

  static RdsClient client(AwsScope scope) {
    return scope.client(RdsClient.class, RdsClient::builder);
  }

  /** A whole listing by name, made once in a scan. */
  static <T> Map<String, T> listed(
      AwsScope scope, String action, Supplier<List<T>> listing, Function<T, String> name) {
    return scope.shared(
        action,
        () ->
            scope.call(action, listing).stream()
                .collect(Collectors.toMap(name, each -> each, (first, _) -> first)));
  }

  static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tagList(
        arn,
        () ->
            scope
                .call(TAGS, () -> client(scope).listTagsForResource(r -> r.resourceName(arn)))
                .tagList());
  }

  /**
   * Fails where half of its attributes are not there yet, or no longer; in other transitions it is
   * settings that change.
   */
  static void settled(String action, String status) {
    if (MOVING.contains(status)) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          action,
          "in transition (%s); read again later.".formatted(status));
    }
  }

  /** Neptune and DocumentDB answer through the same API, and have resource types of their own. */
  static boolean own(String engineOrFamily) {
    return !engineOrFamily.startsWith("neptune") && !engineOrFamily.startsWith("docdb");
  }
}
