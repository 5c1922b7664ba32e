package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.JSON;
import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * {@code aws_s3_bucket}, named by its name. Each of its parts is a call; a part that a resource of
 * its own owns is not asked for here.
 */
public final class S3Bucket implements ResourceType {

  private static final String LIST = "s3:ListAllMyBuckets";
  private static final int PAGE = 1_000;

  @Override
  public String name() {
    return "aws_s3_bucket";
  }

  @Override
  public SortedSet<String> actions() {
    SortedSet<String> actions =
        new TreeSet<>(List.of(LIST, BucketParts.LOCATION.action(), TagIndex.ACTION));
    BucketParts.SHOWN.forEach(part -> actions.add(part.action()));
    return actions;
  }

  @Override
  public TypeRules rules() {
    TypeRules rules =
        TypeRules.PLAIN
            .with(POLICY, "policy")
            .with(JSON, "website.routing_rules")
            .withUnobservable("local to Terraform", "force_destroy")
            .withUnobservable("derived from the name by the provider", "bucket_prefix")
            .withUnobservable("S3 answers the grants that it stood for", "acl");
    for (BucketPart<?> part : BucketParts.SHOWN) {
      for (String attribute : part.owner().isEmpty() ? List.<String>of() : part.attributes()) {
        rules = rules.with(Sibling.whole(attribute, part.owner(), "bucket", "id"));
      }
    }
    return rules;
  }

  @Override
  public Optional<String> aspect(String call) {
    return BucketParts.changedBy(call).map(BucketPart::action);
  }

  @Override
  public Map<String, Set<String>> aspects() {
    Map<String, Set<String>> aspects = new HashMap<>();
    for (BucketPart<?> part : BucketParts.SHOWN) {
      aspects.put(part.action(), new TreeSet<>(part.attributes()));
    }
    aspects.put(BucketParts.TAGS.action(), Set.of("tags", "tags_all"));
    return aspects;
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(bucket -> observe(batch, bucket));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String bucket = recorded.id();
    if (!recorded.at("region").text().equals(scope.region())
        || first(scope, recorded).ask(scope, bucket) instanceof Setting.NoBucket) {
      Setting<GetBucketLocationResponse> location = BucketParts.LOCATION.ask(scope, bucket);
      if (!(location instanceof Setting.Present<GetBucketLocationResponse>(var answer))) {
        return BucketParts.LOCATION.missing(location);
      }
      String region = BucketPlaces.region(String.valueOf(answer.locationConstraintAsString()));
      if (!region.equals(scope.region())) {
        throw elsewhere(region, scope.region());
      }
    }
    Attributes attributes = places(batch.attributes(), recorded, scope);
    scope
        .forAll(asked(scope, recorded), part -> part.reading(scope, recorded))
        .forEach(part -> part.accept(attributes));
    website(attributes, recorded, scope.region());
    if (scope.asks(recorded, BucketParts.TAGS.action())) {
      attributes.tags(scope.tagList(arn(scope, bucket), () -> tags(scope, bucket)));
    }
    return attributes.found();
  }

  /** The part that also tells whether the bucket is there. */
  private static BucketPart<?> first(AwsScope scope, RecordedResource recorded) {
    return BucketParts.SHOWN.stream()
        .filter(part -> scope.asks(recorded, part.action()))
        .findFirst()
        .orElse(BucketParts.POLICY);
  }

  private static List<Tag> tags(AwsScope scope, String bucket) {
    return switch (BucketParts.TAGS.ask(scope, bucket)) {
      case Setting.Present<GetBucketTaggingResponse>(var answer) -> answer.tagSet();
      case Setting.Absent<GetBucketTaggingResponse> _,
          Setting.Unknown<GetBucketTaggingResponse> _ ->
          List.of();
      case Setting.NoBucket<GetBucketTaggingResponse>() -> throw BucketParts.TAGS.vanished();
    };
  }

  private static String arn(AwsScope scope, String bucket) {
    return "arn:%s:s3:::%s".formatted(scope.partition(), bucket);
  }

  /**
   * A bucket of another region answers none of them, so that what is asked here also tells where it
   * is. What a resource of its own stands for is judged there.
   */
  private static List<BucketPart<?>> asked(AwsScope scope, RecordedResource recorded) {
    return BucketParts.SHOWN.stream()
        .filter(part -> scope.asks(recorded, part.action()))
        .filter(part -> part.asked(scope, recorded))
        .filter(part -> !part.equals(BucketParts.TAGS))
        .filter(part -> !part.equals(BucketParts.ACL) || !aclsDisabled(scope, recorded.id()))
        .toList();
  }

  /** Where the owner is enforced, S3 takes no grant but the owner's. */
  private static boolean aclsDisabled(AwsScope scope, String bucket) {
    return scope
        .recorded("aws_s3_bucket_ownership_controls")
        .filter(controls -> controls.at("bucket").text().equals(bucket))
        .flatMap(controls -> controls.at("rule").items().stream())
        .anyMatch(rule -> rule.at("object_ownership").text().equals("BucketOwnerEnforced"));
  }

  private static ReadFailure elsewhere(String region, String asked) {
    return new ReadFailure(
        ReadFailure.Kind.WRONG_PLACE,
        BucketParts.LOCATION.action(),
        "it lives in %s and not in %s. Set the provider's region in the configuration."
            .formatted(region, asked));
  }

  private static Attributes places(
      Attributes attributes, RecordedResource recorded, AwsScope scope) {
    String bucket = recorded.id();
    String region = scope.region();
    BucketPlaces.hostedZone(region).ifPresent(zone -> attributes.put("hosted_zone_id", zone));
    return attributes
        .put("id", bucket)
        .put("bucket", bucket)
        .put("arn", arn(scope, bucket))
        .put("region", region)
        .put("bucket_domain_name", BucketPlaces.domain(bucket, region))
        .put(
            "bucket_regional_domain_name",
            BucketPlaces.regionalDomain(
                bucket, region, recorded.at("bucket_regional_domain_name")));
  }

  /** The provider writes them once the bucket is a website, and never takes them away again. */
  private static void website(Attributes attributes, RecordedResource recorded, String region) {
    String domain = BucketPlaces.websiteDomain(region);
    boolean written = !recorded.at("website_domain").isEmpty();
    attributes
        .put("website_domain", written ? domain : null)
        .put("website_endpoint", written ? recorded.id() + "." + domain : null);
  }

  /** Wherever it is: a call in one region may make a bucket in another. */
  @Override
  public List<String> discover(AwsScope scope, Set<String> names) {
    return names.stream()
        .filter(name -> !name.contains(":"))
        .filter(bucket -> !region(scope, bucket).isEmpty())
        .toList();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    List<Bucket> buckets =
        scope.call(
            LIST,
            () ->
                BucketPart.client(scope)
                    .listBucketsPaginator(r -> r.bucketRegion(scope.region()).maxBuckets(PAGE))
                    .buckets()
                    .stream()
                    .toList());
    return scope.forAll(buckets, bucket -> here(scope, bucket)).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** The bucket's name where it is in the scope's region; asked for where the listing is silent. */
  private static List<String> here(AwsScope scope, Bucket bucket) {
    String region = bucket.bucketRegion();
    if (region == null || region.isEmpty()) {
      region = region(scope, bucket.name());
    }
    return region.equals(scope.region()) ? List.of(bucket.name()) : List.of();
  }

  /** Where a bucket is; "" where there is none. */
  private static String region(AwsScope scope, String bucket) {
    return BucketParts.LOCATION.ask(scope, bucket)
            instanceof Setting.Present<GetBucketLocationResponse>(var answer)
        ? BucketPlaces.region(String.valueOf(answer.locationConstraintAsString()))
        : "";
  }
}
