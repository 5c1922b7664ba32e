package dev.plumbline.tests;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of an AWS API, named as IAM and CloudTrail name it as far as the request shows it.
 *
 * @param service from the request's signature, such as {@code ec2}
 * @param operation such as {@code DescribeVpcs}
 * @param protocol in which the service answers, errors too
 */
record Call(String service, String operation, Protocol protocol) {

  enum Protocol {
    EC2,
    QUERY,
    JSON,
    REST_JSON,
    REST_XML
  }

  private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([^&]+)");

  /** IAM's names of services that sign with another one. */
  private static final Map<String, String> OF_SIGNATURE =
      Map.of("monitoring", "cloudwatch", "tagging", "tag");

  /** Called by path, and answering errors as the query protocol does. */
  private static final Set<String> WRAPPED_XML = Set.of("cloudfront", "route53");

  /** What S3 calls what a GET of a bucket with this query asks for. */
  private static final Map<String, String> OF_BUCKET =
      Map.ofEntries(
          Map.entry("accelerate", "BucketAccelerateConfiguration"),
          Map.entry("acl", "BucketAcl"),
          Map.entry("cors", "BucketCors"),
          Map.entry("encryption", "BucketEncryption"),
          Map.entry("lifecycle", "BucketLifecycleConfiguration"),
          Map.entry("location", "BucketLocation"),
          Map.entry("logging", "BucketLogging"),
          Map.entry("notification", "BucketNotificationConfiguration"),
          Map.entry("object-lock", "ObjectLockConfiguration"),
          Map.entry("ownershipControls", "BucketOwnershipControls"),
          Map.entry("policy", "BucketPolicy"),
          Map.entry("policyStatus", "BucketPolicyStatus"),
          Map.entry("publicAccessBlock", "PublicAccessBlock"),
          Map.entry("replication", "BucketReplication"),
          Map.entry("requestPayment", "BucketRequestPayment"),
          Map.entry("tagging", "BucketTagging"),
          Map.entry("versioning", "BucketVersioning"),
          Map.entry("website", "BucketWebsite"));

  static Call of(String method, URI uri, Headers headers, byte[] body) {
    String signed = first(SCOPE, headers.getFirst("Authorization")).orElse("unsigned");
    String service = OF_SIGNATURE.getOrDefault(signed, signed);
    Optional<String> target = Optional.ofNullable(headers.getFirst("X-Amz-Target"));
    if (target.isPresent()) {
      String name = target.get();
      return new Call(service, name.substring(name.lastIndexOf('.') + 1), Protocol.JSON);
    }
    if (service.equals("s3")) {
      return new Call(service, ofS3(method, uri), Protocol.REST_XML);
    }
    Optional<String> action = first(ACTION, new String(body, StandardCharsets.UTF_8));
    if (action.isPresent()) {
      String name = URLDecoder.decode(action.get(), StandardCharsets.UTF_8);
      return new Call(service, name, service.equals("ec2") ? Protocol.EC2 : Protocol.QUERY);
    }
    return new Call(
        service,
        ofPath(service, method, uri),
        WRAPPED_XML.contains(service) ? Protocol.QUERY : Protocol.REST_JSON);
  }

  @Override
  public String toString() {
    return service + ":" + operation;
  }

  private static Optional<String> first(Pattern pattern, @Nullable String text) {
    return Optional.ofNullable(text)
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static String ofS3(String method, URI uri) {
    String verb = verb(method);
    if (uri.getPath().startsWith("/v20180820/configuration/publicAccessBlock")) {
      return verb + "AccountPublicAccessBlock";
    }
    boolean account = uri.getPath().equals("/");
    boolean object = uri.getPath().replaceFirst("^/", "").replaceFirst("/$", "").contains("/");
    if (account) {
      return "ListBuckets";
    }
    if (object) {
      return verb + (queryNames(uri).contains("tagging") ? "ObjectTagging" : "Object");
    }
    return queryNames(uri).stream()
        .filter(OF_BUCKET::containsKey)
        .map(name -> verb + OF_BUCKET.get(name))
        .findFirst()
        .orElseGet(() -> method.equals("GET") ? "ListObjectsV2" : verb + "Bucket");
  }

  private static Set<String> queryNames(URI uri) {
    return Arrays.stream(Optional.ofNullable(uri.getQuery()).orElse("").split("&"))
        .map(pair -> pair.split("=", 2)[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String ofPath(String service, String method, URI uri) {
    return RestOperations.of(service, method, uri).orElseGet(() -> verb(method) + uri.getPath());
  }

  private static String verb(String method) {
    return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
  }
}
