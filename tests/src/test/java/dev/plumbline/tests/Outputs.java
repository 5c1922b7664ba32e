package dev.plumbline.tests;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.GitHubIssues;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.html.HtmlReport;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.JunitReport;
import dev.plumbline.publish.render.MarkdownReport;
import dev.plumbline.publish.render.RenderOptions;
import dev.plumbline.publish.render.SarifReport;
import dev.plumbline.publish.render.TextReport;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.publish.sns.SnsAlert;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** Everything that the product makes of a report. */
final class Outputs {

  private Outputs() {}

  /** By the output's name. */
  static Map<String, String> byName(Report report) {
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("text", new TextReport().toText(report, RenderOptions.plain()));
    outputs.put("colour", new TextReport().toText(report, new RenderOptions(true, true, 60)));
    outputs.put("json", new JsonReport().toText(report, new RenderOptions(true, false, 100)));
    outputs.put("markdown", new MarkdownReport().toText(report, RenderOptions.plain()));
    outputs.put("html", new HtmlReport().toText(report, new RenderOptions(true, false, 100)));
    outputs.put("sarif", new SarifReport().toText(report, RenderOptions.plain()));
    outputs.put("junit", new JunitReport(Severity.LOW).toText(report, RenderOptions.plain()));
    outputs.put("issues", issues(report));
    outputs.put("sns", messages(report));
    outputs.put("records", report.toString());
    return outputs;
  }

  static String of(Report report) {
    return String.join("\n", byName(report).values());
  }

  private static String issues(Report report) {
    MarkerKey key = new MarkerKey("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    StringBuilder issues = new StringBuilder();
    GitHubIssues.preview(report, key)
        .results()
        .forEach(each -> issues.append(each.title()).append('\n').append(each.body()));
    return issues.toString();
  }

  private static String messages(Report report) {
    Kept kept = new Kept(new ArrayList<>());
    try {
      new SnsAlert(kept, "arn:aws:sns:us-east-1:123456789012:drift", new Nothing()).publish(report);
    } catch (PublishException e) {
      throw new IllegalStateException("Publishing to a list failed", e);
    }
    return kept.requests().toString();
  }

  /** Keeps what is published. */
  private record Kept(List<PublishRequest> requests) implements SnsClient {

    @Override
    public PublishResponse publish(PublishRequest request) {
      requests.add(request);
      return PublishResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }

  /** Before the first message. */
  private record Nothing() implements LastFingerprint {

    @Override
    public Optional<String> get(String stack) {
      return Optional.empty();
    }

    @Override
    public void put(String stack, String fingerprint) {}
  }
}
