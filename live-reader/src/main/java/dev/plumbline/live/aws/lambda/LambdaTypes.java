package dev.plumbline.live.aws.lambda;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Lambda, with what makes each reader. */
public final class LambdaTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(Map.entry("aws_lambda_function", LambdaFunction::new));

  private LambdaTypes() {}
}
