package dev.plumbline.live.aws.route53;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Route 53, with what makes each reader. */
public final class Route53Types {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_route53_health_check", Route53HealthCheck::new),
          Map.entry("aws_route53_record", Route53Record::new),
          Map.entry("aws_route53_zone", Route53Zone::new));

  private Route53Types() {}
}
