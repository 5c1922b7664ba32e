package dev.plumbline.tests.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** CloudTrail's records of calls, as EventBridge hands them on. */
final class Trail {

  private static final JsonMapper JSON = new JsonMapper();

  private Trail() {}

  /** A call that somebody signed in by IAM Identity Center made in the console. */
  static String console(String who, String service, String call, Instant at, String parameters)
      throws JsonProcessingException {
    return console(who, service, call, at, parameters, "null");
  }

  /** The same with what was answered. */
  static String console(
      String who, String service, String call, Instant at, String parameters, String answer)
      throws JsonProcessingException {
    ObjectNode record = record(service, call, at, parameters);
    record.set("responseElements", JSON.readTree(answer));
    record.put("sessionCredentialFromConsole", "true").put("userAgent", "AWS Internal");
    ObjectNode identity = record.putObject("userIdentity").put("type", "AssumedRole");
    identity.put("arn", "arn:aws:sts::123456789012:assumed-role/Admin/" + who);
    identity
        .putObject("sessionContext")
        .putObject("sessionIssuer")
        .put("type", "Role")
        .put("arn", "arn:aws:iam::123456789012:role/Admin")
        .put("userName", "Admin");
    ObjectNode event = JSON.createObjectNode().put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "AWS API Call via CloudTrail").put("source", "aws." + service);
    event.put("account", "123456789012").put("time", at.toString()).put("region", "us-east-1");
    event.putArray("resources");
    event.set("detail", record);
    return event.toString();
  }

  private static ObjectNode record(String service, String call, Instant at, String parameters)
      throws JsonProcessingException {
    ObjectNode record = JSON.createObjectNode().put("eventVersion", "1.11");
    record.put("eventTime", at.toString()).put("eventSource", service + ".amazonaws.com");
    record.put("eventName", call).put("awsRegion", "us-east-1");
    record.put("sourceIPAddress", "203.0.113.7").put("eventID", UUID.randomUUID().toString());
    record.set("requestParameters", JSON.readTree(parameters));
    record.putNull("responseElements");
    record.put("readOnly", false).put("eventType", "AwsApiCall").put("managementEvent", true);
    return record.put("recipientAccountId", "123456789012").put("eventCategory", "Management");
  }
}
