package dev.plumbline.live.aws.rds;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Filter;

/**
 * The account's database instances. They are found by resource id, which a rename keeps; by
 * identifier where a state records no resource id, and a cluster's members always.
 */
final class DbInstances {

  static final String DESCRIBE = "rds:DescribeDBInstances";

  private DbInstances() {}

  /** The live instance that the recorded one is; empty where it does not exist. */
  static Optional<DBInstance> find(AwsScope scope, RecordedResource recorded) {
    return Optional.ofNullable(
        resourceId(recorded).isEmpty()
            ? byIdentifier(scope).get(identifier(recorded))
            : byResourceId(scope).get(resourceId(recorded)));
  }

  /** All of them. */
  static List<DBInstance> all(AwsScope scope) {
    return scope.shared(DESCRIBE, () -> list(scope, List.of()));
  }

  /** That it does not exist: it is in no page of the listing. */
  static Observation gone() {
    return new Observation.Gone("it is not in the completed listing of " + DESCRIBE);
  }

  /** The identifier; providers before 5 used it as the id. */
  static String identifier(RecordedResource instance) {
    String identifier = instance.at("identifier").text();
    return identifier.isEmpty() ? instance.id() : identifier;
  }

  private static Map<String, DBInstance> byResourceId(AwsScope scope) {
    return named(scope, "dbi-resource-id", DbInstances::resourceId, DBInstance::dbiResourceId);
  }

  private static Map<String, DBInstance> byIdentifier(AwsScope scope) {
    return named(
        scope,
        "db-instance-id",
        recorded -> resourceId(recorded).isEmpty() ? identifier(recorded) : "",
        DBInstance::dbInstanceIdentifier);
  }

  private static Map<String, DBInstance> named(
      AwsScope scope,
      String filter,
      Function<RecordedResource, String> wanted,
      Function<DBInstance, String> name) {
    return scope.shared(
        DESCRIBE + " by " + filter,
        () -> {
          Stream<String> names =
              scope.recorded("aws_db_instance", "aws_rds_cluster_instance").map(wanted);
          return Listings.byId(
              scope,
              names.toList(),
              some -> list(scope, List.of(Filter.builder().name(filter).values(some).build())),
              () -> all(scope),
              name);
        });
  }

  private static String resourceId(RecordedResource instance) {
    return instance.at("resource_id").text();
  }

  private static List<DBInstance> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        DESCRIBE,
        () ->
            Rds.client(scope)
                .describeDBInstancesPaginator(r -> r.filters(filters).maxRecords(Rds.PAGE))
                .dbInstances()
                .stream()
                .toList());
  }
}
