package dev.plumbline.live.aws.budgets;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;

/** A budget's notifications as the provider's blocks. */
final class BudgetNotifications {

  private BudgetNotifications() {}

  static Value of(AwsScope scope, String account, String budget) {
    return Value.of(
        scope.forAll(
            AccountBudgets.notifications(scope, account, budget),
            each -> block(each, AccountBudgets.subscribers(scope, account, budget, each))));
  }

  /** A threshold of which no type is told is a percentage. */
  private static Value block(Notification notification, List<Subscriber> subscribers) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(notification).entries());
    if (notification.thresholdType() == null) {
      block.put("threshold_type", Value.of("PERCENTAGE"));
    }
    block.put("subscriber_email_addresses", addresses(subscribers, SubscriptionType.EMAIL));
    block.put("subscriber_sns_topic_arns", addresses(subscribers, SubscriptionType.SNS));
    return Value.of(block);
  }

  private static Value addresses(List<Subscriber> subscribers, SubscriptionType type) {
    return Shape.of(
        subscribers.stream()
            .filter(each -> each.subscriptionType() == type)
            .map(Subscriber::address)
            .toList());
  }
}
