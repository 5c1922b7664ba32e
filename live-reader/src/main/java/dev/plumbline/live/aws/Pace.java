package dev.plumbline.live.aws;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Keeps each account's requests within the rates that AWS publishes, as token buckets, so that a
 * scan takes no deployment's share. All scans of a process share one. Thread-safe.
 *
 * <p>Sources: the Route 53 developer guide (five requests a second and account); API Gateway's
 * quotas (ten a second, 40 at once, GetResources five in two seconds); EC2's throttling page
 * (filtered and paginated Describe calls); Elastic Load Balancing's throttling page; Lambda's
 * quotas (15 a second for all but GetFunction); Service Discovery's quotas; CloudTrail's reference
 * of LookupEvents (two a second).
 */
final class Pace {

  /**
   * A token bucket.
   *
   * @param burst how many requests at once
   * @param perSecond how many it gets back a second
   */
  record Quota(double burst, double perSecond) {}

  private static final Map<String, Quota> QUOTAS =
      Map.of(
          "route53", new Quota(5, 5),
          "apigateway", new Quota(40, 10),
          "apigateway:GetResources", new Quota(5, 2.5),
          "ec2", new Quota(100, 20),
          "elasticloadbalancing", new Quota(40, 10),
          "lambda", new Quota(60, 15),
          "lambda:GetFunction", new Quota(100, 100),
          "cloudtrail:LookupEvents", new Quota(2, 2),
          "servicediscovery", new Quota(20, 10));

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  Pace() {
    this(System::nanoTime);
  }

  /**
   * @param nanos a clock that never goes back
   */
  Pace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Holds every request of a client of that account and region until its turn. */
  ExecutionInterceptor of(String account, String region) {
    return new ExecutionInterceptor() {
      @Override
      public void beforeTransmission(
          Context.BeforeTransmission context, ExecutionAttributes attributes) {
        String family = Families.of(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        LockSupport.parkNanos(turn(account, region, family, operation).toNanos());
      }
    };
  }

  /** Takes a token, and answers how long to wait until it is there. */
  Duration turn(String account, String region, String family, String operation) {
    String own = family + ":" + operation;
    String name = QUOTAS.containsKey(own) ? own : family;
    String place = family.equals("route53") ? account : account + "/" + region;
    return Optional.ofNullable(QUOTAS.get(name))
        .map(
            quota ->
                buckets
                    .computeIfAbsent(place + "/" + name, _ -> new Bucket(quota, nanos.getAsLong()))
                    .take(nanos.getAsLong()))
        .orElse(Duration.ZERO);
  }

  /** May owe tokens: who takes one that is not there yet waits for it. */
  private static final class Bucket {

    private final Quota quota;
    private double tokens;
    private long at;

    Bucket(Quota quota, long now) {
      this.quota = quota;
      this.tokens = quota.burst();
      this.at = now;
    }

    synchronized Duration take(long now) {
      tokens = Math.min(quota.burst(), tokens + (now - at) / 1e9 * quota.perSecond()) - 1;
      at = now;
      return tokens >= 0
          ? Duration.ZERO
          : Duration.ofNanos((long) (-tokens / quota.perSecond() * 1e9));
    }
  }
}
