package dev.plumbline.live.aws;

import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.TypeRules;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * AWS resource types by name. A type's class and schema are loaded when a state first uses it.
 * Thread-safe.
 */
public final class AwsTypes implements TypeCatalog {

  /** Terraform's own, in every type that has them: no API knows them. */
  private static final TypeRules LOCAL =
      TypeRules.PLAIN
          .withUnobservable("local to Terraform", "timeouts")
          .withUnobservable("derived from the name by the provider", "name_prefix");

  private final Map<String, Supplier<ResourceType>> registered;
  private final Map<String, Optional<Description>> descriptions = new ConcurrentHashMap<>();
  private final Map<String, Optional<Interest>> interests = new ConcurrentHashMap<>();
  private final Schemas schemas = new Schemas();

  /** A registry of these readers, under names that there are schemas of. */
  public AwsTypes(Map<String, Supplier<ResourceType>> registered) {
    this.registered = Map.copyOf(registered);
  }

  @Override
  public SortedSet<String> types() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(registered.keySet()));
  }

  @Override
  public Optional<Description> describe(String type) {
    return descriptions.computeIfAbsent(type, _ -> type(type).map(this::description));
  }

  /**
   * The name that a type is registered by. The provider has its load balancers under two names:
   * {@code aws_alb_listener} is {@code aws_lb_listener}.
   */
  public static String named(String type) {
    return type.equals("aws_alb") || type.startsWith("aws_alb_")
        ? type.replaceFirst("^aws_alb", "aws_lb")
        : type;
  }

  /** The type of that name; empty where there is no reader for it. */
  public Optional<ResourceType> type(String name) {
    return Optional.ofNullable(registered.get(named(name))).map(Supplier::get);
  }

  /** The service a type belongs to, as the SDK's packages call it: {@code sqs}. */
  public String service(String name) {
    return type(name)
        .map(type -> type.getClass().getPackageName())
        .map(place -> place.substring(place.lastIndexOf('.') + 1))
        .orElse("");
  }

  /** Which records of changes concern that type; empty where there is no reader for it. */
  public Optional<Interest> interest(String name) {
    return interests.computeIfAbsent(named(name), each -> type(each).map(Interest::new));
  }

  private Description description(ResourceType type) {
    TypeRules rules = type.rules();
    for (Map.Entry<String, String> local : LOCAL.unobservable().entrySet()) {
      rules = rules.withUnobservable(local.getValue(), local.getKey());
    }
    return new Description(schemas.load(type.name()), rules);
  }
}
