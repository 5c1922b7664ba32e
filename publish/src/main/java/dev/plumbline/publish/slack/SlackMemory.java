package dev.plumbline.publish.slack;

import dev.plumbline.engine.store.StackRecord.Message;
import java.io.IOException;
import java.util.Optional;

/** The port to what each stack's message last said. Implementations are thread-safe. */
public interface SlackMemory {

  /**
   * What is known of a stack's message.
   *
   * @param message where it is; empty where there is none
   * @param shown what was last said, or taken as known; empty where nothing was
   */
  record Told(Optional<Message> message, Optional<Shown> shown) {}

  /**
   * What was last said.
   *
   * @param key changes with whatever makes a message worth writing
   * @param channel the channel as the configuration names it
   * @param secret the secret with the token it was written with
   */
  record Shown(String key, String channel, String secret, Alert alert) {}

  Told find(String stack) throws IOException;

  /** Replaces it; {@code find} answers it from then on. */
  void put(String stack, Told told) throws IOException;
}
