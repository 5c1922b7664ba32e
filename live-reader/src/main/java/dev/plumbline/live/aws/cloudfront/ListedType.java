package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/**
 * A type of which one listing tells everything but the ETag.
 *
 * @param <T> what the listing holds
 */
interface ListedType<T> extends ResourceType {

  /** The listing's IAM action. */
  String action();

  /** Asks for the page that {@code marker} names. */
  Page<T> page(CloudFrontClient client, @Nullable String marker);

  /** The id. */
  String id(T listed);

  /** False where it is one of AWS's own. */
  boolean own(T listed);

  /** Puts in everything but the id. */
  void read(T listed, AwsScope scope, Attributes into);

  @Override
  default SortedSet<String> actions() {
    return new TreeSet<>(Set.of(action()));
  }

  @Override
  default boolean global() {
    return true;
  }

  @Override
  default List<Observation> observe(Batch batch) {
    Map<String, T> all = all(batch.scope());
    return batch.resources().stream()
        .map(
            recorded ->
                Optional.ofNullable(all.get(recorded.id()))
                    .map(listed -> observed(batch, listed))
                    .orElseGet(
                        () -> new Observation.Gone(action() + " lists them all, without this one")))
        .toList();
  }

  private Observation observed(Batch batch, T listed) {
    Attributes attributes = batch.attributes();
    read(listed, batch.scope(), attributes);
    return attributes.put("id", id(listed)).found();
  }

  /** All of them, AWS's own too, by id. */
  default Map<String, T> all(AwsScope scope) {
    CloudFrontClient client = CloudFront.client(scope);
    return scope.shared(
        action(),
        () -> {
          Map<String, T> byId = new LinkedHashMap<>();
          scope
              .call(action(), () -> Page.all(marker -> page(client, marker)))
              .forEach(listed -> byId.put(id(listed), listed));
          return byId;
        });
  }

  @Override
  default List<String> discover(AwsScope scope) {
    return all(scope).values().stream().filter(this::own).map(this::id).toList();
  }
}
