package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.wiring.AwsFailure;
import dev.plumbline.wiring.publish.Published.Failure;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all channels share: a failure is kept, and ends nothing but its own piece of work. */
final class Channel {

  private static final Logger LOG = LoggerFactory.getLogger(Channel.class);

  private static final int LONGEST = 2_000;

  private Channel() {}

  /** A piece of work on the outside world. */
  interface Work {
    void carryOut() throws PublishException, SettingsException, IOException;
  }

  /**
   * Carries it out. What it throws is added to the failures, whatever it is: a bug in one channel
   * must not cost the others their message.
   */
  static void attempt(String doing, List<Failure> failures, Work work) {
    try {
      work.carryOut();
    } catch (PublishException e) {
      fail(failures, failure(e));
    } catch (SettingsException e) {
      fail(failures, new Failure("%s failed. %s".formatted(doing, e.getMessage()), ""));
    } catch (StoreException e) {
      fail(failures, new Failure("%s failed. %s".formatted(doing, e.getMessage()), ""));
    } catch (IOException | RuntimeException e) {
      fail(
          failures,
          new Failure(
              "%s failed: %s.".formatted(doing, AwsFailure.why(e)),
              "Check the function's network and permissions; its log says more."));
      LOG.debug("{} failed", doing, e);
    }
  }

  static void fail(List<Failure> failures, Failure failure) {
    LOG.error("{}", Plain.line(failure.toString(), LONGEST));
    failures.add(failure);
  }

  /** The report of some of its stacks only. */
  static Report only(Report report, List<StackReport> stacks) {
    return new Report(
        report.scanId(), report.startedAt(), report.finishedAt(), report.apiCalls(), stacks);
  }

  private static Failure failure(PublishException e) {
    return e.getCause() instanceof FingerprintException fingerprint
        ? new Failure(String.valueOf(fingerprint.getMessage()), FingerprintException.ACTION)
        : new Failure(String.valueOf(e.getMessage()), e.action());
  }
}
