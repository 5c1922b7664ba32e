package dev.plumbline.publish.sns;

import java.io.IOException;
import java.util.Optional;

/**
 * The port to where the fingerprint of each stack's last alert is kept. Implementations are
 * thread-safe and keep no more than the fingerprint.
 */
public interface LastFingerprint {

  /** The fingerprint last put for that stack; empty where none was. */
  Optional<String> get(String stack) throws IOException;

  /** Replaces it; {@code get} answers it from then on. */
  void put(String stack, String fingerprint) throws IOException;
}
