package dev.plumbline.publish.github;

import dev.plumbline.publish.github.RemediationNews.Accepted;
import dev.plumbline.publish.github.RemediationNews.Answer;
import dev.plumbline.publish.github.RemediationNews.CodeLine;
import dev.plumbline.publish.github.RemediationNews.Gap;
import dev.plumbline.publish.github.RemediationNews.PlanNews;
import dev.plumbline.publish.github.RemediationNews.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** News for tests. */
final class News {

  static final Instant AT = Instant.parse("2026-11-02T09:05:00Z");

  private News() {}

  static RemediationNews of(Stage stage) {
    return of(stage, Optional.of(plan("  ~ cidr_block = \"b\" -> \"a\"\n", List.of())));
  }

  static RemediationNews of(Stage stage, Optional<PlanNews> plan) {
    return news(Answer.REVERT, stage, plan, "", Optional.empty(), "r1r1r1r1r1");
  }

  static RemediationNews accepted(Gap gap) {
    return accepted(gap, "a");
  }

  /** The code says that, and something else was accepted. */
  static RemediationNews accepted(Gap gap, String code) {
    Accepted accepted =
        new Accepted(
            gap,
            "0a1b2c3",
            List.of(new CodeLine("aws_vpc.a", "", "cidr_block = \"b\"")),
            "# aws_vpc.a will be updated in place\n  ~ cidr_block = \"b\" -> \"%s\"\n"
                .formatted(code),
            "the run failed");
    return news(
        Answer.ACCEPT, Stage.DONE, Optional.empty(), "", Optional.of(accepted), "r2r2r2r2r2");
  }

  /** The code says what was accepted. */
  static RemediationNews followed() {
    return news(Answer.ACCEPT, Stage.DONE, Optional.empty(), "", Optional.empty(), "r2r2r2r2r2");
  }

  static PlanNews plan(String text, List<String> refusals) {
    TreeMap<String, String> actions = new TreeMap<>();
    actions.put("aws_vpc.a", "update");
    return new PlanNews(
        "r1r1r1r1r1-0123456789ab", "0a1b2c3", 7, AT.plusSeconds(3600), actions, text, refusals);
  }

  /** In which everything is that attack. */
  static RemediationNews hostile(String attack, Stage stage, Gap gap) {
    TreeMap<String, String> actions = new TreeMap<>();
    for (int i = 0; i < 50; i++) {
      actions.put(i + attack, attack);
    }
    PlanNews plan = new PlanNews(attack, attack, 1, AT, actions, attack, List.of(attack));
    Accepted accepted =
        new Accepted(gap, attack, List.of(new CodeLine(attack, attack, attack)), attack, attack);
    return new RemediationNews(
        attack,
        "prod",
        Answer.ACCEPT,
        stage,
        List.of(attack, attack),
        attack,
        AT,
        Optional.of(plan),
        List.of(attack),
        attack,
        attack,
        attack,
        Optional.of(accepted));
  }

  private static RemediationNews news(
      Answer answer,
      Stage stage,
      Optional<PlanNews> plan,
      String outcome,
      Optional<Accepted> accepted,
      String id) {
    return new RemediationNews(
        id,
        "prod",
        answer,
        stage,
        List.of("aws_vpc.a"),
        "github:ana",
        AT,
        plan,
        List.of(),
        "members of acme/platform, but not by who asked",
        outcome,
        "https://logs.example/1",
        accepted);
  }
}
