package dev.plumbline.wiring.events;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.plumbline.live.aws.AwsAccounts;
import dev.plumbline.live.aws.EventHistory;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** LookupEvents as CloudTrail's API reference has it; no emulator has it. */
class TrailHistoryTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TARGET =
      "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents";
  private static final Instant AUGUST = Instant.parse("2026-08-24T09:00:00Z");

  private final WireMockServer aws =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    aws.start();
    aws.stubFor(
        post(urlEqualTo("/"))
            .withRequestBody(containing("Action=GetCallerIdentity"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/xml")
                    .withBody(
                        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                            + "<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:role/plumbline</Arn>"
                            + "<UserId>A</UserId><Account>123456789012</Account></GetCallerIdentityResult>"
                            + "</GetCallerIdentityResponse>")));
  }

  @AfterEach
  void stop() {
    aws.stop();
  }

  @Test
  void records_are_asked_by_name_since_a_time_and_two_pages_of_them_are_read() throws Exception {
    aws.stubFor(
        lookUp("$.LookupAttributes[?(@.AttributeKey=='ResourceName')]")
            .willReturn(page("one", "a")));
    aws.stubFor(lookUp("$[?(@.NextToken=='a')]").willReturn(page("two", "b")));
    TrailHistory history = history();

    assertThat(history.of("123456789012", "us-east-1", "orders", AUGUST))
        .containsExactly("{\"eventName\":\"one\"}", "{\"eventName\":\"two\"}");

    assertThat(history.calls()).containsEntry("cloudtrail:LookupEvents", 2L);
    aws.verify(
        postRequestedFor(urlEqualTo("/"))
            .withHeader("X-Amz-Target", equalTo(TARGET))
            .withRequestBody(
                matchingJsonPath("$.LookupAttributes[0].AttributeValue", equalTo("orders")))
            .withRequestBody(matchingJsonPath("$.MaxResults", equalTo("50")))
            .withRequestBody(
                matchingJsonPath("$[?(@.StartTime == %d)]".formatted(AUGUST.getEpochSecond())))
            .withRequestBody(matchingJsonPath("$[?(!@.NextToken)]")));
  }

  @Test
  void who_may_not_look_is_told_what_to_allow_and_is_not_asked_again() {
    aws.stubFor(
        lookUp("$.LookupAttributes")
            .willReturn(
                error(
                    400,
                    "AccessDeniedException",
                    "User is not authorized to perform: cloudtrail:LookupEvents")));
    TrailHistory history = history();

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> history.of("123456789012", "us-east-1", "orders", AUGUST))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cloudtrail:LookupEvents");
    }
    assertThat(history.calls()).containsEntry("cloudtrail:LookupEvents", 1L);
  }

  @Test
  void an_account_without_a_role_is_not_asked() {
    assertThatThrownBy(() -> history().of("999999999999", "us-east-1", "orders", AUGUST))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no role is configured for account 999999999999");
  }

  private TrailHistory history() {
    return new TrailHistory(
        new EventHistory(
            new AwsAccounts(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")),
                Optional.of(URI.create(aws.baseUrl())),
                UrlConnectionHttpClient.create(),
                "us-east-1",
                Map.of())));
  }

  private static MappingBuilder lookUp(String path) {
    return post(urlEqualTo("/"))
        .withHeader("X-Amz-Target", equalTo(TARGET))
        .withRequestBody(matchingJsonPath(path));
  }

  private static ResponseDefinitionBuilder page(String call, String next) throws Exception {
    ObjectNode page = JSON.createObjectNode();
    ArrayNode events = page.putArray("Events");
    ObjectNode event =
        events
            .addObject()
            .put("EventId", "3b1c9f0e-0000-4000-8000-000000000000")
            .put("EventName", call)
            .put("ReadOnly", "false")
            .put("AccessKeyId", "ASIAIOSFODNN7EXAMPLE")
            .put("EventTime", 1_787_562_000.0)
            .put("EventSource", "sqs.amazonaws.com")
            .put("Username", "ana");
    event
        .putArray("Resources")
        .addObject()
        .put("ResourceType", "AWS::SQS::Queue")
        .put("ResourceName", "orders");
    event.put("CloudTrailEvent", "{\"eventName\":\"%s\"}".formatted(call));
    page.put("NextToken", next);
    return aResponse()
        .withHeader("Content-Type", "application/x-amz-json-1.1")
        .withBody(JSON.writeValueAsString(page));
  }

  private static ResponseDefinitionBuilder error(int status, String code, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/x-amz-json-1.1")
        .withBody("{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
  }
}
