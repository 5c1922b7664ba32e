package dev.plumbline.wiring.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTrailEventTest {

  private static CloudTrailEvent event(String more) throws EventFormatException {
    return CloudTrailEvent.read(body(more)).orElseThrow();
  }

  private static String body(String more) {
    return """
    {"detail":{"eventTime":"2026-11-22T09:00:00Z","eventSource":"sqs.amazonaws.com",
     "eventName":"SetQueueAttributes","awsRegion":"us-east-1","recipientAccountId":"123456789012",
     "requestParameters":{"queueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/q"},%s}}"""
        .formatted(more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"IAMUser\",\"userName\":\"ana\",\"arn\":\"arn:aws:iam::123456789012:user/ana\"}; ana",
        "{\"type\":\"Root\",\"accountId\":\"123456789012\"}; root of 123456789012",
        "{\"type\":\"AWSService\",\"invokedBy\":\"autoscaling.amazonaws.com\"}; autoscaling.amazonaws.com",
        "{\"type\":\"AWSAccount\",\"accountId\":\"999999999999\"}; account 999999999999",
        "{\"type\":\"FederatedUser\",\"arn\":\"arn:aws:sts::123456789012:federated-user/eve\"}; eve",
        "{\"type\":\"IdentityCenterUser\",\"onBehalfOf\":{\"userId\":\"u-1\"}}; Identity Center user u-1",
        "{\"type\":\"AssumedRole\",\"arn\":\"arn:aws:sts::123456789012:assumed-role/Admin/ana@acme.example\",\"sessionContext\":{\"sessionIssuer\":{\"userName\":\"Admin\"}}}; ana@acme.example (role Admin)",
        "{\"type\":\"AssumedRole\",\"arn\":\"arn:aws:sts::123456789012:assumed-role/Admin/s1\",\"sessionContext\":{\"sourceIdentity\":\"ana\",\"sessionIssuer\":{\"userName\":\"Admin\"}}}; ana (role Admin, session s1)",
        "{\"type\":\"Unknown\"}; unknown"
      })
  void it_says_who_made_the_call(String identity, String who) throws Exception {
    assertThat(event("\"userIdentity\":" + identity).cause().principal()).isEqualTo(who);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"sessionCredentialFromConsole\":\"true\",\"userAgent\":\"AWS Internal\"; console",
        "\"userAgent\":\"console.amazonaws.com\"; console",
        "\"userAgent\":\"Mozilla/5.0 (X11)\"; console",
        "\"userAgent\":\"aws-cli/2.22.0 md/awscrt#0.23.4\"; cli",
        "\"userAgent\":\"APN/1.0 HashiCorp/1.0 Terraform/1.11.4 (+https://www.terraform.io)\"; terraform",
        "\"userAgent\":\"Boto3/1.40 md/Botocore#1.40\"; sdk",
        "\"userAgent\":\"aws-sdk-go-v2/1.36.0\"; sdk",
        "\"sourceIPAddress\":\"cloudformation.amazonaws.com\",\"userAgent\":\"x\"; cloudformation.amazonaws.com",
        "\"userAgent\":\"curl/8\"; api"
      })
  void it_says_with_what(String fields, String via) throws Exception {
    assertThat(event(fields).cause().via()).isEqualTo(via);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"errorCode\":\"AccessDenied\"",
        "\"readOnly\":true",
        "\"eventType\":\"AwsServiceEvent\""
      })
  void what_changed_nothing_is_passed_over(String fields) throws Exception {
    assertThat(CloudTrailEvent.read(body(fields))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"detail\":{}}",
        "{\"detail\":\"x\"}",
        "{\"detail\":{\"eventName\":7}}"
      })
  void what_is_no_event_is_said_to_be_none_without_being_quoted(String body) {
    assertThatExceptionOfType(EventFormatException.class)
        .isThrownBy(() -> CloudTrailEvent.read(body))
        .withMessageStartingWith("it ");
  }

  @Test
  void only_what_may_be_a_name_is_taken_out_of_a_call() throws Exception {
    CloudTrailEvent event =
        CloudTrailEvent.read(
                body("\"x\":1")
                    .replace(
                        "\"queueUrl\"",
                        "\"policy\":\"{ \\\"Statement\\\": [] }\",\"note\":\"two words\",\"n\":5,\"queueUrl\""))
            .orElseThrow();

    assertThat(event.mentions())
        .extracting(each -> each.parameter() + "=" + each.name())
        .containsExactly(
            "queueUrl=https://sqs.us-east-1.amazonaws.com/123456789012/q", "queueUrl=q");
  }
}
