package dev.plumbline.live.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesResponse;

final class CloudwatchEventArchiveTest {

  private static final CloudwatchEventArchive TYPE = new CloudwatchEventArchive();
  private static final Map<String, String> RECORDED = Map.of("id", "ships");

  private final FakeClient<EventBridgeClient> events =
      FakeClient.of(EventBridgeClient.class)
          .on(
              DescribeArchiveRequest.class,
              DescribeArchiveResponse.builder()
                  .archiveName("ships")
                  .archiveArn("arn:aws:events:us-east-1:123456789012:archive/ships")
                  .description("every ship")
                  .eventPattern("{\"source\":[\"ship\"]}")
                  .eventSourceArn("arn:bus")
                  .retentionDays(7)
                  .build());

  @Test
  void reads_an_archive_under_terraforms_own_names() {
    Value.Mapping archive = events.found(TYPE, RECORDED);

    assertThat(archive.at("name")).isEqualTo(Value.of("ships"));
    assertThat(archive.at("arn").text()).endsWith("archive/ships");
    assertThat(archive.at("description")).isEqualTo(Value.of("every ship"));
    assertThat(archive.at("event_pattern").text()).contains("ship");
    assertThat(archive.at("event_source_arn")).isEqualTo(Value.of("arn:bus"));
    assertThat(archive.at("retention_days")).isEqualTo(Value.of(7));
  }

  @Test
  void an_archive_that_eventbridge_says_does_not_exist_is_gone() {
    events.failing(DescribeArchiveRequest.class, "ResourceNotFoundException");

    assertThat(events.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    events.assertDenied(DescribeArchiveRequest.class, "events:DescribeArchive", TYPE, RECORDED);
  }

  @Test
  void discovers_archives_by_name() {
    events.on(
        ListArchivesRequest.class,
        ListArchivesResponse.builder().archives(archive -> archive.archiveName("carts")).build());

    assertThat(events.discover(TYPE)).containsExactly("carts");
  }
}
