package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.tests.Expected.Unmanaged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A replayed account is the one that Terraform built, id by id, and changes when told to. */
class RecordedEstateTest {

  @RegisterExtension static final RecordedEstate HARBOUR = RecordedEstate.harbour().ownAccount();

  @Test
  void ids_are_those_in_the_state() throws IOException {
    String vpc = recorded("aws_vpc", "cidr_block", "10.40.0.0/16", "id");
    String key = recorded("aws_kms_key", "description", "Signs bills of lading", "key_id");

    assertThat(
            EmulatedAws.client(Ec2Client.builder(), HARBOUR.endpoint())
                .describeVpcs(r -> r.vpcIds(vpc))
                .vpcs())
        .hasSize(1);
    assertThat(
            EmulatedAws.client(KmsClient.builder(), HARBOUR.endpoint())
                .describeKey(r -> r.keyId(key))
                .keyMetadata()
                .description())
        .isEqualTo("Signs bills of lading");
  }

  @Test
  void queues_have_the_urls_that_aws_gives_them() throws IOException {
    String url = recorded("aws_sqs_queue", "name", "harbour-bookings", "url");

    assertThat(
            EmulatedAws.client(SqsClient.builder(), HARBOUR.endpoint())
                .getQueueUrl(r -> r.queueName("harbour-bookings"))
                .queueUrl())
        .isEqualTo(url)
        .isEqualTo("https://sqs.us-east-1.amazonaws.com/123456789012/harbour-bookings");
  }

  @Test
  void the_clock_stands_where_the_recording_left_it() {
    assertThat(
            EmulatedAws.client(DynamoDbClient.builder(), HARBOUR.endpoint())
                .describeTable(r -> r.tableName("harbour-tariffs"))
                .table()
                .creationDateTime())
        .isBetween("2026-11-02T09:00:00Z", "2026-11-02T09:10:00Z");
  }

  @Test
  void one_change_can_be_made_alone() {
    HARBOUR.change("51-rogue-bucket");

    assertThat(EmulatedAws.client(S3Client.builder(), HARBOUR.endpoint()).listBuckets().buckets())
        .extracting(bucket -> bucket.name())
        .contains("harbour-rogue", "harbour-papers");
  }

  @Test
  void what_terraform_said_is_known() {
    Expected expected = HARBOUR.expected();

    assertThat(expected.resources()).isEqualTo(79);
    assertThat(expected.drift()).hasSize(49);
    assertThat(expected.reported()).doesNotContainKey("aws_security_group.workers").hasSize(45);
    assertThat(expected.unmanaged()).contains(new Unmanaged("aws_s3_bucket", "harbour-rogue"));
  }

  @Test
  void the_demo_differs_in_eight_things_and_no_more() {
    Expected expected = RecordedEstate.demo().expected();

    assertThat(expected.reported())
        .containsOnlyKeys(
            "aws_cloudwatch_log_group.web",
            "aws_dynamodb_table.carts",
            "aws_ecs_service.web",
            "aws_iam_role_policy_attachment.web[\"orders\"]",
            "aws_security_group.web",
            "aws_sns_topic.event[\"order-shipped\"]",
            "module.bucket[\"orders\"].aws_s3_bucket_public_access_block.this");
    assertThat(expected.unmanaged())
        .containsExactly(new Unmanaged("aws_s3_bucket", "teashop-scratch"));
  }

  private static String recorded(String type, String by, String value, String attribute)
      throws IOException {
    Path state = HARBOUR.freshState();
    JsonNode resources = new ObjectMapper().readTree(state.toFile()).path("resources");
    return StreamSupport.stream(resources.spliterator(), false)
        .filter(resource -> resource.path("type").asText().equals(type))
        .flatMap(resource -> StreamSupport.stream(resource.path("instances").spliterator(), false))
        .map(instance -> instance.path("attributes"))
        .filter(attributes -> attributes.path(by).asText().equals(value))
        .map(attributes -> attributes.path(attribute).asText())
        .findFirst()
        .orElseThrow();
  }
}
