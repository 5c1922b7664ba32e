package dev.plumbline.functions;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.scan.Merge.Dated;
import dev.plumbline.functions.metrics.PartMetrics;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.wiring.events.AwsEstate;
import dev.plumbline.wiring.events.Changes;
import dev.plumbline.wiring.events.EventBatch;
import dev.plumbline.wiring.events.Newcomers;
import dev.plumbline.wiring.events.SqsEventQueue;
import dev.plumbline.wiring.publish.LastReports;
import dev.plumbline.wiring.publish.PartReport;
import dev.plumbline.wiring.publish.ReportStore;
import dev.plumbline.wiring.settings.CommandEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.store.EventStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what looking at changes needs, once per container. */
final class EventWiring {

  private final ContainerWiring container;
  private final CommandEnvironment environment;
  private final ServiceWiring service;
  private final AwsTypes types = ResourceTypes.aws();
  private final InstantSource clock = InstantSource.system();

  private EventWiring(
      ContainerWiring container, CommandEnvironment environment, ServiceWiring service) {
    this.container = container;
    this.environment = environment;
    this.service = service;
  }

  /**
   * For a function with those environment variables.
   *
   * @throws SettingsException where they cannot be used
   */
  static EventWiring of(Map<String, String> variables) throws SettingsException {
    ContainerWiring container = ContainerWiring.of(variables);
    return new EventWiring(container, new CommandEnvironment(variables), container.service());
  }

  EventBatch batch() throws SettingsException {
    EventStore events = service.events();
    LastReports last =
        service.lastReports(new ReportStore(container.aws().s3(), container.reportBucket()));
    Changes changes =
        new Changes(
            container.parts(types),
            wholes(container.run()),
            last,
            container.publishing(),
            service.stacks(),
            events.readings(),
            events.index(),
            container::keyBytes,
            PartMetrics.inLog(environment.variables())::tell,
            clock);
    return new EventBatch(
        types,
        container::deployed,
        events.index(),
        changes,
        new Newcomers(
            new AwsEstate(container.connection(), clock),
            container.newcomerAlerts(events.readings()),
            clock),
        new SqsEventQueue(container.aws().sqs(), environment.eventQueue()),
        clock);
  }

  private static Changes.WholeScans wholes(ScanRun run) {
    return (stack, attribution, left) -> {
      ScanInput input = new ScanInput(Set.of(stack), false, false, false);
      try {
        ScanSummary summary =
            run.scan(input, left, Optional.empty(), report -> attributed(report, attribution));
        List<String> problems = summary.problems();
        if (!problems.isEmpty()) {
          throw new IOException(problems.getFirst());
        }
      } catch (SettingsException | ConfigurationException e) {
        throw new IOException(e.getMessage(), e);
      }
    };
  }

  private static Report attributed(Report report, PartReport.Attribution attribution) {
    return report.with(
        report.stacks().stream().map(each -> attributed(each, report, attribution)).toList(),
        report.accountCoverage());
  }

  /** Nothing is known of it before. */
  private static StackReport attributed(
      StackReport stack, Report report, PartReport.Attribution attribution) {
    Dated nothing = new Dated(stack.withResources(List.of()), report.startedAt());
    return stack.withResources(
        stack.resources().stream().map(attribution.against(nothing)).toList());
  }
}
