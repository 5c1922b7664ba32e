package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.LoggingConfig;
import software.amazon.awssdk.services.cloudfront.model.Restrictions;
import software.amazon.awssdk.services.cloudfront.model.ViewerCertificate;

/** A distribution as Terraform writes it. */
final class DistributionAttributes {

  /** How Go, and so the provider, writes a time. */
  private static final DateTimeFormatter GO =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral(" +0000 UTC")
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private DistributionAttributes() {}

  /** Puts in everything but tags, ETag and what CloudFront does not say. */
  static Attributes read(Distribution distribution, Attributes into) {
    into.from(distribution.distributionConfig());
    reached(distribution.distributionConfig(), into);
    guarded(distribution.distributionConfig(), into);
    return into.put("id", distribution.id())
        .put("arn", distribution.arn())
        .put("domain_name", distribution.domainName())
        .put("status", distribution.status())
        .put("in_progress_validation_batches", distribution.inProgressInvalidationBatches())
        .put("last_modified_time", written(distribution.lastModifiedTime()))
        .put("trusted_key_groups", trusted(distribution.activeTrustedKeyGroups()))
        .put("trusted_signers", trusted(distribution.activeTrustedSigners()));
  }

  /** What is asked of which origin, and how. */
  private static void reached(DistributionConfig config, Attributes into) {
    into.put("origin", optional(config.origins(), each -> Origins.of(each.items())))
        .put("origin_group", optional(config.originGroups(), each -> Origins.groups(each.items())))
        .put("default_cache_behavior", optional(config.defaultCacheBehavior(), CacheBehaviors::of))
        .put(
            "ordered_cache_behavior",
            optional(config.cacheBehaviors(), each -> CacheBehaviors.of(each.items())));
  }

  /** Under which names, for whom, and what is kept of it. */
  private static void guarded(DistributionConfig config, Attributes into) {
    into.put("aliases", items(config.aliases(), each -> each.items()))
        .put("custom_error_response", items(config.customErrorResponses(), each -> each.items()))
        .put("logging_config", logging(config.logging()))
        .put("restrictions", optional(config.restrictions(), DistributionAttributes::restrictions))
        .put(
            "viewer_certificate",
            optional(config.viewerCertificate(), DistributionAttributes::certificate));
  }

  private static <T> List<?> items(@Nullable T list, Function<T, List<?>> items) {
    return list == null ? List.of() : items.apply(list);
  }

  private static <T> Value optional(@Nullable T part, Function<T, Value> form) {
    return part == null ? Value.none() : form.apply(part);
  }

  /** Switched off it is there all the same, with nothing in it. */
  private static Value logging(@Nullable LoggingConfig logging) {
    return logging == null || !Boolean.TRUE.equals(logging.enabled())
        ? Value.none()
        : Shape.fields(logging);
  }

  private static Value restrictions(Restrictions restrictions) {
    return Shape.renamed(Shape.fields(restrictions), Map.of("items", "locations"));
  }

  /** CloudFront's own certificate has no SSL method of the owner's choice. */
  private static Value certificate(ViewerCertificate certificate) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(certificate).entries());
    block.put(
        "cloudfront_default_certificate",
        block.getOrDefault("cloud_front_default_certificate", Value.none()));
    if (certificate.iamCertificateId() == null && certificate.acmCertificateArn() == null) {
      block.put("ssl_support_method", Value.none());
    }
    return Value.of(block);
  }

  /** Who may sign, with the keys that CloudFront knows of them. */
  private static Value trusted(@Nullable SdkPojo active) {
    if (active == null) {
      return Value.none();
    }
    Value.Mapping fields = Shape.fields(active);
    return Value.of(
        Map.of("enabled", fields.at("enabled"), "items", CloudFront.plain(fields.at("items"))));
  }

  private static String written(@Nullable Instant time) {
    return Optional.ofNullable(time).map(GO::format).orElse("");
  }
}
