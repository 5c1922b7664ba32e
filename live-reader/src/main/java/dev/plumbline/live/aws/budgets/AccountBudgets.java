package dev.plumbline.live.aws.budgets;

import dev.plumbline.live.aws.AwsScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetNotificationsForAccount;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.Subscriber;

/** An account's budgets and their notifications, each listed once in a scan. */
final class AccountBudgets {

  /** The one action for reading budgets, notifications and subscribers. */
  static final String VIEW = "budgets:ViewBudget";

  static final String TAGS = "budgets:ListTagsForResource";

  private static final Set<String> NONE = Set.of("NotFoundException");
  private static final int PAGE = 100;

  private AccountBudgets() {}

  private static BudgetsClient client(AwsScope scope) {
    return scope.client(BudgetsClient.class, BudgetsClient::builder);
  }

  /** All budgets by name. */
  static Map<String, Budget> budgets(AwsScope scope, String account) {
    return scope.shared(
        VIEW + " budgets/" + account,
        () ->
            scope
                .find(
                    VIEW,
                    NONE,
                    () ->
                        client(scope)
                            .describeBudgetsPaginator(r -> r.accountId(account).maxResults(PAGE))
                            .budgets()
                            .stream()
                            .toList())
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(Budget::budgetName, each -> each)));
  }

  /** The notifications of one budget. */
  static List<Notification> notifications(AwsScope scope, String account, String budget) {
    return allNotifications(scope, account).stream()
        .filter(each -> budget.equals(each.budgetName()))
        .flatMap(each -> each.notifications().stream())
        .toList();
  }

  private static List<BudgetNotificationsForAccount> allNotifications(
      AwsScope scope, String account) {
    return scope.shared(
        VIEW + " notifications/" + account,
        () ->
            scope
                .find(
                    VIEW,
                    NONE,
                    () ->
                        client(scope)
                            .describeBudgetNotificationsForAccountPaginator(
                                r -> r.accountId(account).maxResults(PAGE))
                            .budgetNotificationsForAccount()
                            .stream()
                            .toList())
                .orElse(List.of()));
  }

  /** Who is told by a notification. */
  static List<Subscriber> subscribers(
      AwsScope scope, String account, String budget, Notification notification) {
    return scope
        .find(
            VIEW,
            NONE,
            () ->
                client(scope)
                    .describeSubscribersForNotificationPaginator(
                        r ->
                            r.accountId(account)
                                .budgetName(budget)
                                .notification(notification)
                                .maxResults(PAGE))
                    .subscribers()
                    .stream()
                    .toList())
        .orElse(List.of());
  }

  static List<ResourceTag> tags(AwsScope scope, String arn) {
    return scope
        .call(TAGS, () -> client(scope).listTagsForResource(r -> r.resourceARN(arn)))
        .resourceTags();
  }
}
