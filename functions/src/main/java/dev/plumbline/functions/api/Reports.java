package dev.plumbline.functions.api;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/** Reports that were kept. Thread-safe. */
public interface Reports {

  /** How a report can be had. */
  sealed interface Kept {

    /** It is small enough to be handed over. */
    record Whole(SdkBytes json) implements Kept {}

    /**
     * It is fetched elsewhere.
     *
     * @param link works without further credentials, for a minute
     */
    record Elsewhere(URI link) implements Kept {}
  }

  /**
   * A report; empty where it is not there any more.
   *
   * @param uri where it lies, as the store says
   * @param most bytes that can be handed over
   */
  Optional<Kept> find(String uri, long most) throws IOException;
}
