package dev.plumbline.wiring.events;

import dev.plumbline.live.aws.EventHistory;
import dev.plumbline.live.aws.ReadFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** CloudTrail's own history: management events of 90 days. */
public record TrailHistory(EventHistory trail) implements CallHistory {

  /** The latest hundred records that name something tell enough. */
  private static final int PAGES = 2;

  @Override
  public List<String> of(String account, String region, String name, Instant since)
      throws IOException {
    try {
      return trail.of(account, region, name, since, PAGES);
    } catch (ReadFailure e) {
      throw new IOException(e.reason(), e);
    }
  }

  @Override
  public Map<String, Long> calls() {
    return trail.calls();
  }
}
