package dev.plumbline.wiring.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.slack.SentBlocks;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.publish.Published;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * One stack that is an attack all over, and what is done about it, through every outlet at once.
 */
@ParameterizedClass
@FieldSource("NAMES")
class HostileEstateTest {

  /** A stack's name comes from a configuration in UTF-8, which has no half characters. */
  static final List<String> NAMES =
      HostileReport.ATTACKS.stream().filter(attack -> attack.equals(whole(attack))).toList();

  private static final JsonMapper JSON = new JsonMapper();

  private final String attack;
  private final StackReport stack;
  private final Outlets outlets;

  HostileEstateTest(String attack, @TempDir Path folder) {
    this.attack = attack;
    this.stack = HostileReport.stack(attack);
    this.outlets = new Outlets(folder);
  }

  @BeforeEach
  void publish() throws Exception {
    Published published = outlets.publish(Reports.of(stack));
    assertThat(published.failures()).isEmpty();
    for (Phase phase : Phase.values()) {
      outlets.announce(HostileRemediation.of(attack, "remedy1234", phase, false));
    }
    outlets.announce(HostileRemediation.of(attack, "remedy5678", Phase.AWAITING_APPROVAL, true));
    assertThat(outlets.publish(Reports.of(stack)).failures()).isEmpty();
  }

  @AfterEach
  void close() {
    outlets.close();
    assertThat(outlets.github.problems()).isEmpty();
  }

  @Test
  void it_stays_text_everywhere() throws Exception {
    issues();
    slack();
    topic();
    bucket();
    store();
  }

  private void issues() {
    assertThat(outlets.issues()).hasSize(1);
    JsonNode issue = outlets.issues().getFirst();
    Inert.plain(issue.path("title").asText());
    assertThat(issue.path("title").asText()).doesNotContain("@", "\n", "`");
    Inert.markdown(issue.path("body").asText());
    assertThat(outlets.comments()).hasSizeGreaterThan(5);
    outlets.comments().forEach(Inert::markdown);
  }

  private void slack() {
    List<Map<String, String>> messages = outlets.messages();
    assertThat(messages).hasSizeGreaterThan(5);
    for (Map<String, String> message : messages) {
      SentBlocks.of(message.getOrDefault("blocks", ""));
      String notification = message.getOrDefault("text", "");
      Inert.plain(notification);
      assertThat(notification).isNotEmpty().doesNotContain("<", ">", "@");
    }
  }

  private void topic() throws Exception {
    assertThat(outlets.clients.published).hasSize(1);
    for (PublishRequest request : outlets.clients.published) {
      assertThat(request.subject()).matches("[!-~][ -~]{0,99}");
      String text = JSON.readTree(request.message()).path("default").asText();
      Inert.plain(text);
      Inert.said(text);
      assertThat(text).doesNotContain("@");
    }
  }

  private void bucket() throws Exception {
    assertThat(outlets.clients.objects.keySet())
        .anyMatch(key -> key.startsWith("fingerprints/"))
        .anyMatch(key -> key.startsWith("reports/"));
    assertThat(reports(".html")).hasSizeGreaterThan(1).allSatisfy(HostileEstateTest::inert);
    for (String report : reports(".json")) {
      assertThat(report.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c < 0x7f);
      StackReport read =
          JsonReport.read(new ByteArrayInputStream(report.getBytes(UTF_8))).stacks().getFirst();
      assertThat(read.stack()).isEqualTo(stack.stack());
      assertThat(read.fingerprint()).isEqualTo(stack.fingerprint());
    }
  }

  /** The one style and the one script are ours; nothing else is markup that does anything. */
  private static void inert(String page) {
    assertThat(page.split("<(style|script|img|a href=\"(?![#.]))", -1)).hasSize(3);
    assertThat(page.codePoints().filter(point -> point != '\n'))
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT);
  }

  private List<String> reports(String ending) {
    return outlets.clients.objects.entrySet().stream()
        .filter(each -> each.getKey().startsWith("reports/"))
        .filter(each -> each.getKey().endsWith(ending))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What is asked for again is what was given, but for half characters. */
  private void store() throws Exception {
    Remediation given = HostileRemediation.of(attack, "remedy5678", Phase.AWAITING_APPROVAL, true);
    Remediation kept = outlets.store.remediations().find("remedy5678").orElseThrow();
    assertThat(whole(kept.toString())).isEqualTo(whole(given.toString()));
    assertThat(outlets.store.audit().of(attack, Optional.empty(), 100))
        .hasSize(Phase.values().length + 1)
        .extracting(AuditTrail.Entry::detail)
        .containsOnly(attack);
    assertThat(outlets.record(attack)).isPresent();
  }

  private static String whole(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }
}
