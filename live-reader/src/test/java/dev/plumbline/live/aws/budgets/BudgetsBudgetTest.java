package dev.plumbline.live.aws.budgets;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetNotificationsForAccount;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetNotificationsForAccountRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetNotificationsForAccountResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationRequest;
import software.amazon.awssdk.services.budgets.model.DescribeSubscribersForNotificationResponse;
import software.amazon.awssdk.services.budgets.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.budgets.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.budgets.model.Spend;

@SuppressWarnings("deprecation") // what the API still answers and the provider writes
final class BudgetsBudgetTest {

  private final FakeBudgets budgets = new FakeBudgets();

  @ParameterizedTest
  @CsvSource({
    "id,                123456789012:monthly",
    "account_id,        123456789012",
    "arn,               arn:aws:budgets::123456789012:budget/monthly",
    "name,              monthly",
    "budget_type,       COST",
    "limit_amount,      1200.5",
    "limit_unit,        USD",
    "time_unit,         MONTHLY",
    "time_period_start, 2026-01-01_00:00",
    "time_period_end,   2087-06-15_00:00",
  })
  void reads_a_budget_under_terraforms_own_names(String attribute, String value) {
    budgets.listed.add(rich().build());

    assertThat(found(observe()).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void nothing_of_the_type_is_left_unanswered_for() {
    budgets.listed.add(rich().build());

    Value.Mapping attributes = found(observe());
    Value filter = attributes.at("cost_filter").items().getFirst();

    assertComplete("aws_budgets_budget", attributes);
    assertThat(attributes.at("cost_types").items().getFirst().at("include_tax"))
        .isEqualTo(Value.of(true));
    assertThat(filter.at("name")).isEqualTo(Value.of("Service"));
    assertThat(filter.at("values").items()).containsExactly(Value.of("AmazonRDS"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void reads_whom_its_notifications_tell() {
    budgets.listed.add(rich().build());

    Value notification = found(observe()).at("notification").items().getFirst();

    assertThat(notification.at("comparison_operator")).isEqualTo(Value.of("GREATER_THAN"));
    assertThat(notification.at("notification_type")).isEqualTo(Value.of("FORECASTED"));
    assertThat(notification.at("threshold_type")).isEqualTo(Value.of("PERCENTAGE"));
    assertThat(notification.at("subscriber_email_addresses").items())
        .containsExactly(Value.of("ops@files.example"));
    assertThat(notification.at("subscriber_sns_topic_arns").items())
        .containsExactly(Value.of("arn:topic"));
  }

  @Test
  void planned_limits_begin_at_a_second_and_move_the_limit() {
    budgets.listed.add(rich().plannedBudgetLimits(Map.of("1767225600", usd("90"))).build());

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Found.class,
            found -> {
              assertThat(found.attributes().at("planned_limit").items())
                  .containsExactly(
                      Value.of(
                          Map.of(
                              "start_time", Value.of("2026-01-01_00:00"),
                              "amount", Value.of("90"),
                              "unit", Value.of("USD"))));
              assertThat(found.moving()).containsKey("limit_amount");
            });
  }

  @Test
  void a_budget_that_adjusts_itself_shows_how_and_its_limit_moves() {
    budgets.listed.add(
        rich()
            .autoAdjustData(
                a ->
                    a.autoAdjustType("HISTORICAL")
                        .historicalOptions(
                            h -> h.budgetAdjustmentPeriod(3).lookBackAvailablePeriods(2)))
            .build());

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Found.class,
            found -> {
              Value adjusted = found.attributes().at("auto_adjust_data").items().getFirst();
              Value options = adjusted.at("historical_options").items().getFirst();
              assertThat(options.at("lookback_available_periods")).isEqualTo(Value.of(2));
              assertThat(found.moving()).containsKey("limit_amount");
            });
  }

  @Test
  void a_budget_that_the_listing_lacks_is_gone() {
    budgets.listed.add(rich().budgetName("yearly").build());

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    budgets.failure = "AccessDeniedException";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("budgets:ViewBudget"));
  }

  @Test
  void discovers_budgets_by_account_and_name() {
    budgets.listed.add(rich().build());

    assertThat(FakeScope.discover(new BudgetsBudget(), Map.of(BudgetsClient.class, budgets)))
        .containsExactly("123456789012:monthly");
  }

  private Observation observe() {
    return FakeScope.observe(
            new BudgetsBudget(),
            Map.of(BudgetsClient.class, budgets),
            recorded("aws_budgets_budget", Map.of("id", Value.of("123456789012:monthly"))))
        .getFirst();
  }

  private static Spend usd(String amount) {
    return Spend.builder().amount(new BigDecimal(amount)).unit("USD").build();
  }

  private static Budget.Builder rich() {
    return Budget.builder()
        .budgetName("monthly")
        .budgetType("COST")
        .budgetLimit(usd("1200.5"))
        .timeUnit("MONTHLY")
        .timePeriod(
            p ->
                p.start(Instant.parse("2026-01-01T00:00:00Z"))
                    .end(Instant.parse("2087-06-15T00:00:00Z")))
        .costFilters(Map.of("Service", List.of("AmazonRDS")))
        .costTypes(t -> t.includeTax(true).useBlended(false));
  }

  private static final class FakeBudgets implements BudgetsClient {
    private final List<Budget> listed = new CopyOnWriteArrayList<>();
    private String failure = "";

    @Override
    public DescribeBudgetsResponse describeBudgets(DescribeBudgetsRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, 403);
      }
      return DescribeBudgetsResponse.builder().budgets(listed).build();
    }

    @Override
    public DescribeBudgetNotificationsForAccountResponse describeBudgetNotificationsForAccount(
        DescribeBudgetNotificationsForAccountRequest request) {
      return DescribeBudgetNotificationsForAccountResponse.builder()
          .budgetNotificationsForAccount(
              notifications("other", "ACTUAL"), notifications("monthly", "FORECASTED"))
          .build();
    }

    private static BudgetNotificationsForAccount notifications(String budget, String type) {
      return BudgetNotificationsForAccount.builder()
          .budgetName(budget)
          .notifications(
              n -> n.notificationType(type).comparisonOperator("GREATER_THAN").threshold(80.0))
          .build();
    }

    @Override
    public DescribeSubscribersForNotificationResponse describeSubscribersForNotification(
        DescribeSubscribersForNotificationRequest request) {
      return DescribeSubscribersForNotificationResponse.builder()
          .subscribers(
              s -> s.subscriptionType("EMAIL").address("ops@files.example"),
              s -> s.subscriptionType("SNS").address("arn:topic"))
          .build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
      return ListTagsForResourceResponse.builder()
          .resourceTags(t -> t.key("team").value("core"))
          .build();
    }

    @Override
    public String serviceName() {
      return "budgets";
    }

    @Override
    public void close() {}
  }
}
