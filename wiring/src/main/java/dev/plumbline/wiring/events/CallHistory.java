package dev.plumbline.wiring.events;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was called of late, by what the calls named. */
public interface CallHistory {

  /**
   * CloudTrail's records of calls that named a resource so, the latest first.
   *
   * @throws IOException where nobody answers for that account and region
   */
  List<String> of(String account, String region, String name, Instant since) throws IOException;

  /** How many calls asking has taken so far, by name. */
  Map<String, Long> calls();
}
