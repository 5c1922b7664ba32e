package dev.plumbline.wiring.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.live.aws.Interest;
import dev.plumbline.live.aws.Interest.Mention;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * A call that changed something, as EventBridge hands on CloudTrail's record of it. Holds no value
 * of the call's, only what things are called. Immutable.
 *
 * <p>Source: the CloudTrail record contents reference.
 *
 * @param account whose resources it changed
 * @param cause who made it, and when
 * @param role the ARN of the role it was made with, or of the user; "" where there is none
 * @param mentions what the call names
 * @param made what the call and its answer name, where it is one that makes things
 */
public record CloudTrailEvent(
    String account,
    String region,
    Cause cause,
    String role,
    List<Mention> mentions,
    List<Mention> made) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CALL = "AwsApiCall";
  private static final String ACCOUNT = "recipientAccountId";
  private static final int LONGEST = 200;

  public CloudTrailEvent {
    mentions = List.copyOf(mentions);
    made = List.copyOf(made);
  }

  /**
   * Reads a message.
   *
   * @param body EventBridge's event, with the record as its {@code detail}
   * @return empty where it tells of nothing that was changed: a call that failed, or only read, or
   *     what a service did by itself
   * @throws EventFormatException where it is no such event
   */
  public static Optional<CloudTrailEvent> read(String body) throws EventFormatException {
    JsonNode event = tree(body);
    JsonNode record = event.path("detail");
    // Who may put events on a bus writes the record as he likes, but not whose event it is.
    String sender = event.path("account").asText();
    if (!sender.isEmpty() && !sender.equals(record.path(ACCOUNT).asText())) {
      throw new EventFormatException("its record is of another account than the event");
    }
    return of(record);
  }

  /**
   * Reads a record alone, as CloudTrail itself hands it out.
   *
   * @throws EventFormatException where it is none
   */
  static Optional<CloudTrailEvent> ofRecord(String json) throws EventFormatException {
    return of(tree(json));
  }

  private static JsonNode tree(String json) throws EventFormatException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new EventFormatException("it is not JSON", e);
    }
  }

  private static Optional<CloudTrailEvent> of(JsonNode record) throws EventFormatException {
    String source = required(record, "eventSource");
    String call = required(record, "eventName");
    Instant at = time(required(record, "eventTime"));
    if (!changes(record)) {
      return Optional.empty();
    }
    String account = record.path(ACCOUNT).asText();
    if (!account.matches("\\d{12}")) {
      throw new EventFormatException("it does not say of which account it is");
    }
    Caller caller = new Caller(record);
    SequencedSet<Mention> mentions = new Mentions(source, call).of(record);
    List<Mention> made =
        Interest.isCreating(call)
            ? List.copyOf(new Mentions(source, call).ofAnswer(record))
            : List.of();
    return Optional.of(
        new CloudTrailEvent(
            account,
            record.path("awsRegion").asText(),
            new Cause(caller.principal(), call, at, caller.via()),
            caller.role(),
            new ArrayList<>(mentions),
            made));
  }

  /** A record without an error is of a call that was carried out. */
  private static boolean changes(JsonNode record) {
    return record.path("errorCode").asText().isEmpty()
        && !record.path("readOnly").asText().equals("true")
        && record.path("eventType").asText(CALL).equals(CALL);
  }

  private static String required(JsonNode record, String field) throws EventFormatException {
    String text = record.path(field).asText();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new EventFormatException("it has no " + field);
    }
    return text;
  }

  private static Instant time(String text) throws EventFormatException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new EventFormatException("its eventTime is no time", e);
    }
  }
}
