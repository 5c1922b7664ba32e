package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.StackPlans.Named;
import dev.plumbline.wiring.Wiring;
import dev.plumbline.wiring.publish.Destinations;
import dev.plumbline.wiring.remediate.DeployedStacks;
import dev.plumbline.wiring.remediate.NamedStack;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scans parts of what lives on AWS. A state that is locked is not waited for. Thread-safe. */
public final class AwsParts implements Parts {

  private final Connection connection;
  private final AwsTypes types;
  private final DeployedStacks.Code code;
  private final DeployedStacks.Key key;
  private final InstantSource clock;

  /**
   * @param code what the stacks' code ignores
   * @param key what fingerprints are made with
   */
  public AwsParts(
      Connection connection,
      AwsTypes types,
      DeployedStacks.Code code,
      DeployedStacks.Key key,
      InstantSource clock) {
    this.connection = connection;
    this.types = types;
    this.code = code;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public Optional<Part> scan(Configuration configuration, Question question) throws IOException {
    try (Wiring wiring = new Wiring(connection, configuration)) {
      StackPlans plans = plans(wiring, configuration, question);
      Optional<Named> stack = NamedStack.of(plans, configuration, question.stack());
      return stack.isEmpty()
          ? Optional.empty()
          : Optional.of(scan(wiring, plans, configuration, stack.get(), question));
    }
  }

  private Part scan(
      Wiring wiring, StackPlans plans, Configuration configuration, Named stack, Question question)
      throws IOException {
    StackRequest request = plans.of(List.of(stack)).getFirst();
    StateNames names = new StateNames(request.source(), types);
    Narrowed narrowed = new Narrowed(names, types, question.touched(), question.known());
    Report report =
        wiring.scanBy(
            question.deadline(),
            List.of(
                request
                    .withSource(narrowed)
                    .withWanted(narrowed::isWanted)
                    .withAspects(narrowed::aspects)),
            code.of(List.of(stack)),
            key.bytes());
    return new Part(
        report,
        Destinations.of(stack.name(), configuration, stack.settings()),
        narrowed.managed(),
        narrowed::origins,
        names::indexed,
        wiring.throttles());
  }

  private StackPlans plans(Wiring wiring, Configuration configuration, Question question) {
    return new StackPlans(
        wiring.states(),
        configuration.defaults().region().orElse(connection.region()),
        new ScanOptions(
            Set.of(),
            List.of(),
            List.of(),
            false,
            Duration.ZERO,
            Duration.between(clock.instant(), question.deadline())));
  }
}
