package dev.plumbline.publish.slack;

import dev.plumbline.engine.store.Leases;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a stack's message last said, and who may write it, for tests. */
final class InMemory implements SlackMemory, Leases {

  final Map<String, Told> told = new ConcurrentHashMap<>();
  final Map<String, String> holders = new ConcurrentHashMap<>();
  volatile boolean failing;

  @Override
  public Told find(String stack) {
    return told.getOrDefault(stack, new Told(Optional.empty(), Optional.empty()));
  }

  @Override
  public void put(String stack, Told now) throws IOException {
    if (failing) {
      throw new IOException("the store is away");
    }
    told.put(stack, now);
  }

  @Override
  public boolean take(String name, String holder, Duration length) {
    return holder.equals(holders.computeIfAbsent(name, _ -> holder));
  }

  @Override
  public void release(String name, String holder) {
    holders.remove(name, holder);
  }
}
