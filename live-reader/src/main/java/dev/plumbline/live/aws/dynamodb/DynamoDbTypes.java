package dev.plumbline.live.aws.dynamodb;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of DynamoDB, with what makes each reader. */
public final class DynamoDbTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(Map.entry("aws_dynamodb_table", DynamodbTable::new));

  private DynamoDbTypes() {}
}
