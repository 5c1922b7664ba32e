package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.Cause;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * That a call made a resource of a watched type.
 *
 * @param region where it was called
 * @param names what the call and its answer call it: ids, names and ARNs
 * @param deploy whether a deployment made it, whose state may not have it yet
 */
public record Created(
    String type,
    String account,
    String region,
    SortedSet<String> names,
    Cause cause,
    boolean deploy) {

  public Created {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /** The same resource, whoever made it and when. */
  record Key(String type, String account, String region, SortedSet<String> names) {}

  Key key() {
    return new Key(type, account, region, names);
  }
}
