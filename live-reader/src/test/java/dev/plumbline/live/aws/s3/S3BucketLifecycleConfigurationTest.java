package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.s3.PartCase.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.Tag;

final class S3BucketLifecycleConfigurationTest {

  private final PartCase part =
      new PartCase(
          new S3BucketLifecycleConfiguration(), GetBucketLifecycleConfigurationResponse.class);

  @ParameterizedTest
  @CsvSource({
    "rule.id, cool",
    "rule.status, Enabled",
    "rule.filter.and.prefix, raw/",
    "rule.filter.and.tags.album, wedding",
    "rule.expiration.date, 2030-01-01T00:00:00Z",
    "rule.transition.storage_class, GLACIER",
    "rule.noncurrent_version_transition.storage_class, STANDARD_IA",
    "transition_default_minimum_object_size, varies_by_storage_class",
  })
  void reads_the_rules_under_terraforms_own_names(String path, String value) {
    assertThat(at(part.found(rich()), path)).isEqualTo(Value.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "rule.filter.and.object_size_greater_than, 4096",
    "rule.transition.days, 30",
    "rule.noncurrent_version_transition.newer_noncurrent_versions, 2",
    "rule.noncurrent_version_expiration.noncurrent_days, 90",
    "rule.abort_incomplete_multipart_upload.days_after_initiation, 3",
  })
  void numbers_stay_numbers(String path, long value) {
    assertThat(at(part.found(rich()), path)).isEqualTo(Value.of(value));
  }

  @Test
  void a_filter_of_one_tag_is_a_block() {
    var answer =
        GetBucketLifecycleConfigurationResponse.builder()
            .rules(r -> r.id("t").filter(f -> f.tag(t -> t.key("kind").value("thumbnail"))))
            .build();

    assertThat(at(part.found(answer), "rule.filter.tag.key")).isEqualTo(Value.of("kind"));
  }

  @Test
  void the_default_size_is_no_drift_from_a_state_that_does_not_know_it() {
    part.s3.answer(
        GetBucketLifecycleConfigurationResponse.builder()
            .transitionDefaultMinimumObjectSize("all_storage_classes_128K")
            .rules(r -> r.id("t"))
            .build());

    var found = (dev.plumbline.engine.Observation.Found) part.observe(Map.of());

    assertThat(found.attributes().at("transition_default_minimum_object_size").isEmpty()).isTrue();
  }

  private static GetBucketLifecycleConfigurationResponse rich() {
    return GetBucketLifecycleConfigurationResponse.builder()
        .transitionDefaultMinimumObjectSize("varies_by_storage_class")
        .rules(
            r ->
                r.id("cool")
                    .status("Enabled")
                    .filter(
                        f ->
                            f.and(
                                a ->
                                    a.prefix("raw/")
                                        .objectSizeGreaterThan(4096L)
                                        .tags(Tag.builder().key("album").value("wedding").build())))
                    .expiration(e -> e.date(Instant.parse("2030-01-01T00:00:00Z")))
                    .transitions(t -> t.days(30).storageClass("GLACIER"))
                    .noncurrentVersionTransitions(
                        t ->
                            t.noncurrentDays(30)
                                .newerNoncurrentVersions(2)
                                .storageClass("STANDARD_IA"))
                    .noncurrentVersionExpiration(e -> e.noncurrentDays(90))
                    .abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(3)))
        .build();
  }

  @Test
  void is_gone_where_the_bucket_has_none_and_with_its_bucket() {
    part.assertGone("NoSuchLifecycleConfiguration");
    part.assertGone("NoSuchBucket");
  }

  @Test
  void an_empty_answer_says_that_the_bucket_has_none() {
    part.assertGoneWhenAnswered(GetBucketLifecycleConfigurationResponse.builder().build());
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    part.assertDeniedIsUnreadable();
  }
}
