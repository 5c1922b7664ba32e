package dev.plumbline.functions;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.engine.store.ResourceIndex;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.slack.Offer;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.ConfiguredStacks;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.StackPlans.Named;
import dev.plumbline.wiring.Wiring;
import dev.plumbline.wiring.events.PastCauses;
import dev.plumbline.wiring.events.TrailHistory;
import dev.plumbline.wiring.publish.Destinations;
import dev.plumbline.wiring.run.JoinedSlices;
import dev.plumbline.wiring.run.RunItem;
import dev.plumbline.wiring.run.Slice;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Scans what lives on AWS. Thread-safe. */
final class AwsCloud implements Cloud {

  private static final Logger LOG = LoggerFactory.getLogger(AwsCloud.class);
  private static final Duration LOCK_WAIT = Duration.ofMinutes(10);

  private final Connection connection;
  private final Supplier<CodeIgnores.Folders> code;
  private final Optional<ResourceIndex> index;
  private final AwsTypes types = ResourceTypes.aws();
  private final PastCauses causes;
  private final InstantSource clock;

  /**
   * @param code where the stacks' code lies, anew for each scan
   * @param index learns what resources are called; empty where nobody asks for it
   * @param memory what is known of a stack's drift
   */
  AwsCloud(
      Connection connection,
      Supplier<CodeIgnores.Folders> code,
      Optional<ResourceIndex> index,
      PastCauses.Memory memory,
      InstantSource clock) {
    this.connection = connection;
    this.code = code;
    this.index = index;
    this.causes = new PastCauses(types, memory, clock);
    this.clock = clock;
  }

  /** The configuration may have changed since the last scan, so each has a wiring of its own. */
  @Override
  public Scanned scan(Configuration configuration, ScanInput input, byte[] key, Instant deadline)
      throws SettingsException {
    return scan(configuration, input, key, deadline, new JoinedSlices(List.of()));
  }

  /** Does all that a scan does, and observes what the slices lack. */
  Cloud joining(List<Slice> slices) {
    return (configuration, input, key, deadline) ->
        scan(configuration, input, key, deadline, new JoinedSlices(slices));
  }

  private Scanned scan(
      Configuration configuration,
      ScanInput input,
      byte[] key,
      Instant deadline,
      JoinedSlices slices)
      throws SettingsException {
    try (Wiring wiring = new Wiring(connection, configuration)) {
      StackPlans plans = plans(wiring, configuration, input, deadline);
      List<Named> stacks =
          input.part().isPresent()
              ? List.of(found(configuration, input.part().get().item()))
              : named(plans, configuration);
      known(input.stacks(), stacks);
      CodeIgnores ignores = ignores(stacks);
      ignores.problems().forEach(problem -> LOG.warn("{}", Plain.line(problem, 500)));
      ScannedNames names = new ScannedNames(types);
      List<StackRequest> requests =
          plans.of(stacks).stream().map(names::noting).map(slices::noting).toList();
      Report found =
          wiring.scanBy(deadline, requests, ignores, key, slices.over(wiring.observer()));
      Report report =
          causes.told(
              new PastCauses.Scanned(
                  found.since(slices.startedAt(found.startedAt())),
                  names::of,
                  PastCauses.globalRegion(connection.region()),
                  deadline),
              new TrailHistory(wiring.history()),
              configuration.events());
      if (!input.dryRun()) {
        index.ifPresent(it -> names.keep(report, it));
      }
      return new Scanned(
          report,
          destinations(configuration, stacks, input.part().isEmpty()),
          wiring.throttles() + slices.throttles(),
          slices.took());
    }
  }

  /** No bucket is listed once more for one of the stacks that an inventory found. */
  static Named found(Configuration configuration, RunItem item) throws SettingsException {
    Optional<Named> stack = new ConfiguredStacks(configuration).find(item.stack(), item.state());
    return stack.orElseThrow(
        () ->
            new SettingsException(
                "The configuration has no stack called %s with the state %s any more"
                    .formatted(item.stack(), item.state()),
                "The next run goes by the configuration as it is then."));
  }

  private CodeIgnores ignores(List<Named> stacks) {
    try (CodeIgnores.Folders folders = code.get()) {
      return CodeIgnores.read(stacks, folders);
    } catch (IOException kept) {
      LOG.warn("Fetched code could not be thrown away: {}", kept.getClass().getSimpleName());
      return CodeIgnores.NONE;
    }
  }

  StackPlans plans(Wiring wiring, Configuration configuration, ScanInput input, Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    Duration wait = left.dividedBy(2);
    return new StackPlans(
        wiring.states(),
        configuration.defaults().region().orElse(connection.region()),
        new ScanOptions(
            input.stacks(),
            List.of(),
            List.of(),
            input.unmanaged(),
            wait.compareTo(LOCK_WAIT) < 0 ? wait : LOCK_WAIT,
            left));
  }

  private static List<Named> named(StackPlans plans, Configuration configuration)
      throws SettingsException {
    try {
      List<Named> stacks = plans.stacks(configuration);
      if (stacks.isEmpty()) {
        throw new SettingsException(
            "The configuration names no stack", "Give it one under stacks.");
      }
      return stacks;
    } catch (SdkException unlisted) {
      throw new SettingsException(
          "Finding the states that the configuration's patterns name failed: "
              + unlisted.getClass().getSimpleName(),
          "Check that their buckets exist, and allow s3:ListBucket on them.",
          unlisted);
    } catch (IllegalArgumentException twice) {
      throw new SettingsException(
          "The stacks of the configuration cannot be told apart: " + twice.getMessage(),
          "Give each a name of its own.");
    }
  }

  private static void known(Set<String> asked, List<Named> stacks) throws SettingsException {
    Set<String> unknown = new LinkedHashSet<>(asked);
    stacks.forEach(stack -> unknown.remove(stack.name()));
    if (!unknown.isEmpty()) {
      throw new SettingsException(
          "The configuration has no stack called " + String.join(" or ", unknown),
          "Name one of: "
              + String.join(", ", stacks.stream().map(Named::name).limit(20).toList())
              + ".");
    }
  }

  /**
   * @param complete whether these are all stacks of the configuration
   */
  private static Destinations destinations(
      Configuration configuration, List<Named> stacks, boolean complete) {
    SequencedMap<String, Publish> byStack = new LinkedHashMap<>();
    Map<String, List<Offer>> offers = new HashMap<>();
    for (Named stack : stacks) {
      byStack.put(stack.name(), stack.settings().publish());
      offers.put(stack.name(), Destinations.offers(configuration, stack.settings()));
    }
    return new Destinations(byStack, offers, complete);
  }
}
