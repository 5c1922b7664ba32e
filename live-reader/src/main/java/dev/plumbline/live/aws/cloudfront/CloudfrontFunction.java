package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.FunctionStage;
import software.amazon.awssdk.services.cloudfront.model.FunctionSummary;
import software.amazon.awssdk.services.cloudfront.model.KeyValueStoreAssociation;
import software.amazon.awssdk.services.cloudfront.model.KeyValueStoreAssociations;

/**
 * {@code aws_cloudfront_function}, named by its name: Terraform shows its development stage, and of
 * the live one the ETag, which tells whether another code was published.
 */
public final class CloudfrontFunction implements ResourceType {

  private static final String LIST = "cloudfront:ListFunctions";
  private static final String CODE = "cloudfront:GetFunction";
  private static final String DESCRIBE = "cloudfront:DescribeFunction";
  private static final Set<String> NOT_FOUND = Set.of("NoSuchFunctionExists");

  @Override
  public String name() {
    return "aws_cloudfront_function";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, CODE, DESCRIBE));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(VOLATILE, "etag")
        .withUnobservable("only Terraform knows it: whether it publishes", "publish");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, FunctionSummary> functions = functions(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(functions.get(recorded.id()))
                .flatMap(function -> observed(batch, function, recorded))
                .orElseGet(
                    () -> new Observation.Gone(LIST + " lists every function, without this one")));
  }

  private static Optional<Observation> observed(
      Batch batch, FunctionSummary function, RecordedResource recorded) {
    CloudFrontClient client = CloudFront.client(batch.scope());
    String name = recorded.id();
    return batch
        .scope()
        .find(
            CODE,
            NOT_FOUND,
            () -> client.getFunction(r -> r.name(name).stage(FunctionStage.DEVELOPMENT)))
        .map(
            code ->
                batch
                    .attributes()
                    .from(function)
                    .from(function.functionConfig())
                    .put("id", name)
                    .put("arn", function.functionMetadata().functionARN())
                    .put("key_value_store_associations", stores(function))
                    .put("code", code.functionCode().asUtf8String())
                    .put("etag", code.eTag())
                    .put("live_stage_etag", liveEtag(batch.scope(), name))
                    .moving("status", "is moved by CloudFront as distributions use the function")
                    .found());
  }

  private static String liveEtag(AwsScope scope, String name) {
    CloudFrontClient client = CloudFront.client(scope);
    return scope
        .find(
            DESCRIBE,
            NOT_FOUND,
            () -> client.describeFunction(r -> r.name(name).stage(FunctionStage.LIVE)))
        .map(live -> live.eTag())
        .orElse("");
  }

  private static List<String> stores(FunctionSummary function) {
    return Optional.ofNullable(function.functionConfig().keyValueStoreAssociations())
        .map(KeyValueStoreAssociations::items)
        .orElse(List.of())
        .stream()
        .map(KeyValueStoreAssociation::keyValueStoreARN)
        .toList();
  }

  private static Map<String, FunctionSummary> functions(AwsScope scope) {
    CloudFrontClient client = CloudFront.client(scope);
    return scope.shared(
        LIST,
        () -> {
          Map<String, FunctionSummary> byName = new LinkedHashMap<>();
          scope
              .call(LIST, () -> Page.all(marker -> page(client, marker)))
              .forEach(function -> byName.put(function.name(), function));
          return byName;
        });
  }

  private static Page<FunctionSummary> page(CloudFrontClient client, @Nullable String marker) {
    var list =
        client
            .listFunctions(
                r -> r.stage(FunctionStage.DEVELOPMENT).maxItems(CloudFront.PAGE).marker(marker))
            .functionList();
    return new Page<>(list.items(), list.nextMarker());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(functions(scope).keySet());
  }
}
