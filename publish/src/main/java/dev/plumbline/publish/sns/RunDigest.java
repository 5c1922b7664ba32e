package dev.plumbline.publish.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.RunReport;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.render.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * One message for all that a run has to tell a topic: short text for people, JSON for programs.
 *
 * @param run the whole run
 * @param news the topic's stacks whose drift is another than it was told
 * @param unread the topic's stacks of which nothing was read
 * @param untold the topic's stacks that were scanned, and of which not everybody could be told
 */
public record RunDigest(
    RunReport run, List<Result> news, List<Result> unread, List<Result> untold) {

  private static final int LISTED = 30;

  private static final int NAME = 200;

  private static final Comparator<Result> WORST_FIRST =
      Comparator.comparingInt(RunDigest::worst).reversed().thenComparing(Result::stack);

  public RunDigest {
    news = news.stream().sorted(WORST_FIRST).toList();
    unread = List.copyOf(unread);
    untold = List.copyOf(untold);
  }

  /** The message. */
  public PublishRequest request(String topicArn) throws IOException {
    return Envelope.to(topicArn, heading())
        .message(message())
        .messageStructure("json")
        .messageAttributes(attributes())
        .build();
  }

  private String heading() {
    String drifted = Phrases.count(run.drifted().size(), "stack") + " drifted";
    return run.unread().isEmpty()
        ? "%s of %,d".formatted(drifted, run.results().size())
        : "%s, %,d not scanned of %,d"
            .formatted(drifted, run.unread().size(), run.results().size());
  }

  /** As many stacks as fit, however long their names are. */
  private String message() throws IOException {
    int listed = LISTED;
    String message = message(listed);
    while (message.getBytes(UTF_8).length > Envelope.LIMIT && listed > 0) {
      listed = listed / 2;
      message = message(listed);
    }
    return message;
  }

  private String message(int listed) throws IOException {
    return Envelope.message(text(), document(listed));
  }

  String text() {
    StringBuilder text = new StringBuilder("%s.\n".formatted(heading()));
    if (!news.isEmpty()) {
      text.append("\nNew or changed since the last message:\n");
      news.stream().limit(LISTED).map(RunDigest::newsLine).forEach(text::append);
      text.append(more(news.size()));
    }
    section("Not scanned, so that nothing is known of their drift", unread, text);
    section("Scanned, but an issue or a message could not be written", untold, text);
    if (!run.problems().isEmpty()) {
      text.append("\nStacks that could not be looked for:\n");
      run.problems().stream()
          .limit(LISTED)
          .forEach(each -> text.append("%s\n".formatted(safe(each))));
    }
    return text.toString();
  }

  private static void section(String title, List<Result> stacks, StringBuilder text) {
    if (!stacks.isEmpty()) {
      text.append("\n%s:\n".formatted(title));
      stacks.stream().limit(LISTED).map(RunDigest::problemLine).forEach(text::append);
      text.append(more(stacks.size()));
    }
  }

  private static String newsLine(Result stack) {
    String severity = stack.worst().map(Severity::name).orElse("CLEAN");
    return "%-8s  %s: %s %s\n"
        .formatted(severity, safe(stack.stack()), Phrases.drift(stack.summary()), stack.issue());
  }

  private static String problemLine(Result stack) {
    return "%s: %s\n".formatted(safe(stack.stack()), safe(problem(stack)));
  }

  private static String more(int all) {
    return all > LISTED ? "and %,d more\n".formatted(all - LISTED) : "";
  }

  private String document(int listed) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("formatVersion", Report.FORMAT_VERSION);
      json.writeStringField("run", run.run());
      json.writeStringField("finishedAt", run.endedAt().toString());
      json.writeObjectFieldStart("stacks");
      json.writeNumberField("all", run.results().size());
      json.writeNumberField("scanned", run.count(StackStatus.SCANNED));
      json.writeNumberField("deferred", run.count(StackStatus.DEFERRED));
      json.writeNumberField("failed", run.count(StackStatus.FAILED));
      json.writeNumberField("drifted", run.drifted().size());
      json.writeEndObject();
      array("changed", news, listed, json);
      array("unread", unread, listed, json);
      array("untold", untold, listed, json);
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void array(String name, List<Result> stacks, int listed, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Result stack : stacks.stream().limit(listed).toList()) {
      json.writeStartObject();
      json.writeStringField("stack", cut(stack.stack()));
      json.writeStringField("status", stack.status().name());
      json.writeNumberField("drifted", stack.summary().drifted());
      json.writeNumberField("deleted", stack.summary().deleted());
      json.writeStringField("severity", stack.worst().map(Severity::name).orElse("NONE"));
      json.writeStringField("issue", cut(stack.issue()));
      json.writeStringField("report", cut(stack.reportUri()));
      json.writeStringField("problem", cut(problem(stack)));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField(name + "Omitted", Math.max(0, stacks.size() - listed));
  }

  private Map<String, MessageAttributeValue> attributes() {
    Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
    boolean drifted = news.stream().anyMatch(each -> RunReport.drift(each) > 0);
    attributes.put(
        "status", Envelope.string(drifted ? "DRIFTED" : news.isEmpty() ? "TROUBLE" : "CLEAN"));
    Optional<Severity> worst =
        news.stream().flatMap(each -> each.worst().stream()).max(Comparator.naturalOrder());
    attributes.put("severity", Envelope.string(worst.map(Severity::name).orElse("NONE")));
    attributes.put("run", Envelope.string(Plain.line(run.run(), NAME)));
    return attributes;
  }

  /** Without drift less than any severity. */
  private static int worst(Result stack) {
    return stack.worst().map(Severity::ordinal).orElse(-1);
  }

  private static String problem(Result stack) {
    return stack.problems().stream().findFirst().orElse("");
  }

  private static String safe(String data) {
    return Plain.message(data, NAME);
  }

  private static String cut(String data) {
    return Envelope.cut(data, NAME);
  }
}
