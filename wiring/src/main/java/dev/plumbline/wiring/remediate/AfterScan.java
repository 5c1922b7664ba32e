package dev.plumbline.wiring.remediate;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.steps.Automatic;
import dev.plumbline.remediation.steps.Remediator;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows a scan that was remembered: drift is answered where a rule says so, and code that
 * was behind what was accepted is looked at again. Thread-safe.
 */
public final class AfterScan {

  private static final Logger LOG = LoggerFactory.getLogger(AfterScan.class);

  /** How far back an accept is looked for. */
  private static final int LAST = 20;

  private final Remediator remediator;
  private final Automatic automatic;
  private final RemediationStore store;

  public AfterScan(Remediator remediator, Automatic automatic, RemediationStore store) {
    this.remediator = remediator;
    this.automatic = automatic;
    this.store = store;
  }

  /** Does it for each stack that was read; what fails is logged and stops no other. */
  public void follow(Report report) {
    report.stacks().stream()
        .filter(each -> each.status() == StackStatus.SCANNED)
        .forEach(this::follow);
  }

  private void follow(StackReport stack) {
    try {
      automatic.answer(stack);
      Optional<Remediation> behind =
          store.of(stack.stack(), LAST).stream().filter(AfterScan::isBehind).findFirst();
      if (behind.isPresent()) {
        remediator.checkCode(behind.get().id());
      }
    } catch (IOException e) {
      failed(stack, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      failed(stack, e.getClass().getSimpleName());
      LOG.debug("Following a scan failed", e);
    }
  }

  private static void failed(StackReport stack, String why) {
    LOG.error(
        "What follows the scan of {} could not be done: {}",
        Plain.line(stack.stack(), 200),
        Plain.line(why, 500));
  }

  /**
   * One that is still being checked is seen through: that its run ended may not have been heard.
   */
  private static boolean isBehind(Remediation remediation) {
    return remediation.answer() == Answer.ACCEPT
        && remediation
            .codeCheck()
            .filter(
                check ->
                    switch (check.state()) {
                      case NOT_UPDATED, UNKNOWN, RUNNING -> true;
                      case UPDATED -> false;
                    })
            .isPresent();
  }
}
