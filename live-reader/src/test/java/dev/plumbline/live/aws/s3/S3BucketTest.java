package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.RoutingRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Transition;

final class S3BucketTest {

  private static final Value BLOCK = Value.of(List.of(Value.of(Map.of("id", Value.of("x")))));

  /** What a bucket records that uses every rare part. */
  private static final Map<String, Value> USED =
      Map.of(
          "acceleration_status", Value.of("Enabled"),
          "cors_rule", BLOCK,
          "logging", BLOCK,
          "object_lock_configuration", BLOCK,
          "replication_configuration", BLOCK,
          "request_payer", Value.of("Requester"),
          "website", BLOCK);

  private final FakeS3 s3 = new FakeS3();

  @Test
  void of_a_bucket_of_which_one_part_changed_that_part_is_asked_for_and_nothing_else() {
    Observation observed =
        FakeScope.observeAspects(
            new S3Bucket(),
            Set.of("s3:GetBucketVersioning"),
            Map.of(S3Client.class, s3),
            bucket(USED));

    assertThat(s3.asked).containsExactly("GetBucketVersioningResponse");
    Value.Mapping attributes = found(observed);
    assertThat(attributes.entries())
        .containsKeys("arn", "versioning")
        .doesNotContainKeys("policy", "tags", "server_side_encryption_configuration", "website");
  }

  @Test
  void a_bucket_of_which_the_tags_changed_takes_one_call() {
    FakeScope.observeAspects(
        new S3Bucket(), Set.of("s3:GetBucketTagging"), Map.of(S3Client.class, s3), bucket(USED));

    assertThat(s3.asked).containsExactly("GetBucketTaggingResponse");
  }

  @Test
  void a_bucket_that_is_gone_is_gone_whichever_part_was_asked_for() {
    s3.error(GetBucketVersioningResponse.class, "NoSuchBucket")
        .error(GetBucketLocationResponse.class, "NoSuchBucket");

    assertThat(
            FakeScope.observeAspects(
                new S3Bucket(),
                Set.of("s3:GetBucketVersioning"),
                Map.of(S3Client.class, s3),
                bucket(USED)))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_bucket_on_which_nothing_is_set_shows_nothing_but_its_places() {
    Value.Mapping attributes = found(observe(USED));

    assertComplete("aws_s3_bucket", attributes);
    assertThat(
            BucketParts.SHOWN.stream()
                .flatMap(part -> part.attributes().stream())
                .filter(attribute -> !Set.of("versioning", "request_payer").contains(attribute))
                .filter(attribute -> !attributes.at(attribute).isEmpty()))
        .isEmpty();
    assertThat(attributes.at("versioning").items().getFirst().at("enabled"))
        .isEqualTo(Value.of(false));
    assertThat(attributes.at("arn")).isEqualTo(Value.of("arn:aws:s3:::files"));
    assertThat(attributes.at("bucket_regional_domain_name"))
        .isEqualTo(Value.of("files.s3.us-east-1.amazonaws.com"));
    assertThat(attributes.at("hosted_zone_id")).isEqualTo(Value.of("Z3AQBSTGFYJSTF"));
  }

  @Test
  void settings_that_are_set_show_whatever_the_state_holds() {
    s3.answer(GetBucketPolicyResponse.builder().policy("{}").build())
        .answer(GetBucketVersioningResponse.builder().status("Enabled").build())
        .answer(FakeS3.encrypted("aws:kms", true))
        .answer(FakeS3.granted(Permission.READ, Permission.WRITE))
        .answer(
            GetBucketTaggingResponse.builder()
                .tagSet(Tag.builder().key("team").value("core").build())
                .build());

    Value.Mapping attributes = found(observe());

    assertThat(attributes.at("policy")).isEqualTo(Value.of("{}"));
    assertThat(first(attributes.at("versioning")).at("enabled")).isEqualTo(Value.of(true));
    Value rule = first(first(attributes.at("server_side_encryption_configuration")).at("rule"));
    assertThat(first(rule.at("apply_server_side_encryption_by_default")).at("sse_algorithm"))
        .isEqualTo(Value.of("aws:kms"));
    assertThat(attributes.at("grant").items()).hasSize(1);
    assertThat(first(attributes.at("grant")).at("permissions").items())
        .containsExactly(Value.of("READ"), Value.of("WRITE"));
    assertThat(attributes.at("tags_all").at("team")).isEqualTo(Value.of("core"));
  }

  @Test
  void what_s3_does_unasked_shows_where_the_state_spells_it_out() {
    Value.Mapping attributes =
        found(
            observe(
                Map.of(
                    "grant", Value.of(List.of(Value.of(Map.of("id", Value.of(FakeS3.OWNER))))),
                    "request_payer", Value.of("Requester"))));

    assertThat(first(attributes.at("grant")).at("permissions").items())
        .containsExactly(Value.of("FULL_CONTROL"));
    assertThat(attributes.at("request_payer")).isEqualTo(Value.of("BucketOwner"));
  }

  @Test
  void a_lifecycle_rule_is_an_inline_rule() {
    LifecycleRule rule =
        LifecycleRule.builder()
            .id("expire")
            .status(ExpirationStatus.ENABLED)
            .filter(
                filter ->
                    filter.and(
                        and -> and.prefix("tmp/").tags(Tag.builder().key("k").value("v").build())))
            .expiration(e -> e.date(Instant.parse("2027-01-31T00:00:00Z")))
            .abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(7))
            .noncurrentVersionExpiration(n -> n.noncurrentDays(30))
            .transitions(Transition.builder().days(30).storageClass("STANDARD_IA").build())
            .build();
    s3.answer(GetBucketLifecycleConfigurationResponse.builder().rules(rule).build());

    Value shown = first(found(observe()).at("lifecycle_rule"));

    assertThat(shown.at("prefix")).isEqualTo(Value.of("tmp/"));
    assertThat(shown.at("tags").at("k")).isEqualTo(Value.of("v"));
    assertThat(shown.at("abort_incomplete_multipart_upload_days")).isEqualTo(Value.of(7));
    assertThat(first(shown.at("expiration")).at("date")).isEqualTo(Value.of("2027-01-31"));
    assertThat(first(shown.at("noncurrent_version_expiration")).at("days")).isEqualTo(Value.of(30));
    assertThat(first(shown.at("transition")).at("storage_class"))
        .isEqualTo(Value.of("STANDARD_IA"));
  }

  @Test
  void cors_website_replication_and_object_lock_are_inline_blocks() {
    s3.answer(
            GetBucketCorsResponse.builder()
                .corsRules(CORSRule.builder().allowedMethods("GET").maxAgeSeconds(3_000).build())
                .build())
        .answer(
            GetBucketWebsiteResponse.builder()
                .indexDocument(index -> index.suffix("index.html"))
                .routingRules(
                    RoutingRule.builder()
                        .condition(c -> c.keyPrefixEquals("old/"))
                        .redirect(r -> r.replaceKeyPrefixWith("new/"))
                        .build())
                .build())
        .answer(
            GetBucketReplicationResponse.builder()
                .replicationConfiguration(
                    c ->
                        c.role("arn:role")
                            .rules(
                                ReplicationRule.builder()
                                    .id("all")
                                    .status("Enabled")
                                    .filter(f -> f.prefix(""))
                                    .destination(d -> d.bucket("arn:aws:s3:::vault"))
                                    .build()))
                .build())
        .answer(
            GetObjectLockConfigurationResponse.builder()
                .objectLockConfiguration(
                    lock ->
                        lock.objectLockEnabled("Enabled")
                            .rule(r -> r.defaultRetention(d -> d.mode("GOVERNANCE").days(14))))
                .build());

    Value.Mapping shown = found(observe(USED));

    assertThat(first(shown.at("cors_rule")).at("max_age_seconds")).isEqualTo(Value.of(3_000));
    assertThat(first(shown.at("website")).at("routing_rules"))
        .isEqualTo(
            Value.of(
                "[{\"Condition\":{\"KeyPrefixEquals\":\"old/\"},"
                    + "\"Redirect\":{\"ReplaceKeyPrefixWith\":\"new/\"}}]"));
    Value replicated = first(first(shown.at("replication_configuration")).at("rules"));
    assertThat(first(replicated.at("destination")).at("bucket"))
        .isEqualTo(Value.of("arn:aws:s3:::vault"));
    Value lock = first(shown.at("object_lock_configuration"));
    assertThat(first(first(lock.at("rule")).at("default_retention")).at("days"))
        .isEqualTo(Value.of(14));
    assertThat(shown.at("object_lock_enabled")).isEqualTo(Value.of(true));
  }

  @Test
  void a_part_that_a_resource_of_its_own_owns_is_not_asked_for() {
    RecordedResource versioning =
        recorded("aws_s3_bucket_versioning", Map.of("bucket", Value.of("files")));
    var scope = FakeScope.scope(false, Map.of(S3Client.class, s3), versioning);

    assertThat(BucketParts.VERSIONING.owned(scope, "files")).isTrue();
    assertThat(BucketParts.VERSIONING.owned(scope, "others")).isFalse();
    assertThat(BucketParts.POLICY.owned(scope, "files")).isFalse();
  }

  @Test
  void a_part_is_asked_for_once_whoever_wants_it() {
    var scope = FakeScope.scope(false, Map.of(S3Client.class, s3));

    BucketParts.VERSIONING.ask(scope, "files");
    BucketParts.VERSIONING.ask(scope, "files");

    assertThat(s3.asked).containsExactly("GetBucketVersioningResponse");
  }

  @Test
  void a_state_of_an_older_provider_keeps_its_host_name() {
    Value legacy = Value.of("files.s3.amazonaws.com");

    assertThat(
            found(observe(Map.of("bucket_regional_domain_name", legacy)))
                .at("bucket_regional_domain_name"))
        .isEqualTo(legacy);
  }

  @Test
  void a_bucket_that_s3_says_does_not_exist_is_gone() {
    s3.error(GetBucketLocationResponse.class, "NoSuchBucket");

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_bucket_that_vanishes_while_it_is_read_is_unreadable() {
    s3.error(GetBucketPolicyResponse.class, "NoSuchBucket");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void a_bucket_in_another_region_is_unreadable_never_gone() {
    s3.answer(GetBucketLocationResponse.builder().locationConstraint("EU").build());

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("eu-west-1"));
  }

  @Test
  void a_rare_part_that_nothing_uses_is_not_asked_for_and_counts_as_not_compared() {
    assertThat(found(observe(Map.of("request_payer", Value.of("BucketOwner")))).entries())
        .containsKeys("policy", "versioning", "lifecycle_rule", "grant", "tags_all")
        .doesNotContainKeys(USED.keySet().toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(classes = {GetBucketLocationResponse.class, GetBucketVersioningResponse.class})
  void access_denied_is_unreadable_never_gone(Class<?> denied) {
    s3.error(denied, "AccessDenied");

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).startsWith("s3:GetBucket"));
  }

  @Test
  void discovers_the_buckets_of_its_region() {
    s3.buckets =
        List.of(
            Bucket.builder().name("here").bucketRegion("us-east-1").build(),
            Bucket.builder().name("there").bucketRegion("eu-west-1").build(),
            Bucket.builder().name("silent").build());

    assertThat(FakeScope.discover(new S3Bucket(), Map.of(S3Client.class, s3)))
        .containsExactly("here", "silent");
  }

  private Observation observe() {
    return observe(Map.of());
  }

  private static RecordedResource bucket(Map<String, Value> state) {
    Map<String, Value> attributes = new TreeMap<>(state);
    attributes.put("id", Value.of("files"));
    attributes.put("region", Value.of("us-east-1"));
    return recorded("aws_s3_bucket", attributes);
  }

  private Observation observe(Map<String, Value> state) {
    Map<String, Value> attributes = new TreeMap<>(state);
    attributes.put("id", Value.of("files"));
    return FakeScope.observe(
            new S3Bucket(), Map.of(S3Client.class, s3), recorded("aws_s3_bucket", attributes))
        .getFirst();
  }

  private static Value first(Value block) {
    return block.items().getFirst();
  }
}
