package dev.plumbline.wiring.hostile;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A remediation in which every text is that attack. */
public final class HostileRemediation {

  private static final Instant AT = Instant.parse("2026-11-02T09:05:00Z");

  private HostileRemediation() {}

  /**
   * In that phase.
   *
   * @param refused whether something speaks against its plan
   */
  public static Remediation of(String attack, String id, Phase phase, boolean refused) {
    Actor actor = new Actor(Actor.Realm.GITHUB, attack);
    return new Remediation(
        id,
        attack,
        Answer.ACCEPT,
        new TreeSet<>(List.of(attack, "aws_x.a[\"" + attack + "\"]")),
        false,
        actor,
        new Origin.Comment("acme/infra", 12, 345L),
        AT,
        new Basis(7, attack, attack, new TreeMap<>()),
        phase,
        Optional.of(plan(attack, refused)),
        List.of(new Remediation.Approval(actor, AT, attack, attack)),
        List.of(new Run(Run.Kind.PLAN, attack, attack, AT)),
        attack,
        AT.plusSeconds(phase.ordinal()),
        1,
        Optional.of(check(attack)));
  }

  private static Plan plan(String attack, boolean refused) {
    TreeMap<String, Plan.Step> actions = new TreeMap<>();
    actions.put(attack, Plan.Step.UPDATE);
    return new Plan(
        attack,
        attack,
        "0123456789ab" + attack,
        attack,
        attack,
        7,
        attack,
        AT,
        AT.plusSeconds(3_600),
        actions,
        attack,
        attack,
        refused ? List.of(attack) : List.of());
  }

  private static CodeCheck check(String attack) {
    TreeMap<String, Plan.Step> differing = new TreeMap<>();
    differing.put(attack, Plan.Step.UPDATE);
    String text =
        "# %s will be updated in place\n  ~ x = %s -> %s\n".formatted(attack, attack, attack);
    return new CodeCheck(CodeCheck.State.NOT_UPDATED, AT, attack, differing, text, attack);
  }
}
