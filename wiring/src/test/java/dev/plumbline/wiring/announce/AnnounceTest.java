package dev.plumbline.wiring.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.Ledger;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.RemediationNews;
import dev.plumbline.publish.github.RemediationNews.Accepted;
import dev.plumbline.publish.github.RemediationNews.CodeLine;
import dev.plumbline.publish.github.RemediationNews.Gap;
import dev.plumbline.publish.github.RemediationNews.Stage;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.wiring.publish.GitHubAccess;
import dev.plumbline.wiring.settings.Secrets;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** From what remediation knows to what an issue tells. */
class AnnounceTest {

  private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
  private static final RemediationPolicy POLICY =
      new RemediationPolicy(
          RemediationPolicy.Runner.TERRAFORM,
          Optional.empty(),
          RemediationPolicy.Consent.APPROVAL,
          RemediationPolicy.Consent.APPROVAL,
          Optional.of(new RemediationPolicy.Approval(List.of("acme/platform"), 2, false)),
          Optional.empty());
  private static final Accepted GAP = new Accepted(Gap.DIFFERS, "c", List.of(), "", "");

  private final List<RemediationNews> told = new ArrayList<>();

  private static Remediation remediation(String id, Phase phase, Instant changed) {
    TreeMap<String, Plan.Step> actions = new TreeMap<>();
    actions.put("aws_vpc.a", Plan.Step.UPDATE);
    Plan plan =
        new Plan(
            "k",
            "v",
            "0123456789abcdef".repeat(4),
            "c0ffee",
            "1.11.4",
            7,
            "l",
            AT,
            AT.plusSeconds(3600),
            actions,
            "diff",
            "",
            List.of("a refusal"));
    return new Remediation(
        id,
        "prod",
        Answer.ACCEPT,
        new TreeSet<>(List.of("aws_vpc.a")),
        false,
        new Actor(Actor.Realm.GITHUB, "ana"),
        new Origin.Api(),
        AT,
        new Basis(7, "l", "f", new TreeMap<>()),
        phase,
        Optional.of(plan),
        List.of(new Remediation.Approval(new Actor(Actor.Realm.SLACK, "U1"), AT, "sha", "c0ffee")),
        List.of(new Remediation.Run(Remediation.Run.Kind.PLAN, "b:1", "https://log", AT)),
        "why",
        changed,
        3,
        Optional.empty());
  }

  private static News news(CodeGaps gaps) {
    return new News(_ -> Optional.of(POLICY), gaps);
  }

  @Test
  void everything_an_approval_names_is_in_the_news() throws Exception {
    RemediationNews told =
        news(CodeGaps.UNKNOWN).of(remediation("r1", Phase.AWAITING_APPROVAL, AT));
    assertThat(told.stage()).isEqualTo(Stage.AWAITING_APPROVAL);
    assertThat(told.requester()).isEqualTo("github:ana");
    assertThat(told.approvals()).containsExactly("slack:U1");
    assertThat(told.approvers()).isEqualTo("2 members of acme/platform, but not by who asked");
    assertThat(told.log()).isEqualTo("https://log");
    assertThat(told.plan().orElseThrow())
        .satisfies(plan -> assertThat(plan.token()).isEqualTo("r1-0123456789ab"))
        .satisfies(plan -> assertThat(plan.actions()).containsEntry("aws_vpc.a", "update"))
        .satisfies(plan -> assertThat(plan.refusals()).containsExactly("a refusal"));
  }

  @ParameterizedTest
  @EnumSource
  void every_phase_has_its_stage(Phase phase) throws Exception {
    assertThat(news(CodeGaps.UNKNOWN).of(remediation("r1", phase, AT)).stage().name())
        .isEqualTo(phase.name());
  }

  @Test
  void the_one_that_has_not_ended_is_told_first_then_what_the_code_lacks() throws Exception {
    Remediation open = remediation("open", Phase.PLANNING, AT);
    Remediation failed = remediation("failed", Phase.FAILED, AT);
    Remediation done = remediation("done", Phase.DONE, AT.minusSeconds(8_640_000));
    CodeGaps gaps = each -> each.id().equals("done") ? Optional.of(GAP) : Optional.empty();

    assertThat(told(gaps, Optional.of(open), failed, done)).contains("open");
    assertThat(told(gaps, Optional.empty(), failed, done)).contains("done");
    assertThat(told(CodeGaps.UNKNOWN, Optional.empty(), failed, done)).contains("failed");
    assertThat(told(CodeGaps.UNKNOWN, Optional.empty(), done)).as("long ago").isEmpty();
  }

  private static Optional<String> told(
      CodeGaps gaps, Optional<Remediation> open, Remediation... all) throws IOException {
    return new StoredNews(new Remembered(open, List.of(all)), news(gaps), () -> AT)
        .of("prod")
        .map(RemediationNews::id);
  }

  @Test
  void a_stack_without_issues_is_told_of_nowhere() {
    announcements(Optional.empty(), CodeGaps.UNKNOWN).announce(remediation("r", Phase.DONE, AT));
    assertThat(told).isEmpty();
  }

  @Test
  void what_cannot_be_told_stops_no_remediation() {
    announcements(Optional.of(github("acme/infra")), CodeGaps.UNKNOWN)
        .announce(remediation("r", Phase.DONE, AT));
    assertThat(told).extracting(RemediationNews::id).containsExactly("r");
    CodeGaps failing =
        _ -> {
          throw new IOException("no store");
        };
    assertThatCode(
            () -> {
              announcements(Optional.of(github("acme/broken")), CodeGaps.UNKNOWN)
                  .announce(remediation("r", Phase.DONE, AT));
              announcements(Optional.of(github("acme/denied")), CodeGaps.UNKNOWN)
                  .announce(remediation("r", Phase.DONE, AT));
              announcements(Optional.of(github("acme/infra")), failing)
                  .announce(remediation("r", Phase.DONE, AT));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void the_lines_of_code_to_change_are_what_stands_left_of_the_arrow() {
    assertThat(
            CodeLines.of(
                """
                # aws_sqs_queue.jobs will be updated in place
                  ~ resource "aws_sqs_queue" "jobs" {
                      ~ visibility_timeout_seconds = 100 -> 30
                      ~ tags = {
                          - "Team" = "x" -> null
                          + "Owner" = "ana"
                        }
                    }

                # module.a.aws_vpc.b["x"] will be created
                """))
        .containsExactly(
            new CodeLine("aws_sqs_queue.jobs", "", "visibility_timeout_seconds = 100"),
            new CodeLine("aws_sqs_queue.jobs", "", "\"Team\" = \"x\""),
            new CodeLine("aws_sqs_queue.jobs", "", "\"Owner\": remove it"),
            new CodeLine("module.a.aws_vpc.b[\"x\"]", "", "it is gone: remove its block"));
  }

  private IssueAnnouncements announcements(Optional<Publish.GitHub> github, CodeGaps gaps) {
    return new IssueAnnouncements(
        _ -> github,
        new GitHubAccess(
            new Secrets(Vault::new, InstantSource.system()),
            Optional.of("token"),
            InstantSource.system()),
        () -> new MarkerKey(new byte[32]),
        new Ledger.None(),
        news(gaps),
        (settings, _, _, each) -> {
          switch (settings.repository()) {
            case "acme/broken" -> throw new IllegalStateException("a bug");
            case "acme/denied" -> throw new PublishException("no.", "Allow it.");
            default -> told.add(each);
          }
        });
  }

  private static Publish.GitHub github(String repository) {
    return new Publish.GitHub(
        repository, List.of(), 20, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private record Remembered(Optional<Remediation> open, List<Remediation> all)
      implements RemediationStore {
    @Override
    public Optional<Remediation> find(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<Remediation> open(String stack) {
      return open;
    }

    @Override
    public List<Remediation> of(String stack, int limit) {
      return all;
    }

    @Override
    public List<Remediation> unfinished(int limit) {
      return List.of();
    }

    @Override
    public boolean create(Remediation remediation) {
      return false;
    }

    @Override
    public boolean replace(Remediation before, Remediation after) {
      return false;
    }
  }

  private static final class Vault implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder().secretString("a-token-of-nobody").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
