package dev.plumbline.remediation.steps;

import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import java.util.Optional;

/** What a request meets where a remediation of its stack has not ended. Pure. */
final class Rivals {

  private Rivals() {}

  static Optional<Reply.Refused> busy(Remediation open, Remediation asked) {
    boolean underway = !open.phase().next().contains(Phase.SUPERSEDED);
    return underway || asked.requester().realm() == Realm.POLICY
        ? Optional.of(
            new Reply.Refused(
                "another remediation of this stack, %s, is %s"
                    .formatted(open.id(), Phases.word(open.phase())),
                "Wait for its end."))
        : Optional.empty();
  }

  /** A request that is delivered twice, or repeated before there is a plan, is one request. */
  static boolean same(Remediation open, Remediation asked) {
    boolean early = open.phase() == Phase.REQUESTED || open.phase() == Phase.PLANNING;
    return open.answer() == asked.answer()
        && open.addresses().equals(asked.addresses())
        && open.includeChanges() == asked.includeChanges()
        && open.requester().equals(asked.requester())
        && open.origin().equals(asked.origin())
        && (early || open.origin() instanceof Origin.Comment);
  }
}
