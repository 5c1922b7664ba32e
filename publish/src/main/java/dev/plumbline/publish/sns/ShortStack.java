package dev.plumbline.publish.sns;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.publish.Findings;
import dev.plumbline.state.StateIdentity;
import java.util.List;
import java.util.Optional;

/** A stack's report cut down to what fits into a message. */
final class ShortStack {

  private static final int NAME = 300;

  private ShortStack() {}

  /** Drift only: what was ignored or could not be read is in the summary's counts. */
  static StackReport of(Findings findings, int kept) {
    StackReport stack = findings.stack();
    return new StackReport(
        cut(stack.stack()),
        cut(stack.environment()),
        stack.status(),
        Optional.empty(),
        stack.state().map(ShortStack::cut),
        cut(stack.fingerprint()),
        stack.summary(),
        findings.drift().stream().limit(kept).toList(),
        stack.unmanaged().stream().limit(20).map(ShortStack::cut).toList(),
        List.of());
  }

  private static StateIdentity cut(StateIdentity state) {
    return new StateIdentity(
        cut(state.uri()),
        cut(state.versionId()),
        state.serial(),
        cut(state.lineage()),
        cut(state.tool()),
        cut(state.toolVersion()));
  }

  private static Unmanaged cut(Unmanaged unmanaged) {
    return new Unmanaged(
        cut(unmanaged.type()),
        cut(unmanaged.id()),
        cut(unmanaged.account()),
        cut(unmanaged.region()));
  }

  /** Names are short; one that is not is an attack, and must not keep the drift out. */
  static String cut(String name) {
    return Envelope.cut(name, NAME);
  }
}
