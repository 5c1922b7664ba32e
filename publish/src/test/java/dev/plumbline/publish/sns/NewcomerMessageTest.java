package dev.plumbline.publish.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.publish.Newcomer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** What a topic hears of resources that no stack manages. */
class NewcomerMessageTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:drift";

  @Test
  void people_read_what_it_is_and_who_made_it_and_programs_the_same_as_json() throws Exception {
    PublishRequest message =
        new NewcomerMessage(List.of(newcomer("rogue")), List.of("net.tfstate could not be read"))
            .request(TOPIC);

    assertThat(message.subject()).isEqualTo("Plumbline: 1 new resource in no stack");
    assertThat(message.messageAttributes().get("status").stringValue()).isEqualTo("UNMANAGED");
    JsonNode both = JSON.readTree(message.message());
    assertThat(both.path("default").asText())
        .contains("aws_s3_bucket rogue (123456789012 us-east-1)")
        .contains("CreateBucket by ana (role Admin), by console, 2026-11-22T12:00:00Z")
        .contains("net.tfstate could not be read");
    JsonNode found = JSON.readTree(both.path("sqs").asText()).at("/unmanaged/0");
    assertThat(found.path("id").asText()).isEqualTo("rogue");
    assertThat(found.at("/cause/principal").asText()).isEqualTo("ana (role Admin)");
  }

  @Test
  void what_is_called_like_a_line_or_is_very_long_stays_in_its_line_and_fits() throws Exception {
    List<Newcomer> all =
        Collections.nCopies(NewcomerMessage.MOST, newcomer("a\nb\u00e4".repeat(3_000)));

    String message = new NewcomerMessage(all, List.of()).request(TOPIC).message();

    assertThat(message.getBytes(UTF_8)).hasSizeLessThan(250 * 1024);
    assertThat(JSON.readTree(message).path("default").asText()).doesNotContain("a\nb");
  }

  private static Newcomer newcomer(String bucket) {
    return new Newcomer(
        new Unmanaged("aws_s3_bucket", bucket, "123456789012", "us-east-1"),
        new Cause(
            "ana (role Admin)", "CreateBucket", Instant.parse("2026-11-22T12:00:00Z"), "console"));
  }
}
