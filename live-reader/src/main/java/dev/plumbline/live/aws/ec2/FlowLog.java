package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.Filter;

/** {@code aws_flow_log}. What it watches shows in the form of one id. */
public final class FlowLog implements ResourceType {

  private static final String LIST = "ec2:DescribeFlowLogs";

  /** The attribute for what is watched, by how its id begins; the longer beginning first. */
  private static final List<Map.Entry<String, String>> WATCHED =
      List.of(
          Map.entry("vpc-", "vpc_id"),
          Map.entry("subnet-", "subnet_id"),
          Map.entry("eni-", "eni_id"),
          Map.entry("tgw-attach-", "transit_gateway_attachment_id"),
          Map.entry("tgw-", "transit_gateway_id"));

  @Override
  public String name() {
    return "aws_flow_log";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    Map<String, software.amazon.awssdk.services.ec2.model.FlowLog> logs =
        Listings.byId(
            scope,
            batch.ids(),
            ids -> list(scope, List.of(Ec2.filter("flow-log-id", ids))),
            () -> all(scope),
            software.amazon.awssdk.services.ec2.model.FlowLog::flowLogId);
    return batch.each(
        recorded -> {
          var log = logs.get(recorded.id());
          return log == null ? Ec2.notListed(LIST) : observed(batch, recorded, log);
        });
  }

  private static Observation observed(
      Batch batch,
      RecordedResource recorded,
      software.amazon.awssdk.services.ec2.model.FlowLog log) {
    String watched = String.valueOf(log.resourceId());
    Attributes attributes = batch.attributes().from(log);
    WATCHED.forEach(each -> attributes.put(each.getValue(), null));
    WATCHED.stream()
        .filter(each -> watched.startsWith(each.getKey()))
        .findFirst()
        .ifPresent(each -> attributes.put(each.getValue(), watched));
    if (watched.startsWith("tgw-")) {
      // a gateway's log has no choice of traffic, whatever EC2 answers
      attributes.put("traffic_type", recorded.at("traffic_type"));
    }
    AwsScope scope = batch.scope();
    return attributes
        .put("id", recorded.id())
        .put("arn", Ec2.arn(scope, scope.account(), "vpc-flow-log/", recorded.id()))
        .put("iam_role_arn", log.deliverLogsPermissionArn())
        .tags(log.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return all(scope).stream()
        .map(software.amazon.awssdk.services.ec2.model.FlowLog::flowLogId)
        .toList();
  }

  private static List<software.amazon.awssdk.services.ec2.model.FlowLog> all(AwsScope scope) {
    return scope.shared(LIST, () -> list(scope, List.of()));
  }

  private static List<software.amazon.awssdk.services.ec2.model.FlowLog> list(
      AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeFlowLogsPaginator(r -> r.filter(filters).maxResults(Ec2.PAGE))
                .flowLogs()
                .stream()
                .toList());
  }
}
