package dev.plumbline.live.aws.budgets;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.budgets.model.AutoAdjustData;
import software.amazon.awssdk.services.budgets.model.Budget;

/** A listed budget under the names of {@code aws_budgets_budget}. */
final class BudgetAttributes {

  /** How the provider writes points in time, such as {@code 2026-01-31_00:00}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH:mm").withZone(ZoneOffset.UTC);

  private static final List<String> LIMIT = List.of("limit_amount", "limit_unit");

  private BudgetAttributes() {}

  @SuppressWarnings("deprecation") // cost filters are what the provider writes
  static Attributes of(Attributes attributes, Budget budget) {
    var period = budget.timePeriod();
    attributes
        .from(budget)
        .put("name", budget.budgetName())
        .put("cost_filter", filters(budget.costFilters()))
        .put("planned_limit", planned(budget))
        .put("auto_adjust_data", adjusted(budget.autoAdjustData()));
    if (period != null) {
      attributes
          .put("time_period_start", time(period.start()))
          .put("time_period_end", time(period.end()));
    }
    limit(attributes, budget);
    return attributes;
  }

  private static void limit(Attributes attributes, Budget budget) {
    var limit = budget.budgetLimit();
    if (limit != null) {
      attributes.put("limit_amount", limit.amount()).put("limit_unit", limit.unit());
    }
    if (budget.autoAdjustData() != null) {
      LIMIT.forEach(each -> attributes.moving(each, "is moved by the budget's auto-adjustment"));
    } else if (!budget.plannedBudgetLimits().isEmpty()) {
      LIMIT.forEach(each -> attributes.moving(each, "is moved by the budget's planned limits"));
    }
  }

  private static Value filters(Map<String, List<String>> filters) {
    return Value.of(
        filters.entrySet().stream()
            .<Value>map(
                filter ->
                    Value.of(
                        Map.of(
                            "name", Value.of(filter.getKey()),
                            "values", Shape.of(filter.getValue()))))
            .toList());
  }

  /** They are keyed by the second since 1970 from which they hold. */
  private static Value planned(Budget budget) {
    return Value.of(
        budget.plannedBudgetLimits().entrySet().stream()
            .<Value>map(
                limit ->
                    Value.of(
                        Map.of(
                            "start_time",
                            time(Instant.ofEpochSecond(Long.parseLong(limit.getKey()))),
                            "amount",
                            Shape.of(limit.getValue().amount()),
                            "unit",
                            Shape.of(limit.getValue().unit()))))
            .toList());
  }

  private static Value adjusted(@Nullable AutoAdjustData data) {
    return data == null
        ? Value.none()
        : Shape.renamed(
            Shape.of(data), Map.of("look_back_available_periods", "lookback_available_periods"));
  }

  private static Value time(@Nullable Instant instant) {
    return instant == null ? Value.none() : Value.of(TIME.format(instant));
  }
}
