package dev.plumbline.cdk;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;

/** What scans found and cost, and which stacks it was: those the log is asked for. */
record ScanWidgets(ServiceMetrics metrics, List<ServiceFunction> functions) {

  private static final int WIDTH = 12;
  private static final int ALL = 24;
  private static final Duration PERIOD = Duration.hours(1);

  /** Each is a row of the dashboard. */
  List<IWidget[]> rows() {
    return List.of(
        new IWidget[] {
          graph("Drift", "Sum", "DriftCritical", "DriftHigh", "DriftMedium", "DriftLow"),
          graph("Not read", "Sum", "Unreadable", "Unsupported", "StacksFailed", "StacksDeferred")
        },
        new IWidget[] {
          graph("Coverage, the least, %", "Minimum", "Coverage"),
          graph("Calls to AWS", "Sum", "ApiCalls", "Throttles")
        },
        new IWidget[] {
          graph("Scan, the longest, ms", "Maximum", "ScanDuration"),
          graph("Estimated cost, USD", "Sum", "EstimatedCost")
        },
        new IWidget[] {
          graph("Work waited, the longest, s", "Maximum", "QueueAge"),
          graph("Scanned", "Sum", "Stacks", "Resources")
        },
        new IWidget[] {byStack()});
  }

  private IWidget graph(String title, String statistic, String... names) {
    List<IMetric> shown =
        Stream.of(names).<IMetric>map(name -> metrics.of(name, statistic, PERIOD)).toList();
    return GraphWidget.Builder.create().title(title).width(WIDTH).left(shown).build();
  }

  /** A metric for each stack would cost 0.30 USD a month; reading the log costs what is read. */
  private IWidget byStack() {
    return LogQueryWidget.Builder.create()
        .title("Stacks, the most drifted first")
        .width(ALL)
        .logGroupNames(
            functions.stream()
                .map(each -> each.function().getLogGroup().getLogGroupName())
                .toList())
        .queryLines(
            List.of(
                "filter ispresent(StacksFailed)",
                "stats latest(DriftCritical) as critical, latest(DriftHigh) as high,"
                    + " latest(DriftMedium) as medium, latest(DriftLow) as low,"
                    + " latest(Unreadable) as unreadable, latest(Coverage) as coverage,"
                    + " latest(status) as ended by stack",
                "sort critical desc, high desc, medium desc, low desc, unreadable desc",
                "limit 100"))
        .build();
  }
}
