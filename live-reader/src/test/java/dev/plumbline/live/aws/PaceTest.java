package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PaceTest {

  private final AtomicLong now = new AtomicLong();
  private final Pace pace = new Pace(now::get);

  @Test
  void route_53_gets_five_at_once_then_five_a_second_whatever_the_region() {
    for (int i = 0; i < 5; i++) {
      assertThat(zones("us-east-1")).isZero();
    }
    assertThat(zones("eu-west-1")).isEqualTo(Duration.ofMillis(200));
    assertThat(zones("us-east-1")).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void a_bucket_fills_up_again_but_not_beyond_its_size() {
    for (int i = 0; i < 5; i++) {
      zones("us-east-1");
    }
    now.addAndGet(Duration.ofHours(1).toNanos());
    for (int i = 0; i < 5; i++) {
      assertThat(zones("us-east-1")).isZero();
    }
    assertThat(zones("us-east-1")).isPositive();
  }

  @Test
  void a_call_with_a_limit_of_its_own_does_not_spend_the_others() {
    for (int i = 0; i < 5; i++) {
      assertThat(pace.turn("1", "r", "apigateway", "GetResources")).isZero();
    }
    assertThat(pace.turn("1", "r", "apigateway", "GetResources")).isEqualTo(Duration.ofMillis(400));
    assertThat(pace.turn("1", "r", "apigateway", "GetStages")).isZero();
  }

  @Test
  void past_events_are_looked_up_twice_a_second() {
    assertThat(pace.turn("1", "r", "cloudtrail", "LookupEvents")).isZero();
    assertThat(pace.turn("1", "r", "cloudtrail", "LookupEvents")).isZero();
    assertThat(pace.turn("1", "r", "cloudtrail", "LookupEvents")).isEqualTo(Duration.ofMillis(500));
    assertThat(pace.turn("1", "r", "cloudtrail", "DescribeTrails")).isZero();
  }

  @Test
  void accounts_do_not_share_and_services_without_a_published_limit_do_not_wait() {
    for (int i = 0; i < 200; i++) {
      assertThat(pace.turn("1", "r", "sqs", "GetQueueAttributes")).isZero();
    }
    for (int i = 0; i < 6; i++) {
      pace.turn("1", "r", "route53", "ListHostedZones");
    }
    assertThat(pace.turn("2", "r", "route53", "ListHostedZones")).isZero();
  }

  private Duration zones(String region) {
    return pace.turn("123456789012", region, "route53", "ListResourceRecordSets");
  }
}
