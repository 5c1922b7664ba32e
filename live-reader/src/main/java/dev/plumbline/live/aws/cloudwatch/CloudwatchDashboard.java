package dev.plumbline.live.aws.cloudwatch;

import static dev.plumbline.engine.Meaning.JSON;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;

/**
 * {@code aws_cloudwatch_dashboard}, named by its name. Dashboards are an account's, whatever region
 * is asked; the listing lacks their bodies.
 */
public final class CloudwatchDashboard implements ResourceType {

  private static final String GET = "cloudwatch:GetDashboard";
  private static final String LIST = "cloudwatch:ListDashboards";

  /** The code of the query protocol and its exception's name. */
  private static final Set<String> NOT_FOUND = Set.of("ResourceNotFound", "DashboardNotFoundError");

  @Override
  public String name() {
    return "aws_cloudwatch_dashboard";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(JSON, "dashboard_body");
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String name = recorded.id();
    return scope
        .find(GET, NOT_FOUND, () -> Alarms.client(scope).getDashboard(r -> r.dashboardName(name)))
        .<Observation>map(
            answer ->
                batch.attributes().from(answer).put("id", name).put("dashboard_name", name).found())
        .orElseGet(() -> new Observation.Gone(GET + " says that the dashboard does not exist"));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            Alarms.client(scope).listDashboardsPaginator().dashboardEntries().stream()
                .map(DashboardEntry::dashboardName)
                .toList());
  }
}
