package dev.plumbline.live.aws.cloudfront;

import java.time.Instant;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;
import software.amazon.awssdk.services.cloudfront.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudfront.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.SslProtocol;
import software.amazon.awssdk.services.cloudfront.model.Tag;

/** A CloudFront with two distributions: one with everything set, one with next to nothing. */
@SuppressWarnings("unchecked") // the SDK builders take a list of lambdas as varargs
final class FakeDistributions extends FakeCloudFront {

  @Override
  public GetDistributionResponse getDistribution(GetDistributionRequest request) {
    ask();
    DistributionConfig config = request.id().equals("SITE") ? rich() : plain();
    return GetDistributionResponse.builder()
        .eTag("E1")
        .distribution(
            d ->
                d.id(request.id())
                    .arn("arn:aws:cloudfront::123456789012:distribution/" + request.id())
                    .status("Deployed")
                    .domainName("d1.cloudfront.net")
                    .inProgressInvalidationBatches(0)
                    .lastModifiedTime(Instant.parse("2026-05-01T10:00:00.250Z"))
                    .activeTrustedKeyGroups(
                        g ->
                            g.enabled(true)
                                .quantity(1)
                                .items(
                                    i ->
                                        i.keyGroupId("group")
                                            .keyPairIds(k -> k.quantity(1).items("K1"))))
                    .activeTrustedSigners(s -> s.enabled(false).quantity(0))
                    .distributionConfig(config))
        .build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    ask();
    return ListTagsForResourceResponse.builder()
        .tags(t -> t.items(Tag.builder().key("Team").value("quay").build()))
        .build();
  }

  @Override
  public ListDistributionsResponse listDistributions(ListDistributionsRequest request) {
    ask();
    String id = request.marker() == null ? "SITE" : "PLAIN";
    return ListDistributionsResponse.builder()
        .distributionList(
            l ->
                l.items(DistributionSummary.builder().id(id).build())
                    .nextMarker(request.marker() == null ? "SITE" : null))
        .build();
  }

  private static DistributionConfig plain() {
    return DistributionConfig.builder()
        .logging(l -> l.enabled(false).includeCookies(false).bucket("").prefix(""))
        .viewerCertificate(
            c ->
                c.cloudFrontDefaultCertificate(true)
                    .sslSupportMethod("vip")
                    .minimumProtocolVersion("TLSv1"))
        .build();
  }

  private static DistributionConfig rich() {
    return DistributionConfig.builder()
        .aliases(a -> a.quantity(1).items("ferry.example"))
        .callerReference("terraform-1")
        .httpVersion("http2and3")
        .webACLId("acl")
        .isIPV6Enabled(true)
        .origins(o -> o.quantity(2).items(booking(), pages()))
        .originGroups(
            g ->
                g.quantity(1)
                    .items(
                        i ->
                            i.id("both")
                                .failoverCriteria(f -> f.statusCodes(s -> s.quantity(1).items(503)))
                                .members(
                                    m ->
                                        m.quantity(2)
                                            .items(
                                                x -> x.originId("booking"),
                                                x -> x.originId("pages")))))
        .defaultCacheBehavior(behavior())
        .cacheBehaviors(
            b ->
                b.quantity(1)
                    .items(
                        CacheBehavior.builder()
                            .pathPattern("/api/*")
                            .allowedMethods(methods())
                            .build()))
        .customErrorResponses(
            c ->
                c.quantity(1)
                    .items(
                        e ->
                            e.errorCode(404)
                                .responseCode("200")
                                .responsePagePath("/lost.html")
                                .errorCachingMinTTL(15L)))
        .logging(l -> l.enabled(true).bucket("logs").prefix("pages/").includeCookies(true))
        .restrictions(
            r ->
                r.geoRestriction(g -> g.restrictionType("whitelist").quantity(2).items("DK", "SE")))
        .viewerCertificate(
            c ->
                c.acmCertificateArn("arn:cert")
                    .sslSupportMethod("sni-only")
                    .cloudFrontDefaultCertificate(false))
        .build();
  }

  private static Origin booking() {
    return Origin.builder()
        .id("booking")
        .domainName("booking.ferry.example")
        .customHeaders(h -> h.quantity(1).items(i -> i.headerName("x-edge").headerValue("ferry")))
        .customOriginConfig(
            c ->
                c.httpPort(80)
                    .httpsPort(8443)
                    .originSslProtocols(s -> s.quantity(1).items(SslProtocol.TLS_V1_2)))
        .originShield(s -> s.enabled(true).originShieldRegion("eu-west-1"))
        .build();
  }

  private static Origin pages() {
    return Origin.builder()
        .id("pages")
        .originAccessControlId("oac")
        .s3OriginConfig(s -> s.originAccessIdentity(""))
        .originShield(s -> s.enabled(false))
        .build();
  }

  @SuppressWarnings("deprecation") // CloudFront advises against them and still tells them
  private static DefaultCacheBehavior behavior() {
    return DefaultCacheBehavior.builder()
        .allowedMethods(methods())
        .trustedKeyGroups(g -> g.enabled(true).quantity(1).items("group"))
        .lambdaFunctionAssociations(
            l ->
                l.quantity(1)
                    .items(
                        i ->
                            i.eventType("origin-request")
                                .lambdaFunctionARN(
                                    "arn:aws:lambda:us-east-1:123456789012:function:sign:1")))
        .functionAssociations(
            f -> f.quantity(1).items(i -> i.eventType("viewer-request").functionARN("arn:f")))
        .forwardedValues(
            v ->
                v.queryString(true)
                    .headers(h -> h.quantity(1).items("Accept"))
                    .queryStringCacheKeys(k -> k.quantity(1).items("lang"))
                    .cookies(
                        c ->
                            c.forward("whitelist")
                                .whitelistedNames(n -> n.quantity(1).items("season"))))
        .build();
  }

  private static AllowedMethods methods() {
    return AllowedMethods.builder()
        .quantity(3)
        .items(Method.GET, Method.HEAD, Method.OPTIONS)
        .cachedMethods(c -> c.quantity(2).items(Method.GET, Method.HEAD))
        .build();
  }
}
