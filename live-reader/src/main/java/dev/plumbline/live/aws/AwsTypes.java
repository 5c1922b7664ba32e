package dev.plumbline.live.aws;

import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.cloudwatchlogs.LogGroup;
import dev.plumbline.live.aws.ec2.SecurityGroup;
import dev.plumbline.live.aws.ecs.EcsCluster;
import dev.plumbline.live.aws.ecs.EcsService;
import dev.plumbline.live.aws.lambda.LambdaFunction;
import dev.plumbline.live.aws.rds.DbInstance;
import dev.plumbline.live.aws.sns.SnsTopic;
import dev.plumbline.live.aws.sqs.SqsQueue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The registry of AWS resource types. A type's class and schema are loaded when a state first uses
 * it. Thread-safe.
 */
public final class AwsTypes implements TypeCatalog {

  private static final Map<String, Supplier<ResourceType>> TYPES =
      Map.ofEntries(
          Map.entry("aws_cloudwatch_log_group", LogGroup::new),
          Map.entry("aws_db_instance", DbInstance::new),
          Map.entry("aws_ecs_cluster", EcsCluster::new),
          Map.entry("aws_ecs_service", EcsService::new),
          Map.entry("aws_lambda_function", LambdaFunction::new),
          Map.entry("aws_security_group", SecurityGroup::new),
          Map.entry("aws_sns_topic", SnsTopic::new),
          Map.entry("aws_sqs_queue", SqsQueue::new));

  /** Terraform's own, in every type that has them: no API knows them. */
  private static final TypeRules LOCAL =
      TypeRules.PLAIN
          .withUnobservable("local to Terraform", "timeouts")
          .withUnobservable("derived from the name by the provider", "name_prefix");

  private final Map<String, Optional<Description>> descriptions = new ConcurrentHashMap<>();
  private final Schemas schemas = new Schemas();

  @Override
  public SortedSet<String> types() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(TYPES.keySet()));
  }

  @Override
  public Optional<Description> describe(String type) {
    return descriptions.computeIfAbsent(type, _ -> type(type).map(this::description));
  }

  /** The type of that name; empty where there is no reader for it. */
  public Optional<ResourceType> type(String name) {
    return Optional.ofNullable(TYPES.get(name)).map(Supplier::get);
  }

  private Description description(ResourceType type) {
    TypeRules rules = type.rules();
    for (Map.Entry<String, String> local : LOCAL.unobservable().entrySet()) {
      rules = rules.withUnobservable(local.getValue(), local.getKey());
    }
    return new Description(schemas.load(type.name()), rules);
  }
}
