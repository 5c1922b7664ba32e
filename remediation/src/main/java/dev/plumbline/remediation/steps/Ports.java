package dev.plumbline.remediation.steps;

import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.remediation.Announcer;
import dev.plumbline.remediation.Directory;
import dev.plumbline.remediation.ListedPeople;
import dev.plumbline.remediation.Locks;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.Runner;
import dev.plumbline.remediation.Scanning;
import dev.plumbline.remediation.StackSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What remediation stands on.
 *
 * @param ids makes ids of ten letters and digits, never the same twice
 */
public record Ports(
    RemediationStore store,
    Stacks stacks,
    AuditTrail audit,
    StackSettings settings,
    Runner runner,
    PlanBucket bucket,
    Scanning scanning,
    Locks locks,
    Announcer announcer,
    Directory directory,
    ListedPeople people,
    TypeCatalog catalog,
    Clock clock,
    Timing timing,
    Supplier<String> ids) {

  /** Without what is easily misread. */
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

  private static final int ID = 10;

  /** Ids that nobody can guess. */
  public static Supplier<String> randomIds() {
    SecureRandom random = new SecureRandom();
    return () ->
        random
            .ints(ID, 0, LETTERS.length())
            .mapToObj(LETTERS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
  }
}
