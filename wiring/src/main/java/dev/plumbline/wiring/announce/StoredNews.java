package dev.plumbline.wiring.announce;

import dev.plumbline.publish.github.RemediationNews;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.wiring.publish.Remediating;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is being done about a stack's drift, from the store: the remediation that has not ended,
 * else an accept whose code says otherwise, else the last one for some days.
 */
public record StoredNews(RemediationStore remediations, News news, InstantSource clock)
    implements Remediating {

  /** How far back an accept is looked for. */
  private static final int LAST = 20;

  private static final Duration TOLD_FOR = Duration.ofDays(7);

  @Override
  public Optional<RemediationNews> of(String stack) throws IOException {
    Optional<Remediation> open = remediations.open(stack);
    if (open.isPresent()) {
      return Optional.of(news.of(open.get()));
    }
    Optional<RemediationNews> last = Optional.empty();
    for (Remediation each : remediations.of(stack, LAST)) {
      if (each.phase() == Phase.DONE) {
        RemediationNews told = news.of(each);
        if (told.accepted().isPresent()) {
          return Optional.of(told);
        }
      }
      if (last.isEmpty() && isRecent(each)) {
        last = Optional.of(news.of(each));
      }
    }
    return last;
  }

  private boolean isRecent(Remediation remediation) {
    return clock.instant().isBefore(remediation.changedAt().plus(TOLD_FOR));
  }
}
