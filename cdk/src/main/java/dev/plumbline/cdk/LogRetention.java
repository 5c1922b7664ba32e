package dev.plumbline.cdk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** How long CloudWatch Logs can keep logs: it takes only these numbers of days. */
final class LogRetention {

  private static final Map<Integer, RetentionDays> BY_DAYS =
      new TreeMap<>(
          Map.of(
              7, RetentionDays.ONE_WEEK,
              14, RetentionDays.TWO_WEEKS,
              30, RetentionDays.ONE_MONTH,
              60, RetentionDays.TWO_MONTHS,
              90, RetentionDays.THREE_MONTHS,
              180, RetentionDays.SIX_MONTHS,
              365, RetentionDays.ONE_YEAR,
              731, RetentionDays.TWO_YEARS,
              1827, RetentionDays.FIVE_YEARS));

  private LogRetention() {}

  static Optional<RetentionDays> of(int days) {
    return Optional.ofNullable(BY_DAYS.get(days));
  }

  /** A log group kept as long as the deployment says, and kept when the stack is deleted. */
  static LogGroup group(Construct scope, String id, Deployment deployment) {
    return LogGroup.Builder.create(scope, id)
        .retention(of(deployment.logRetentionDays()).orElse(RetentionDays.THREE_MONTHS))
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  static String choices() {
    return BY_DAYS.keySet().toString();
  }
}
