package dev.plumbline.live.aws.budgets;

import static dev.plumbline.engine.Meaning.UNORDERED;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.budgets.model.Budget;

/**
 * {@code aws_budgets_budget}, named by its account and its name. One listing tells of all budgets,
 * one of all notifications; the tags of each and the subscribers of each notification are a call.
 */
public final class BudgetsBudget implements ResourceType {

  @Override
  public String name() {
    return "aws_budgets_budget";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(AccountBudgets.VIEW, AccountBudgets.TAGS));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(UNORDERED, "cost_filter.values")
        .with(VOLATILE, "auto_adjust_data.last_auto_adjust_time");
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded -> {
          String account = account(recorded);
          String name = recorded.id().substring(account.length() + 1);
          Budget budget = AccountBudgets.budgets(batch.scope(), account).get(name);
          return observed(batch, account, budget);
        });
  }

  /** The id begins with it. */
  private static String account(RecordedResource budget) {
    return budget.id().split(":", 2)[0];
  }

  private static Observation observed(Batch batch, String account, @Nullable Budget budget) {
    if (budget == null) {
      return new Observation.Gone("it is not in the completed listing of budgets");
    }
    AwsScope scope = batch.scope();
    String name = budget.budgetName();
    String arn = "arn:%s:budgets::%s:budget/%s".formatted(scope.partition(), account, name);
    return BudgetAttributes.of(batch.attributes(), budget)
        .put("id", account + ":" + name)
        .put("account_id", account)
        .put("arn", arn)
        .put("notification", BudgetNotifications.of(scope, account, name))
        .tags(AccountBudgets.tags(scope, arn))
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return AccountBudgets.budgets(scope, scope.account()).keySet().stream()
        .map(name -> scope.account() + ":" + name)
        .sorted()
        .toList();
  }
}
