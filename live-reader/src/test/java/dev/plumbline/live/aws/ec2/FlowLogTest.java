package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;

final class FlowLogTest {

  private static final RecordedResource RECORDED =
      recorded("aws_flow_log", Map.of("id", Value.of("fl-1")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final dev.plumbline.live.aws.ec2.FlowLog type = new dev.plumbline.live.aws.ec2.FlowLog();

  @Test
  void reads_a_log_under_terraforms_own_names() {
    ec2.answering("describeFlowLogs", logs(log("vpc-1")));
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:vpc-flow-log/fl-1"))
        .containsEntry("vpc_id", Value.of("vpc-1"))
        .containsEntry("subnet_id", Value.none())
        .containsEntry("traffic_type", Value.of("REJECT"))
        .containsEntry("iam_role_arn", Value.of("arn:aws:iam::123456789012:role/flows"))
        .containsEntry("deliver_cross_account_role", Value.none())
        .containsEntry("log_destination", Value.of("arn:aws:s3:::flows"))
        .containsEntry("log_destination_type", Value.of("s3"))
        .containsEntry("log_format", Value.of("${version}"))
        .containsEntry("log_group_name", Value.none())
        .containsEntry("max_aggregation_interval", Value.of(60))
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
    assertThat(ec2.found(type, RECORDED).at("destination_options").items())
        .containsExactly(
            Value.of(
                Map.of(
                    "file_format", Value.of("parquet"),
                    "hive_compatible_partitions", Value.of(true),
                    "per_hour_partition", Value.of(false))));
  }

  @ParameterizedTest
  @CsvSource({
    "vpc-1, vpc_id",
    "subnet-1, subnet_id",
    "eni-1, eni_id",
    "tgw-1, transit_gateway_id",
    "tgw-attach-1, transit_gateway_attachment_id"
  })
  void what_is_watched_shows_in_its_id(String watched, String attribute) {
    ec2.answering("describeFlowLogs", logs(log(watched)));

    Value.Mapping found = ec2.found(type, RECORDED);
    assertThat(found.at(attribute)).isEqualTo(Value.of(watched));
    assertThat(found.entries().values()).filteredOn(Value.of(watched)::equals).hasSize(1);
    assertThat(found.at("traffic_type").isEmpty()).isEqualTo(watched.startsWith("tgw-"));
  }

  @Test
  void a_log_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.denying("describeFlowLogs");

    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void every_log_is_discovered() {
    ec2.answering("describeFlowLogs", logs(log("vpc-1")));

    assertThat(ec2.discover(type)).containsExactly("fl-1");
  }

  private static DescribeFlowLogsResponse logs(FlowLog... logs) {
    return DescribeFlowLogsResponse.builder().flowLogs(logs).build();
  }

  private static FlowLog log(String watched) {
    return FlowLog.builder()
        .flowLogId("fl-1")
        .resourceId(watched)
        .trafficType("REJECT")
        .deliverLogsPermissionArn("arn:aws:iam::123456789012:role/flows")
        .logDestination("arn:aws:s3:::flows")
        .logDestinationType("s3")
        .logFormat("${version}")
        .maxAggregationInterval(60)
        .destinationOptions(
            o -> o.fileFormat("parquet").hiveCompatiblePartitions(true).perHourPartition(false))
        .tags(FakeNetwork.TAGS)
        .build();
  }
}
