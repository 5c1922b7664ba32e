package dev.plumbline.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a scan is asked for beyond the stacks themselves.
 *
 * @param stacks only stacks of these names; empty for all
 * @param addresses only resources whose address fits one of these globs; empty for all
 * @param types only resources whose type fits one of these globs; empty for all
 * @param unmanaged whether to look for resources in no state
 * @param lockWait how long to wait for a locked or changing state
 * @param timeout how long observing one stack may take
 */
public record ScanOptions(
    Set<String> stacks,
    List<String> addresses,
    List<String> types,
    boolean unmanaged,
    Duration lockWait,
    Duration timeout) {

  public ScanOptions {
    stacks = Set.copyOf(stacks);
    addresses = List.copyOf(addresses);
    types = List.copyOf(types);
  }
}
