package dev.plumbline.live.aws.rds;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of RDS, with what makes each reader. */
public final class RdsTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(Map.entry("aws_db_instance", DbInstance::new));

  private RdsTypes() {}
}
