package dev.plumbline.live.aws.budgets;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of AWS Budgets, with what makes each reader. */
public final class BudgetsTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(Map.entry("aws_budgets_budget", BudgetsBudget::new));

  private BudgetsTypes() {}
}
