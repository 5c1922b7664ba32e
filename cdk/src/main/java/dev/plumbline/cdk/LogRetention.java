package dev.plumbline.cdk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.services.logs.RetentionDays;

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

  static String choices() {
    return BY_DAYS.keySet().toString();
  }
}
