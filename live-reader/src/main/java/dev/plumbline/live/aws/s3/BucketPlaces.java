package dev.plumbline.live.aws.s3;

import dev.plumbline.state.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names under which a bucket is reached, which the provider works out from its region. The host
 * names and hosted zones are those of AWS's page of S3 endpoints and quotas.
 */
final class BucketPlaces {

  private static final Set<String> DASHED =
      Set.of(
          "ap-northeast-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "eu-west-1",
          "sa-east-1",
          "us-east-1",
          "us-gov-west-1",
          "us-west-1",
          "us-west-2");

  private static final Map<String, String> HOSTED_ZONES =
      Map.ofEntries(
          Map.entry("af-south-1", "Z83WF9RJE8B12"),
          Map.entry("ap-east-1", "ZNB98KWMFR0R6"),
          Map.entry("ap-northeast-1", "Z2M4EHUR26P7ZW"),
          Map.entry("ap-northeast-2", "Z3W03O7B5YMIYP"),
          Map.entry("ap-northeast-3", "Z2YQB5RD63NC85"),
          Map.entry("ap-south-1", "Z11RGJOFQNVJUP"),
          Map.entry("ap-south-2", "Z02976202B4EZMXIPMXF7"),
          Map.entry("ap-southeast-1", "Z3O0J2DXBE1FTB"),
          Map.entry("ap-southeast-2", "Z1WCIGYICN2BYD"),
          Map.entry("ap-southeast-3", "Z01846753K324LI26A3VV"),
          Map.entry("ap-southeast-4", "Z0312387243XT5FE14WFO"),
          Map.entry("ap-southeast-5", "Z08660063OXLMA7F1FJHU"),
          Map.entry("ca-central-1", "Z1QDHH18159H29"),
          Map.entry("ca-west-1", "Z03565811Z33SLEZTHOUL"),
          Map.entry("cn-north-1", "Z5CN8UMXT92WN"),
          Map.entry("cn-northwest-1", "Z282HJ1KT0DH03"),
          Map.entry("eu-central-1", "Z21DNDUVLTQW6Q"),
          Map.entry("eu-central-2", "Z030506016YDQGETNASS"),
          Map.entry("eu-north-1", "Z3BAZG2TWCNX0D"),
          Map.entry("eu-south-1", "Z30OZKI7KPW7MI"),
          Map.entry("eu-south-2", "Z0081959F7139GRJC19J"),
          Map.entry("eu-west-1", "Z1BKCTXD74EZPE"),
          Map.entry("eu-west-2", "Z3GKZC51ZF0DB4"),
          Map.entry("eu-west-3", "Z3R1K369G5AVDG"),
          Map.entry("il-central-1", "Z09640613K4A3MN55U7GU"),
          Map.entry("me-central-1", "Z06143092I8HRXZRUZROF"),
          Map.entry("me-south-1", "Z1MPMWCPA7YB62"),
          Map.entry("sa-east-1", "Z7KQH4QJS55SO"),
          Map.entry("us-east-1", "Z3AQBSTGFYJSTF"),
          Map.entry("us-east-2", "Z2O1EMRO9K5GLX"),
          Map.entry("us-gov-east-1", "Z2NIFVYYW2VKV1"),
          Map.entry("us-gov-west-1", "Z31GFT0UA1I2HV"),
          Map.entry("us-west-1", "Z2F56UZL2M1ACD"),
          Map.entry("us-west-2", "Z3BJ6K6RIION7M"));

  private BucketPlaces() {}

  /**
   * The region by S3's answer, which leaves the first one out and names the second by its old name.
   */
  static String region(String constraint) {
    return switch (constraint) {
      case "", "null" -> "us-east-1";
      case "EU" -> "eu-west-1";
      default -> constraint;
    };
  }

  static String domain(String bucket, String region) {
    return "%s.s3.%s".formatted(bucket, suffix(region));
  }

  /** Providers before version 5 left the region out where it is the first one. */
  static Value regionalDomain(String bucket, String region, Value recorded) {
    String legacy = "%s.s3.amazonaws.com".formatted(bucket);
    if (region.equals("us-east-1") && recorded.equals(Value.of(legacy))) {
      return recorded;
    }
    return Value.of("%s.s3.%s.%s".formatted(bucket, region, suffix(region)));
  }

  static String websiteDomain(String region) {
    return DASHED.contains(region)
        ? "s3-website-%s.amazonaws.com".formatted(region)
        : "s3-website.%s.%s".formatted(region, suffix(region));
  }

  /** Empty for a region that is newer than this table. */
  static Optional<String> hostedZone(String region) {
    return Optional.ofNullable(HOSTED_ZONES.get(region));
  }

  private static String suffix(String region) {
    return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  }
}
